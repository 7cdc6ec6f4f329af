"""A game without a browser: who sees what, whose orders are carried out when, and what a saved game replays."""

import json
from pathlib import Path

import numpy as np
import pytest

from sim.browser.address import laid_of
from sim.browser.after_action import after_action_review
from sim.browser.drawings.layers import believed_drawing
from sim.browser.game.desk import Desk
from sim.browser.game.fog import Seen
from sim.browser.game.game import Game
from sim.browser.game.seats import FOLLOWER, UMPIRE, Role, Seats, roles_of
from sim.browser.game.umpire import UmpiresTable
from sim.browser.orders import order_axis, order_formations, order_strikes
from sim.browser.rulings import men_change, note, place_falls
from sim.browser.saving import write_course
from sim.browser.screens import names_of, on_map
from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario
from sim.vocabulary import SERIES, BadInput

ARTICLE = Path(__file__).parents[3] / "scenarios" / "kursk" / "2025-03-article.yaml"
DAYS = 10


@pytest.fixture
def game() -> Game:
    return opened()


@pytest.fixture(scope="module")
def played() -> Game:
    """Return a game of six days, for tests that only look at it."""
    held = opened()
    table_of(held).go(6)
    return held


def opened() -> Game:
    held = Game()
    held.seat(UmpiresTable(held, ARTICLE))
    return held


def table_of(game: Game) -> UmpiresTable:
    assert game.table is not None
    return game.table


def row_of(game: Game, formation: str) -> int:
    return list(table_of(game).course.scenario.order_of_battle.formations).index(formation)


def test_a_side_is_sent_nothing_of_the_enemy_but_what_it_believes(played: Game) -> None:
    table = table_of(played)
    seen = Seen(table.course, 0)
    sent = json.dumps([on_map(seen, day, 1, f"place:{n}") for day in (0, 6) for n in range(40)])
    sent += json.dumps(names_of(seen)) + believed_drawing(seen.ground, seen.snapshots[6], 0)
    enemies = [n for n, body in table.course.scenario.order_of_battle.formations.items() if body.side == "Russia"]

    assert "22nd Mechanised Brigade" in sent
    assert not any(name in sent for name in enemies)
    assert "believed s1" in sent
    assert seen.snapshots[6].measures[SERIES.index("strength_1")] == 0


def test_what_is_believed_is_the_picture_by_which_the_headquarters_command(played: Game) -> None:
    table = table_of(played)
    truth, seen = table.course.snapshots[3].places, Seen(table.course, 1).snapshots[3].places
    for holder, believed, picture in zip(truth["holder"], seen["picture"], truth["picture"], strict=True):
        assert believed == (picture if holder == 0 else 0.0)


def test_orders_wait_for_the_umpire_and_are_carried_out_before_the_day_is_played(game: Game) -> None:
    desk = Desk(game, Role("Ukraine", 0))
    body = row_of(game, "22nd Mechanised Brigade")
    desk.order(lambda course, day: order_formations(course, day, 0, "hold", [body], None))
    before = table_of(game).course.declared.injects
    table_of(game).step()

    assert before == ()
    assert [each.by for each in table_of(game).course.declared.injects] == ["Ukraine"]
    assert game.waiting("Ukraine") == []
    assert desk.day == 1


def test_a_side_commands_its_own_troops_alone(played: Game) -> None:
    desk = Desk(played, Role("Ukraine", 0))
    body = row_of(played, "810th Naval Infantry Brigade")
    desk.order(lambda course, day: order_formations(course, day, 0, "hold", [body], None))

    assert played.waiting("Ukraine") == []
    assert "no such formation of Ukraine is there" in desk.message.value


def test_nobody_is_sent_into_reserve_to_the_enemy(played: Game) -> None:
    with pytest.raises(BadInput, match="choose a place of Ukraine"):
        order_formations(
            table_of(played).course, 0, 0, "reserve", [row_of(played, "22nd Mechanised Brigade")], "Kurilovka"
        )


def test_a_game_of_ten_days_is_replayed_by_its_saved_scenario_bit_for_bit(game: Game, tmp_path: Path) -> None:
    table = table_of(game)
    table.change({"days": DAYS})
    sides = [Desk(game, Role("Ukraine", 0)), Desk(game, Role("Russia", 1))]
    hold, attack = row_of(game, "22nd Mechanised Brigade"), row_of(game, "810th Naval Infantry Brigade")
    sides[0].order(lambda course, day: order_formations(course, day, 0, "hold", [hold], None))
    sides[0].order(lambda course, day: note(course, day, "We hold the town.", "Ukraine"))
    sides[1].order(lambda course, day: order_formations(course, day, 1, "attack", [attack], "Basivka"))
    sides[1].order(lambda course, day: order_axis(course, day, 1, "Sudzha", 2.0))
    for _ in range(4):
        table.step()
    sides[1].order(lambda course, day: order_strikes(course, day, 1, "roads"))
    table.inject(lambda course, day: place_falls(course, day, "Martynovka", "Russia"))
    table.inject(lambda course, day: men_change(course, day, "22nd Mechanised Brigade", "-100"))
    for _ in range(6):
        table.step()
    course = table.course
    file = write_course(course, tmp_path / "game.yaml")
    replayed = run(deploy(read_scenario(file)), course.declared.seed, 0, talking=False)
    free = run(deploy(read_scenario(ARTICLE, {"days": DAYS})), 1, 0, talking=False)
    played = np.array([shot.measures for shot in course.snapshots[1:]])

    assert table.message.value == ""
    assert played.tobytes() == np.asarray(replayed.series)[:DAYS].tobytes()
    assert not np.array_equal(played, np.asarray(free.series)[:DAYS])
    assert laid_of(table.query, {"kursk/2025-03-article": ARTICLE}).courses[0] == course.declared
    review = after_action_review(course, DAYS)
    assert "- ruling: Ruling: Martynovka goes to Russia" in review
    assert "- note: Note of Ukraine: We hold the town." in review
    assert "- order: Russia: 810th Naval Infantry Brigade attacks Basivka" in review


def test_each_token_lets_one_browser_in_and_stands_for_one_part() -> None:
    seats = Seats(roles_of(["Blue", "Red"], 2))
    names = {role.name: token for token, role in seats.tokens.items()}
    cookie = seats.admitted(names[UMPIRE])

    assert cookie is not None
    assert seats.admitted(names[UMPIRE]) is None
    assert seats.admitted("guessed") is None
    assert seats.role_of(cookie) == Role(UMPIRE)
    assert seats.role_of(names["Blue"]) is None
    assert sorted(role.name for role in seats.tokens.values()) == ["Blue", "Red", FOLLOWER, FOLLOWER]
