"""A field that somebody types into stays the same one while others of its form come and go."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import solara

from sim.browser.game.desk_page import DeskPage
from sim.browser.game.game import Game
from sim.browser.game.playing import Seat
from sim.browser.game.seats import Role
from sim.browser.game.umpire import UmpiresTable
from sim.browser.panels.inject_panel import CUT, FALL, SEND, InjectPanel
from sim.browser.panels.order_form import AIM
from sim.browser.panels.order_panel import OrderPanel
from sim.browser.seminar import Seminar

SMALL = Path(__file__).parents[3] / "scenarios" / "theory" / "equal-sides.yaml"


@pytest.fixture
def seminar() -> Seminar:
    return Seminar(SMALL)


def within(widget: Any) -> Iterator[Any]:  # noqa: ANN401 - widgets have no type
    """Give a widget and all that lies in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        if not isinstance(child, str):
            yield from within(child)


def labelled(box: Any, label: str) -> Any:  # noqa: ANN401 - as above
    """Return the field of a name."""
    return next(each for each in within(box) if getattr(each, "label", "") == label)


def button(box: Any, words: str) -> Any:  # noqa: ANN401 - as above
    """Return the button of a name."""
    return next(each for each in within(box) if words in (getattr(each, "children", None) or ()))


def test_a_place_and_the_button_are_the_same_when_the_order_is_another(seminar: Seminar) -> None:
    box, drawn = solara.render(OrderPanel(seminar), handle_error=False)
    labelled(box, "Order").vue_choose("Attack")
    place, give = labelled(box, "Place"), button(box, "Give the order")
    labelled(box, "Order").vue_choose(AIM)

    assert labelled(box, "Place") is place
    assert button(box, "Give the order") is give
    drawn.close()  # type: ignore[no-untyped-call]


def test_what_was_chosen_right_after_another_order_is_ordered(seminar: Seminar) -> None:
    goal = max(seminar.course.scenario.theatre.places)
    box, drawn = solara.render(OrderPanel(seminar), handle_error=False)
    labelled(box, "Order").vue_choose("Attack")
    place, give = labelled(box, "Place"), button(box, "Give the order")
    labelled(box, "Order").vue_choose(AIM)
    place.vue_choose(goal)
    give.click()

    assert [each.words for each in seminar.course.declared.injects] == [
        f"{next(iter(seminar.course.scenario.sides))}: the plan aims at {goal}"
    ]
    drawn.close()  # type: ignore[no-untyped-call]


def test_fields_of_injects_and_the_name_of_the_file_stay(seminar: Seminar) -> None:
    box, drawn = solara.render(InjectPanel(seminar), handle_error=False)
    labelled(box, "What happens").vue_choose(SEND)
    place, inject, name = (
        labelled(box, "Place"),
        button(box, "Inject on the day shown"),
        labelled(box, "Name of the file"),
    )
    labelled(box, "What happens").vue_choose(FALL)
    labelled(box, "Name of the file").v_model = "mine"
    inject.click()
    kept = labelled(box, "Place") is place, labelled(box, "Name of the file") is name
    labelled(box, "What happens").vue_choose(CUT)

    assert kept == (True, True)
    assert len(seminar.course.declared.injects) == 1
    assert button(box, "Inject on the day shown") is inject
    assert labelled(box, "Name of the file").v_model == "mine"
    drawn.close()  # type: ignore[no-untyped-call]


def test_a_refused_order_leaves_the_form_as_it_was() -> None:
    game = Game()
    game.seat(UmpiresTable(game, SMALL))
    box, drawn = solara.render(DeskPage(Seat(game, Role("Blue", 0))), handle_error=False)
    labelled(box, "Order").vue_choose("Go into reserve")
    order = labelled(box, "Order")
    labelled(box, "Place").vue_choose("East")
    button(box, "Give the order").click()

    assert any("choose a place of Blue" in str(getattr(each, "children", "")) for each in within(box))
    assert labelled(box, "Order") is order
    assert order.value == "Go into reserve"
    drawn.close()  # type: ignore[no-untyped-call]
