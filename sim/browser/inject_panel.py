"""The inject panel: what the umpire lets happen today, the log of it, and the scenario that it makes."""

from collections.abc import Callable

import solara

from sim.browser.course import Course
from sim.browser.injects import Inject, ceasefire, men_of, reinforcements, road, support, withdrawal
from sim.browser.seminar import Seminar
from sim.scenario.scenario import Scenario

SUSPEND = "Suspend support"
RESUME = "Restore support"
CUT = "Cut a road"
REPAIR = "Repair a road"
SEND = "Send reinforcements"
LEAVE = "Order a withdrawal"
SILENCE = "Call a ceasefire"
USUAL = 1000
"""Men that the form begins with."""


@solara.component
def InjectPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    seminar.table.value  # noqa: B018 - reading subscribes
    course = seminar.course
    scenario = course.scenario
    kind, set_kind = solara.use_state(SUSPEND if scenario.supporters else CUT)
    kinds = [SUSPEND, RESUME] * bool(scenario.supporters) + [CUT, REPAIR, SEND, LEAVE, SILENCE]
    solara.Select("What happens", values=kinds, value=kind, on_value=set_kind)
    made = _form(scenario, kind)
    solara.Button("Inject on the day shown", on_click=lambda: seminar.inject(made), color="primary", block=True)
    solara.HTML(unsafe_innerHTML="<h4>Log</h4>")
    if not course.declared.injects:
        solara.Text("Nothing injected yet.", classes=["hint"])
    for each in course.declared.injects:
        with solara.Row(gap="4px", classes=["log"]):
            solara.Text(f"{each.date}: {each.told}")
            solara.Button(
                "", icon_name="mdi-close", icon=True, small=True, on_click=lambda e=each: seminar.take_back(e)
            )
    _saving(seminar)


@solara.component
def _saving(seminar: Seminar) -> None:
    name, set_name = solara.use_state("")
    solara.HTML(unsafe_innerHTML="<h4>Save as scenario</h4>")
    solara.InputText("Name of the file", value=name, on_value=set_name, continuous_update=True)
    solara.Button(
        "Save", on_click=lambda: seminar.save(name), disabled=not name, icon_name="mdi-content-save", block=True
    )
    if seminar.done.value:
        solara.Text(seminar.done.value, classes=["done"])


def _form(scenario: Scenario, kind: str) -> Callable[[Course, int], Inject]:
    """Draw the fields that an inject of this kind needs, and return what makes it on a day of a course."""
    sides, powers = list(scenario.sides), list(scenario.supporters)
    places = sorted(scenario.theatre.places)
    roads = {f"{each.start} - {each.end}": each for each in scenario.theatre.roads}
    power, set_power = _choice(powers)
    side, set_side = _choice(sides)
    way, set_way = _choice(sorted(roads))
    place, set_place = _choice(places)
    men, set_men = solara.use_state(str(USUAL))
    body, set_body = solara.use_state("1st Reserve Brigade")
    if kind in {SUSPEND, RESUME}:
        solara.Select("Supporter", values=powers, value=power, on_value=set_power)
        return lambda course, day: support(course.scenario, course.date_of(day), power, given=kind == RESUME)
    if kind in {CUT, REPAIR}:
        solara.Select("Road", values=sorted(roads), value=way, on_value=set_way)
        ends, damage = roads[way], 1.0 if kind == CUT else 0.0
        return lambda course, day: road(course.date_of(day), ends.start, ends.end, damage=damage)
    if kind == SILENCE:
        return lambda course, day: ceasefire(course.date_of(day))
    solara.Select("Side", values=sides, value=side, on_value=set_side)
    if kind == LEAVE:
        return lambda course, day: withdrawal(course.date_of(day), side)
    solara.Select("Place", values=places, value=place, on_value=set_place)
    solara.InputText("Name", value=body, on_value=set_body, continuous_update=True)
    solara.InputText("Men", value=men, on_value=set_men, continuous_update=True)
    return lambda course, day: reinforcements(course.date_of(day), side, body, men_of(men), place)


def _choice(values: list[str]) -> tuple[str, Callable[[str], None]]:
    chosen, choose = solara.use_state(values[0] if values else "")
    return (chosen if chosen in values else next(iter(values), "")), choose
