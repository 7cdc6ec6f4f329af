"""The parameter panel: a slider for each quantity that the scenario declares, over the range it declares."""

from collections.abc import Callable, Mapping
from typing import Any

import solara

from sim.browser.choice import choice
from sim.browser.seminar import Seminar
from sim.scenario.files.reading import read_scenario
from sim.scenario.parameters import parameters
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario

STEPS = 200
"""Steps of a slider over its range."""


@solara.component_vue("sliders.vue")
def sliders_screen(
    sliders: list[dict[str, Any]],
    event_move: Callable[[tuple[str, float]], None],
    event_back: Callable[[str], None],
) -> None:
    """Draw a slider for each quantity; ``move`` comes back when a person moves one, never by itself."""


@solara.component
def ParameterPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    course = seminar.course
    seminar.table.value  # noqa: B018 - reading subscribes
    file, changes = course.declared.file, course.declared.changes
    declared = solara.use_memo(lambda: parameters(read_scenario(file, {})), [file])
    groups = solara.use_memo(lambda: grouped(course.scenario), [course])
    group, set_group = solara.use_state(next(iter(groups)))
    nothing: dict[str, float] = {}
    moved, set_moved = solara.use_state(nothing)
    exact, set_exact = solara.use_state("")
    shown = groups.get(group, {})
    pending = {path: value for path, value in moved.items() if path in parameters(course.scenario)}

    def move(to: tuple[str, float]) -> None:
        path, value = to
        set_moved(with_moved(pending, shown[path], path, value))

    def back(path: str) -> None:
        set_moved({each: value for each, value in pending.items() if each != path})
        if path in changes:
            seminar.take_back_change(path)

    choice(label="Group", values=list(groups), value=group, event_choose=set_group)
    sliders_screen(
        sliders=[slider_of(path, quantity, pending, declared.get(path)) for path, quantity in shown.items()],
        event_move=move,
        event_back=back,
    )

    def apply() -> None:
        seminar.change(pending)
        set_moved({})

    solara.Button(
        f"Play with {len(pending)} changed", on_click=apply, disabled=not pending, color="primary", block=True
    )
    solara.Text("The campaign is played again from its first day to the present one.", classes=["hint"])
    solara.InputText("Or write path=value", value=exact, on_value=set_exact, continuous_update=True)
    solara.Button("Set", on_click=lambda: seminar.change_as_written(exact), disabled="=" not in exact, block=True)
    for path, value in changes.items():
        _change(seminar, path, value)


@solara.component
def _change(seminar: Seminar, path: str, value: object) -> None:
    with solara.Row(gap="4px", classes=["log"]):
        solara.Text(f"{path} = {value}", classes=["hint"])
        solara.Button(
            "",
            icon_name="mdi-close",
            icon=True,
            small=True,
            attributes={"aria-label": f"Take back: {path}"},
            on_click=lambda: seminar.take_back_change(path),
        )


def grouped(scenario: Scenario) -> dict[str, dict[str, Quantity]]:
    """Return the quantities of a scenario by path, in groups of those that belong together."""
    groups: dict[str, dict[str, Quantity]] = {}
    for path, quantity in parameters(scenario).items():
        if quantity.range[0] < quantity.range[1]:
            groups.setdefault(path.rpartition(".")[0], {})[path] = quantity
    return groups


def step_of(quantity: Quantity) -> float:
    """Return the step of a quantity's slider, in its unit."""
    low, high = quantity.range
    return (high - low) / STEPS


def with_moved(pending: Mapping[str, float], quantity: Quantity, path: str, value: float) -> dict[str, float]:
    """Return the values that wait to be played after a person has moved a slider.

    Within half a step of the value that is played now, nothing waits: the slider was moved back.
    """
    others = {each: waiting for each, waiting in pending.items() if each != path}
    return others if abs(value - quantity.value) <= step_of(quantity) / 2 else {**others, path: value}


def slider_of(
    path: str, quantity: Quantity, pending: Mapping[str, float], declared: Quantity | None
) -> dict[str, object]:
    """Return what the page shows of a quantity: its slider, and whether it differs from what the file declares."""
    low, high = quantity.range
    value = pending.get(path, quantity.value)
    unit = "" if quantity.unit == "1" else f" {quantity.unit}"
    first = quantity.value if declared is None else declared.value
    return {
        "path": path,
        "name": path.rpartition(".")[2].strip('"').replace("_", " "),
        "text": f"{value:.4g}{unit}",
        "about": f"{quantity.source} ({quantity.confidence} confidence; {low:g} to {high:g}{unit})",
        "low": low,
        "high": high,
        "step": step_of(quantity),
        "value": value,
        "changed": value != first,
        "declared": f"{first:.4g}{unit}",
    }
