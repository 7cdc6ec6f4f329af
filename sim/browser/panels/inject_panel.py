"""The inject panel: what the umpire lets happen today, the log of it, and the scenario that it makes."""

from collections.abc import Callable

import solara

from sim.browser.choice import choice
from sim.browser.chronicle import Entry, chronicle_of
from sim.browser.course import Course
from sim.browser.injects import Inject, ceasefire, men_of, road, support, withdrawal
from sim.browser.reinforcement import free_name, reinforce
from sim.browser.rulings import men_change, place_falls
from sim.browser.seminar import Seminar
from sim.scenario.scenario import Scenario

SUSPEND = "Suspend support"
RESUME = "Restore support"
CUT = "Cut a road"
REPAIR = "Repair a road"
SEND = "Send reinforcements"
LEAVE = "Order a withdrawal"
SILENCE = "Call a ceasefire"
FALL = "Rule: a place falls"
MEN = "Rule: a formation loses or gains men"
Held = tuple[str, Callable[[str], None]]
"""What a field holds, and what changes it."""
USUAL = 1000
"""Men that the form begins with."""


@solara.component
def InjectPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    seminar.table.value  # noqa: B018 - reading subscribes
    course = seminar.course
    scenario = course.scenario
    kind, set_kind = solara.use_state(SUSPEND if scenario.supporters else CUT)
    kinds = [SUSPEND, RESUME] * bool(scenario.supporters) + [CUT, REPAIR, SEND, LEAVE, SILENCE, FALL, MEN]
    choice(label="What happens", values=kinds, value=kind, event_choose=set_kind)
    made = _form(scenario, kind)
    inject = solara.Button(
        "Inject on the day shown", on_click=lambda: seminar.inject(made), color="primary", block=True
    )
    inject.key("inject")
    solara.HTML(unsafe_innerHTML="<h4>Events by date</h4>")
    entries = chronicle_of(course)
    with solara.Div():
        for entry in entries:
            _event(seminar, entry)
        if not entries:
            solara.Text("The scenario declares no events, and nothing was injected yet.", classes=["hint"])
    _saving(seminar).key("saving")


@solara.component
def _event(seminar: Seminar, entry: Entry) -> None:
    with solara.Div(classes=["event", "injected" if entry.inject else "declared"]):
        solara.Text(f"{entry.date}: {entry.text}")
        if entry.inject is None:
            solara.Text(f"declared: {entry.source}", classes=["hint"])
            return
        solara.Button(
            "",
            icon_name="mdi-close",
            icon=True,
            small=True,
            attributes={"aria-label": f"Take back: {entry.text}"},
            on_click=lambda: seminar.take_back(entry.inject),
        )
        if entry.ended_by:
            solara.Text(f"A declared event ends this: {entry.ended_by}", classes=["ended"])


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
    roads = {f"{each.start} - {each.end}": each for each in scenario.theatre.roads}
    power, set_power = _choice(powers)
    side, set_side = _choice(sides)
    way, set_way = _choice(sorted(roads))
    men, set_men = solara.use_state(str(USUAL))
    body, set_body = solara.use_state("")
    place, set_place = solara.use_state("")
    if kind in {SUSPEND, RESUME}:
        choice(label="Supporter", values=powers, value=power, event_choose=set_power)
        return lambda course, day: support(course.scenario, course.date_of(day), power, given=kind == RESUME)
    if kind in {CUT, REPAIR}:
        choice(label="Road", values=sorted(roads), value=way, event_choose=set_way, search=True)
        ends, damage = roads[way], 1.0 if kind == CUT else 0.0
        return lambda course, day: road(course.date_of(day), ends.start, ends.end, damage=damage)
    if kind == SILENCE:
        return lambda course, day: ceasefire(course.date_of(day))
    if kind == MEN:
        return _men(scenario, (body, set_body), (men, set_men))
    choice(label="Side", values=sides, value=side, event_choose=set_side)
    return _form_of_side(scenario, kind, side, (body, set_body), (men, set_men), (place, set_place))


def _form_of_side(
    scenario: Scenario, kind: str, side: str, body: Held, men: Held, place: Held
) -> Callable[[Course, int], Inject]:
    """Draw the fields of what happens to a side, or what it does."""
    if kind == FALL:
        return _fall(scenario, place, side)
    if kind == LEAVE:
        return lambda course, day: withdrawal(course.date_of(day), side)
    depots = list(scenario.sides[side].sustainment.depots)
    places = [*depots, *sorted(set(scenario.theatre.places) - set(depots))]
    there, name = place[0] if place[0] in places else places[0], body[0] or free_name(scenario)
    choice(label="Place", values=places, value=there, event_choose=place[1], search=True)
    solara.InputText("Name", value=name, on_value=body[1], continuous_update=True)
    solara.InputText("Men", value=men[0], on_value=men[1], continuous_update=True)
    return lambda course, day: reinforce(course, day, side, name, men_of(men[0]), there)


def _fall(scenario: Scenario, place: Held, side: str) -> Callable[[Course, int], Inject]:
    """Draw the field of a ruling on a place."""
    places = sorted(scenario.theatre.places)
    goal = place[0] if place[0] in places else places[0]
    choice(label="Place", values=places, value=goal, event_choose=place[1], search=True)
    return lambda course, day: place_falls(course, day, goal, side)


def _men(scenario: Scenario, body: Held, men: Held) -> Callable[[Course, int], Inject]:
    """Draw the fields of a ruling on a formation's men."""
    bodies = list(scenario.order_of_battle.formations)
    formation = body[0] if body[0] in bodies else bodies[0]
    choice(label="Formation", values=bodies, value=formation, event_choose=body[1], search=True)
    solara.InputText("Men, negative for a loss", value=men[0], on_value=men[1], continuous_update=True)
    return lambda course, day: men_change(course, day, formation, men[0])


def _choice(values: list[str]) -> tuple[str, Callable[[str], None]]:
    chosen, choose = solara.use_state(values[0] if values else "")
    return (chosen if chosen in values else next(iter(values), "")), choose
