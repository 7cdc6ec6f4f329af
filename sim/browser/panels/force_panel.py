"""The forces panel: the order of battle of both sides, searched by name, place or order."""

from html import unescape

import solara

from sim.browser.drawings.app6 import echelon_of
from sim.browser.drawings.details import order_in_words
from sim.browser.drawings.troops_drawing import days_of_supply, men_in_words, supply_class
from sim.browser.pictured import Pictured
from sim.browser.seminar import Seminar
from sim.vocabulary import AWAITED, DESTROYED, LEFT, PRESENT

MOST = 40
"""Formations that are listed at once."""
STATES = {AWAITED: "not there yet", DESTROYED: "destroyed", LEFT: "has left"}


@solara.component
def ForcePanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    seminar.table.value  # noqa: B018 - reading subscribes
    course = seminar.course
    day = min(seminar.shown.value, len(course.snapshots) - 1)
    wanted, set_wanted = solara.use_state("")
    solara.InputText("Search the order of battle", value=wanted, on_value=set_wanted, continuous_update=True)
    found = [row for row in forces_of(course, day) if wanted.lower() in " ".join(row[:3]).lower()]
    solara.Text(f"{len(found)} formations" + (f", the first {MOST}" if len(found) > MOST else ""), classes=["hint"])
    for n, (name, about, state, side, scarce) in list(enumerate(found))[:MOST]:
        with solara.Div(classes=["event", "force"], key=f"{n} {name}"):
            row = list(course.scenario.order_of_battle.formations).index(name)
            solara.Button(
                name,
                text=True,
                small=True,
                classes=[f"s{side}"],
                on_click=lambda row=row: seminar.choose(f"formation:{row}"),
            )
            solara.Text(about, classes=["hint", f"d{scarce}"])
            solara.Text(state, classes=["hint"])


def forces_of(course: Pictured, day: int) -> list[tuple[str, str, str, int, int]]:
    """Return each formation on a day: name, what it is and has, what it does and where, side, scarcity of supplies."""
    shot, names, rows = course.snapshots[day], course.deployment.cells.names, []
    whose, formations = course.deployment.tables["formations"]["side"].tolist(), shot.formations
    for n, (name, body) in enumerate(course.scenario.order_of_battle.formations.items()):
        status = formations["status"][n]
        days = days_of_supply(shot, [n])
        about = f"{echelon_of(name, body.echelon)}, {body.side}"
        if status != PRESENT:
            rows.append((name, about, STATES[status], whose[n], 2))
            continue
        about += f": {men_in_words(formations['strength'][n])} men, {days:.1f} days of supply"
        order = order_in_words(course.deployment, formations["order"][n], formations["objective"][n])
        rows.append(
            (name, about, f"at {names[formations['place'][n]]}, {unescape(order)}", whose[n], supply_class(days))
        )
    return rows
