"""The page: panels, maps and board around one visitor's seminar."""

import os
from functools import partial
from pathlib import Path
from typing import Any

import solara
from solara.lab.utils.cookies import cookies

from sim.browser.chronicle import marks_of
from sim.browser.drawings.app6 import symbols_of
from sim.browser.drawings.legend import legends_of
from sim.browser.game import playing
from sim.browser.game.desk_page import DeskPage
from sim.browser.game.umpire import UmpiresTable
from sim.browser.handling import handling_banner
from sim.browser.panels.force_panel import ForcePanel
from sim.browser.panels.inject_panel import InjectPanel
from sim.browser.panels.log_panel import LogPanel
from sim.browser.panels.order_panel import OrderPanel
from sim.browser.panels.parameter_panel import ParameterPanel
from sim.browser.panels.scenario_panel import ScenarioPanel
from sim.browser.screens import board_screen, map_screen, names_of
from sim.browser.seminar import Seminar
from sim.browser.serving import OPENED

PANELS = {
    "Scenario": ScenarioPanel,
    "Parameters": ParameterPanel,
    "Injects": InjectPanel,
    "Orders": OrderPanel,
    "Forces": ForcePanel,
    "Log": LogPanel,
}


@solara.component
def Page() -> None:  # noqa: N802 - Solara names components like classes
    """Draw the page for one visitor: in a game, what belongs to the part that its cookie stands for."""
    seat = solara.use_memo(lambda: playing.seat_of(cookies.value), [])
    solara.Style(Path(__file__).with_name("page.css"))
    if seat is None or seat.role.is_umpire:
        WholeTable(seat)
    else:
        DeskPage(seat)


@solara.component
def WholeTable(seat: playing.Seat | None) -> None:  # noqa: N802 - as above
    """Draw a table with everything on it, of a visitor alone or of the umpire."""
    query = solara.use_router().search or ""
    seminar = solara.use_memo(lambda: _table(seat, Path(os.environ[OPENED]), query), [])
    solara.use_effect(lambda: seminar.close, [])
    panel, set_panel = solara.use_state("Orders" if seat else "Scenario")
    solara.Title(f"{seminar.course.scenario.title} - westphalia")
    seminar.table.value  # noqa: B018 - reading subscribes
    with solara.v.Html(tag="main", class_="seminar"):
        handling_banner(seminar.course.scenario.handling)
        with solara.v.Html(tag="section", class_="panel", attributes={"aria-label": "Panels", "tabindex": "0"}):
            Faults(seminar)
            solara.ToggleButtonsSingle(value=panel, values=list(PANELS), on_value=set_panel, dense=True)
            PANELS[panel](seminar)
        Table(seminar)


def _table(seat: playing.Seat | None, file: Path, query: str) -> Seminar:
    """Return a table of one's own, or in a game that of the umpire."""
    if seat is None:
        return Seminar(file, query=query)
    table = UmpiresTable(seat.game, file, query)
    seat.game.seat(table)
    return table


@solara.component
def Layout(children: list[solara.Element[Any]]) -> Any:  # noqa: N802, ANN401 - as above; elements have no type
    """Leave all room to the page."""
    return solara.Div(children=children)


@solara.component
def Faults(seminar: Seminar) -> None:  # noqa: N802 - as above
    """Draw what was wrong with the last wish, if anything was."""
    if seminar.message.value:
        solara.Error(seminar.message.value, dense=True, classes=["fault"])


@solara.component
def Table(seminar: Seminar) -> None:  # noqa: N802 - as above
    """Draw a map for each course, and the board; the days are handed to them as they come."""
    laid = seminar.table.value
    courses = seminar.courses
    names = ["Left: ", "Right: "] if len(courses) > 1 else []
    maps = []
    with solara.Div(classes=["table"]):
        with solara.Div(classes=["maps"]):
            for n, course in enumerate(courses):
                maps.append(
                    map_screen(
                        ground=course.ground.layers,
                        homes=course.ground.homes,
                        frame=course.ground.frame,
                        focus=course.ground.focus,
                        title=names[n] + course.words if names else "",
                        names=names_of(course),
                        symbols=symbols_of(course.scenario),
                        event_choose=seminar.choose,
                        event_act=seminar.act if n == 0 else lambda _: None,
                        event_layers=seminar.switch,
                        event_hovered=partial(seminar.hover, n),
                        event_drawn=seminar.playback.was_drawn if n == 0 else lambda _: None,
                    )
                )
        board = board_screen(
            legends=legends_of(courses),
            marks=marks_of(courses[0]),
            event_step=lambda _: seminar.step(),
            event_go=seminar.go,
            event_play=lambda _: seminar.playback.play(),
            event_pause=lambda _: seminar.pause(),
            event_pace=seminar.set_pace,
            event_undo=lambda _: seminar.undo(),
            event_redo=lambda _: seminar.redo(),
            event_close=lambda _: seminar.choose(""),
            event_why=lambda day: seminar.choose(f"talks:{day}"),
            event_more=lambda _: seminar.play_more(),
            event_project=lambda on: seminar.project(on=on),
        )

    def light() -> None:
        seminar.room.light([solara.get_widget(screen) for screen in maps], solara.get_widget(board))
        seminar.go(seminar.day)

    solara.use_effect(light, [laid])
