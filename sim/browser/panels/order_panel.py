"""The order panel: what either side orders by hand, and in a game what the sides have given for the day."""

import threading
from collections.abc import Callable

import solara

from sim.browser.choice import choice
from sim.browser.game.umpire import UmpiresTable
from sim.browser.panels.order_form import OrderForm
from sim.browser.seminar import Seminar


@solara.component
def OrderPanel(seminar: Seminar) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the panel."""
    seminar.table.value  # noqa: B018 - reading subscribes
    course = seminar.course
    sides = list(course.scenario.sides)
    side, set_side = solara.use_state(sides[0])
    commanded = side if side in sides else sides[0]
    if isinstance(seminar, UmpiresTable):
        Waiting(seminar)
    choice(label="Orders of", values=sides, value=commanded, event_choose=set_side)
    day = min(seminar.shown.value, len(course.snapshots) - 1)
    OrderForm(course, day, sides.index(commanded), seminar.opened_on_map.value, seminar.inject)
    solara.Text(
        "An order holds from the day shown until another. Who is ordered nothing goes by the standard doctrine.",
        classes=["hint"],
    )
    given = [each for each in course.declared.injects if each.orders]
    solara.HTML(unsafe_innerHTML=f"<h4>Given so far: {len(given)}</h4>")
    for inject in reversed(given):
        with solara.Div(classes=["event", "injected"]):
            solara.Text(f"{inject.date}: {inject.words}")
            solara.Button(
                "",
                icon_name="mdi-close",
                icon=True,
                small=True,
                attributes={"aria-label": f"Take back: {inject.words}"},
                on_click=lambda inject=inject: seminar.take_back(inject),
            )


@solara.component
def Waiting(table: UmpiresTable) -> None:  # noqa: N802 - as above
    """Draw who is there, and what the sides have given for the day."""
    seen, set_seen = solara.use_state(0)

    def follow() -> Callable[[], None]:
        ended = threading.Event()

        def wait() -> None:
            now = seen
            while not ended.is_set():
                new = table.game.wait(now)
                if new != now and not ended.is_set():
                    now = new
                    set_seen(new)

        threading.Thread(target=wait, daemon=True).start()
        return ended.set

    solara.use_effect(follow, [])
    solara.HTML(unsafe_innerHTML="<h4>The game</h4>")
    for side in table.course.scenario.sides:
        waiting = table.game.waiting(side)
        state = "orders complete" if side in table.game.ready else f"{len(waiting)} waiting"
        here = "" if table.game.present.get(side) else ", not here"
        solara.Text(f"{side}: {state}{here}")
        for inject in waiting:
            solara.Text(inject.words.removeprefix(f"{side}: "), classes=["hint"])
    solara.Text("Play or step carries out what waits, then goes on.", classes=["hint"])
