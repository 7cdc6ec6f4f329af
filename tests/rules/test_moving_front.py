"""The front in motion against closed forms: straight, round, cut finer, held by nobody, and not pushed hard enough."""

import math
from collections.abc import Sequence

import pytest

from sim.rules.battle.combat import fight
from sim.rules.battle.pace import pace
from sim.rules.day import take_stock
from sim.rules.front import survey
from sim.vocabulary import ASSAULT
from sim.world.constants import Constants
from sim.world.state import World
from tests.given import Given, laws, world

P = laws(
    preparation=0, screen=0, morale_floor=1, noise_spread=0, battle_spread=0, quiet=0, surprise=1, envelopment=0,
    attacker_rate=0, defender_rate=0, advance_pace=2, hold_ratio=0.8, resistance=3, drone_resistance=0, works_delay=0,
    reach=1e9, half_front=0, garrison=0, attack_share=1, overrun=0, aimed_least=1, aimed_most=1,
    detection=1, contact_detection=1, estimate_spread=0, hasty=1, prepared=1,
)  # fmt: skip


def grid(columns: int, rows: int, side: float, held: float, formations: list[Given]) -> World:
    """Return a field of squares whose first ``held`` km, from the south, the attacker holds."""
    cells = [(n % columns, n // columns) for n in range(columns * rows)]
    places = [
        {
            "holder": 0 if side * (y + 0.5) > held else 1,
            "contested": 1,
            "east": side * (x + 0.5),
            "north": side * (y + 0.5),
            "area": side * side,
            "depot": {0: 1, columns * rows - 1: 0}.get(n, -1),
        }
        for n, (x, y) in enumerate(cells)
    ]
    return squares(places, cells, side, formations)


def squares(places: Sequence[Given], cells: list[tuple[int, int]], side: float, formations: list[Given]) -> World:
    numbers = {cell: n for n, cell in enumerate(cells)}
    beside = [(numbers[x, y], numbers.get((x + dx, y + dy))) for x, y in cells for dx, dy in ((1, 0), (0, 1))]
    borders = [(a, b) for a, b in beside if b is not None]
    w = world(places, borders=borders, formations=formations)
    for border in w.neighbours:
        border.km = border.length = side
    return w


def attacker(place: int, strength: float) -> Given:
    return {"side": 1, "place": place, "strength": strength, "order": ASSAULT, "objective": 0}


def areas(w: World, p: Constants, days: int) -> list[float]:
    """Return the ground of the defender after each day of an assault that nobody orders off."""
    held = []
    for day in range(days):
        take_stock(w, p, day)
        fight(w, p, day)
        survey(w, p)
        own = [place.area - place.gained for place in w.places if place.holder == 0]
        held.append(sum(own) + sum(place.gained for place in w.places if place.holder == 1))
    return held


def test_a_straight_front_under_a_constant_ratio_loses_length_times_pace_a_day() -> None:
    w = grid(4, 6, 5.0, 10.0, [attacker(5, 4000.0), {"place": 21, "strength": 1000.0}])
    lost_a_day = 20.0 * 2 * (1 - 0.8 / 4) * 4 / (4 + 3)

    assert areas(w, P, 12) == pytest.approx([400 - lost_a_day * (day + 1) for day in range(12)], rel=1e-6)


def test_the_radius_of_a_round_salient_shrinks_with_the_pace_within_three_tenths() -> None:
    """Squares that fall one after the other keep a round front ragged; by whole borders it would be six tenths."""
    size, radius, p = 15, 18.0, P._replace(hold_ratio=0, resistance=0, advance_pace=1.5)
    cells = [(x, y) for x in range(size) for y in range(size)]
    middle = 3.0 * size / 2
    away = [math.hypot(3.0 * (x + 0.5) - middle, 3.0 * (y + 0.5) - middle) for x, y in cells]
    places = [
        {"holder": int(r > radius), "contested": 1, "east": 3.0 * (x + 0.5), "north": 3.0 * (y + 0.5), "area": 9.0}
        for (x, y), r in zip(cells, away, strict=True)
    ]
    w = squares(places, cells, 3.0, [attacker(0, 1000.0)])
    first = sum(place.area for place in w.places if place.holder == 0)
    held = areas(w, p, 6)
    rooted = [math.sqrt(area / math.pi) for area in held]

    assert first == pytest.approx(math.pi * radius**2, rel=0.02)
    assert (rooted[0] - rooted[-1]) / 5 == pytest.approx(1.5, rel=0.3)


def test_cutting_cells_in_four_changes_nothing_where_men_stand_as_thickly() -> None:
    coarse = grid(4, 6, 5.0, 10.0, [attacker(5, 4000.0), {"place": 21, "strength": 1000.0}])
    fine = grid(8, 12, 2.5, 10.0, [attacker(20, 4000.0), {"place": 92, "strength": 1000.0}])

    assert areas(fine, P, 10) == pytest.approx(areas(coarse, P, 10), rel=0.02)


def test_where_the_ratio_only_holds_nothing_moves() -> None:
    w = grid(4, 6, 5.0, 10.0, [attacker(5, 790.0), {"place": 21, "strength": 1000.0}])

    assert areas(w, P, 5) == [400] * 5


def test_against_nobody_the_front_moves_at_the_pace_of_a_march_less_mud() -> None:
    w = grid(4, 6, 5.0, 10.0, [attacker(5, 100.0)])
    w.conditions[0].mud = 0.25

    assert areas(w, P, 3)[-1] == pytest.approx(400 - 3 * 20 * 2 * 0.75)


def test_the_pace_rises_with_the_ratio_from_nothing_to_a_march() -> None:
    paces = [pace(P, 0.0, ratio, 3.0) for ratio in (0.5, 0.8, 1.0, 3.8, 1e9)]

    assert paces == pytest.approx([0, 0, 2 * 0.2 / 4, 2 * 3 / 3.8 * 3.8 / 6.8, 2])
    assert paces == sorted(paces)


def test_the_bends_of_a_front_add_no_length_to_it() -> None:
    """A front that runs over corners of squares is as long as the straight line through them."""
    cells = [(x, y) for x in range(8) for y in range(8)]
    places = [
        {"holder": int(x + y >= 8), "contested": 1, "east": 5.0 * x, "north": 5.0 * y, "area": 25.0} for x, y in cells
    ]
    w = squares(places, cells, 5.0, [])
    survey(w, P)
    fronts = [border.front for place in w.places for border in w.neighbours[place.first : place.last]]

    assert sum(fronts) / 2 == pytest.approx(14 * 5.0 / math.sqrt(2), rel=0.05)
