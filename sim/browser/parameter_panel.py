"""The parameter panel: a slider for each quantity that the scenario declares, over the range it declares."""

from collections.abc import Callable
from functools import partial

import solara

from sim.browser.seminar import Seminar
from sim.scenario.parameters import parameters
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario

STEPS = 200


@solara.component
def ParameterPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    course = seminar.course
    seminar.table.value  # noqa: B018 - reading subscribes
    groups = solara.use_memo(lambda: grouped(course.scenario), [course])
    group, set_group = solara.use_state(next(iter(groups)))
    nothing: dict[str, float] = {}
    pending, set_pending = solara.use_state(nothing)
    exact, set_exact = solara.use_state("")
    shown = groups.get(group, {})

    def put(path: str, value: float) -> None:
        set_pending({**pending, path: value})

    solara.Select("Group", values=list(groups), value=group, on_value=set_group)
    with solara.Column(gap="0px", classes=["sliders"]):
        for path, quantity in shown.items():
            _slider(path, quantity, pending.get(path, quantity.value), partial(put, path))

    def apply() -> None:
        seminar.change(pending)
        set_pending({})

    solara.Button(
        f"Play with {len(pending)} changed", on_click=apply, disabled=not pending, color="primary", block=True
    )
    solara.Text("The campaign is played again from its first day to the present one.", classes=["hint"])
    solara.InputText("Or write path=value", value=exact, on_value=set_exact, continuous_update=True)
    solara.Button("Set", on_click=lambda: seminar.change_as_written(exact), disabled="=" not in exact, block=True)
    for path, value in course.declared.changes.items():
        solara.Text(f"{path} = {value}", classes=["hint"])


def grouped(scenario: Scenario) -> dict[str, dict[str, Quantity]]:
    """Return the quantities of a scenario by path, in groups of those that belong together."""
    groups: dict[str, dict[str, Quantity]] = {}
    for path, quantity in parameters(scenario).items():
        if quantity.range[0] < quantity.range[1]:
            groups.setdefault(path.rpartition(".")[0], {})[path] = quantity
    return groups


def _slider(path: str, quantity: Quantity, value: float, on_value: Callable[[float], None]) -> None:
    low, high = quantity.range
    name = path.rpartition(".")[2].strip('"').replace("_", " ")
    unit = "" if quantity.unit == "1" else f" {quantity.unit}"
    about = f"{quantity.source} ({quantity.confidence} confidence; {low:g} to {high:g}{unit})"
    with solara.Tooltip(about):
        solara.Text(f"{name}: {value:.4g}{unit}", classes=["parameter"])
    solara.SliderFloat(
        "", value=value, min=low, max=high, step=(high - low) / STEPS, on_value=on_value, thumb_label=False
    )
