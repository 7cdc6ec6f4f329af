"""The page of a player or a follower: map, orders and board, on the umpire's day."""

from typing import Any

import solara

from sim.browser.drawings.app6 import symbols_of
from sim.browser.drawings.legend import legends_of
from sim.browser.game.desk import Desk
from sim.browser.game.orders_of_side import OrdersOfSide
from sim.browser.game.playing import Seat
from sim.browser.handling import handling_banner
from sim.browser.journal_list import journal_by_date
from sim.browser.screens import board_screen, map_screen, names_of

NOTHING: Any = lambda _: None  # noqa: E731 - what a locked control does


@solara.component
def DeskPage(seat: Seat) -> None:  # noqa: N802 - Solara names components like classes
    """Draw the page."""
    desk = solara.use_memo(lambda: Desk(seat.game, seat.role), [])
    solara.use_effect(desk.watch, [])
    desk.turn.value  # noqa: B018 - reading subscribes
    solara.Title(f"{desk.role.name}: {desk.course.scenario.title if desk.course else 'a game'} - westphalia")
    with solara.v.Html(tag="main", class_="seminar"):
        handling_banner(desk.course.scenario.handling if desk.course else "")
        with solara.v.Html(tag="section", class_="panel", attributes={"aria-label": "Panels", "tabindex": "0"}):
            if desk.message.value:
                solara.Error(desk.message.value, dense=True, classes=["fault"])
            if desk.course is None:
                solara.Text("Waiting for the umpire to open the game.")
            elif seat.role.side >= 0:
                OrdersOfSide(desk).key("orders")
            else:
                solara.Text("You follow the umpire's day.")
                journal_by_date(desk.course, desk.day)
        if desk.course is not None:
            Screens(desk, desk.course.scenario.theatre.name + desk.course.scenario.title)


@solara.component
def Screens(desk: Desk, laid: str) -> None:  # noqa: N802 - as above
    """Draw map and board; the days are handed to them as they come. ``laid`` tells one theatre from another."""
    picture, course = desk.picture, desk.course
    if picture is None or course is None:
        return
    ground = solara.use_memo(lambda: course.ground, [laid])
    names = solara.use_memo(lambda: names_of(picture), [laid])
    legends = solara.use_memo(lambda: legends_of([course]), [laid])
    with solara.Div(classes=["table"]):
        with solara.Div(classes=["maps"]):
            theatre = map_screen(
                ground=ground.layers,
                homes=ground.homes,
                frame=ground.frame,
                focus=ground.focus,
                title="",
                names=names,
                symbols=symbols_of(course.scenario),
                event_choose=desk.choose,
                event_act=desk.act,
                event_layers=desk.switch,
                event_hovered=desk.hover,
                event_drawn=NOTHING,
            )
        board = board_screen(
            legends=legends,
            marks=[],
            event_step=NOTHING,
            event_go=NOTHING,
            event_play=NOTHING,
            event_pause=NOTHING,
            event_pace=NOTHING,
            event_undo=NOTHING,
            event_redo=NOTHING,
            event_close=lambda _: desk.choose(""),
            event_why=NOTHING if desk.role.side >= 0 else lambda day: desk.choose(f"talks:{day}"),
            event_more=NOTHING,
            event_project=lambda on: desk.project(on=on),
        )
    solara.use_effect(lambda: desk.light(solara.get_widget(theatre), solara.get_widget(board)), [laid])
