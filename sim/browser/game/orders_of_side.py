"""The panel of a side: the orders it gives for the umpire's day, those that wait, and those it gave before."""

import solara

from sim.browser.game.desk import Desk
from sim.browser.injects import Inject
from sim.browser.panels.order_form import OrderForm
from sim.browser.rulings import note


@solara.component
def OrdersOfSide(desk: Desk) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    course, name = desk.course, desk.role.name
    desk.turn.value  # noqa: B018 - reading subscribes
    text, set_text = solara.use_state("")
    if course is None:
        return
    solara.HTML(unsafe_innerHTML=f"<h4>{name}: orders of {course.date_of(desk.day):%d %B}</h4>")
    OrderForm(course, desk.day, desk.role.side, desk.chosen, desk.order)
    waiting = desk.game.waiting(name)
    solara.HTML(unsafe_innerHTML=f"<h4>Given, not yet carried out: {len(waiting)}</h4>")
    with solara.Div():
        for inject in waiting:
            _given(desk, inject)
    is_ready = name in desk.game.ready
    solara.Button(
        "Take the orders up again" if is_ready else "Orders are complete",
        on_click=lambda: desk.game.set_ready(name, ready=not is_ready),
        color=None if is_ready else "primary",
        block=True,
    )
    solara.Text("The umpire carries them out when the next day is played.", classes=["hint"])
    solara.InputText("Note for the log", value=text, on_value=set_text, continuous_update=True)

    def keep() -> None:
        desk.order(lambda course, day: note(course, day, text, name))
        set_text("")

    solara.Button("Keep the note", on_click=keep, disabled=not text.strip(), block=True)
    solara.HTML(unsafe_innerHTML="<h4>Carried out</h4>")
    for inject in reversed([each for each in course.declared.injects if each.by == name]):
        with solara.Div(classes=["event", "declared"]):
            solara.Text(f"{inject.date}: {inject.words.removeprefix(f'{name}: ')}")


@solara.component
def _given(desk: Desk, inject: Inject) -> None:
    with solara.Div(classes=["event", "injected"]):
        solara.Text(inject.words.removeprefix(f"{inject.by}: "))
        solara.Button(
            "",
            icon_name="mdi-close",
            icon=True,
            small=True,
            attributes={"aria-label": f"Take back: {inject.words}"},
            on_click=lambda: desk.game.take_back(inject),
        )
