"""Draw the pictures of these documents: `make pictures`. The program makes all of them; nothing is drawn by hand.

The first answers in `README.md` are made here too, from what `westphalia run` prints.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from sim.campaign.setup.deployment import deploy
from sim.report.figures.first_day_map import first_day_map
from sim.report.study import Study
from sim.scenario.files.reading import read_scenario

SCENARIO = "kursk/2025-03-article"
PICTURES = Path(__file__).parent / "pictures"
README = Path(__file__).parents[1] / "README.md"
ANSWERS = re.compile(r"(?<=<!-- answers: by `make pictures` -->\n```\n).*?(?=```\n)", re.DOTALL)
"""Where the first answers stand."""
FROM, UNTIL = "         half held", "Terms at the talks"
"""Beginnings of the first line of them that is shown, and of the first that is not."""
RUNS = 40


def on_paper(svg: str) -> str:
    """Return a drawing on white ground: pages may be dark, the figures are not."""
    return svg.replace("<svg ", '<svg style="background:#fff" ', 1) + "\n"


def first_answers() -> str:
    """Return the first answers that the main command prints."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "sim", "run", SCENARIO, "--seed", "1", "--out", out]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    lines = printed[printed.index(FROM) : printed.index(UNTIL)].splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def main() -> None:
    """Write the map of the first day, the course of ground and leverage over runs, and the first answers."""
    PICTURES.mkdir(exist_ok=True)
    drawn = first_day_map(deploy(read_scenario(SCENARIO)))
    (PICTURES / "first-day.svg").write_text(on_paper(drawn), encoding="utf-8")
    study = Study.of(SCENARIO, replications=RUNS)
    for measure in ("area_0", "leverage_0"):
        file = PICTURES / f"{measure.replace('_', '-')}.svg"
        study.figure(measure).save(file)
        file.write_text(on_paper(file.read_text(encoding="utf-8")), encoding="utf-8")
    page = README.read_text(encoding="utf-8")
    README.write_text(ANSWERS.sub(lambda _: first_answers(), page, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
