from sim.browser.panels.parameter_panel import slider_of, step_of, with_moved
from sim.scenario.quantity import Quantity

QUANTITY = Quantity(value=0.9, unit="1", range=(0.0, 1.3), source="a test", confidence="low")


def test_a_slider_moved_back_leaves_nothing_waiting() -> None:
    step = step_of(QUANTITY)

    assert with_moved({"a.b": 1.1}, QUANTITY, "a.b", 0.9 + 0.4 * step) == {}
    assert with_moved({}, QUANTITY, "a.b", 0.9 + step) == {"a.b": 0.9 + step}


def test_moving_one_slider_leaves_the_others_waiting() -> None:
    assert with_moved({"a.c": 3.0}, QUANTITY, "a.b", 1.2) == {"a.b": 1.2, "a.c": 3.0}


def test_a_slider_shows_the_exact_value_and_how_the_file_declares_it() -> None:
    played = QUANTITY.model_copy(update={"value": 0.8})
    shown = slider_of("a.picture_memory", played, {}, QUANTITY)

    assert (shown["value"], shown["changed"], shown["declared"], shown["name"]) == (0.8, True, "0.9", "picture memory")
    assert slider_of("a.b", QUANTITY, {}, QUANTITY)["changed"] is False
    assert slider_of("a.b", QUANTITY, {"a.b": 1.0}, QUANTITY)["changed"] is True
