"""The log panel: notes, what happened by date, and what is taken away from the table."""

import json
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import solara

from sim.browser.after_action import after_action_review
from sim.browser.faults import FAULTS, words_of
from sim.browser.journal_list import journal_by_date
from sim.browser.rulings import note
from sim.browser.saving import write_course
from sim.browser.seminar import Seminar
from sim.vocabulary import BadInput

REPORT_NAME = "played"
"""What the name of the scenario that a report is made of ends with."""
LAST = 300
"""Letters of a fault that are told."""


@solara.component
def LogPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    seminar.table.value  # noqa: B018 - reading subscribes
    course, day = seminar.course, seminar.shown.value
    text, set_text = solara.use_state("")
    by = solara.use_reactive("")
    solara.InputText("Note for the log", value=text, on_value=set_text, continuous_update=True)

    def keep() -> None:
        seminar.inject(lambda course, day: note(course, day, text))
        set_text("")

    solara.Button("Keep the note", on_click=keep, disabled=not text.strip(), block=True)
    solara.HTML(unsafe_innerHTML="<h4>Take away</h4>")
    name = f"{course.declared.file.stem}-after-action.md"
    solara.FileDownload(
        lambda: after_action_review(course, min(day, len(course.snapshots) - 1)),
        filename=name,
        label="After-action review",
    )
    solara.Button("Make the report", on_click=lambda: report_of(seminar, by), block=True)
    if by.value:
        solara.Text(by.value, classes=["done"])
    journal_by_date(course, day)


def report_of(seminar: Seminar, told: solara.Reactive[str]) -> None:
    """Make the one-file report of the present course, as ``westphalia run`` makes it of the saved scenario."""
    told.set("The report is being made ...")
    threading.Thread(target=make_report, args=(seminar, told), daemon=True).start()


def make_report(seminar: Seminar, told: solara.Reactive[str]) -> None:
    """Make it now, and tell where it is."""
    course = seminar.course
    with tempfile.TemporaryDirectory() as folder:
        try:
            file = write_course(course, Path(folder) / f"{course.declared.file.stem}-{REPORT_NAME}.yaml")
            seed = str(course.declared.seed)
            played = _westphalia("run", str(file), "--over", "none", "--replications", "1", "--seed", seed, "--json")
            told.set(_westphalia("report", str(json.loads(played)["out"])).strip())
        except FAULTS as fault:
            told.set(f"the report could not be made: {words_of(fault)}")


def _westphalia(*asked: str) -> str:
    """Return what a command of ours prints; data of the browser and of the report meet in files alone."""
    made = subprocess.run([sys.executable, "-m", "sim", *asked], check=False, capture_output=True, text=True)  # noqa: S603 - our own command
    if made.returncode:
        raise BadInput(made.stderr.strip()[-LAST:])
    return made.stdout
