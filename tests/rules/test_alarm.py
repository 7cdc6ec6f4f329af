"""Alarms and misjudgements: what a side knows of what is coming."""

import pytest

from sim.rules.day import take_stock
from sim.rules.depth.intelligence import see
from sim.vocabulary import ASSAULT
from tests.given import laws, under, world
from tests.rules.facing import two_places


def test_preparations_noticed_raise_the_alarm_and_assaults_under_way_always_do() -> None:
    for detection, prepared, alarm in ((0.0, 1, 0.0), (1.0, 1, 1000.0), (0.0, 3, 1000.0)):
        p = laws(detection=detection, preparation=2)
        w = two_places(1.0)
        attacker = w.formations[1]
        attacker.order, attacker.objective, attacker.prepared = ASSAULT, 0, prepared
        take_stock(w, p, 0)

        assert w.places[0].alarm == alarm
        assert w.places[1].alarm == 0


@pytest.mark.parametrize(("objective", "alarm"), [(0, 1000), (1, 0)])
def test_what_was_noticed_once_is_not_forgotten_until_the_objective_is_taken(objective: int, alarm: int) -> None:
    w = two_places(1.0)
    attacker = w.formations[1]
    attacker.order, attacker.objective, attacker.noticed = ASSAULT, objective, 1
    take_stock(w, laws(detection=0), 0)

    assert w.places[objective].alarm == alarm


def test_a_misjudgement_lasts() -> None:
    p = laws(detection=1, contact_detection=1, estimate_memory=0.9)
    w, pairs = two_places(0.5), []
    take_stock(w, p, 0)
    for key in range(2000):
        errors = []
        for day in range(2):
            see(under(w, key), p, day)
            errors.append(w.places[1].misjudged)
        pairs.append(errors)
    first, second = zip(*pairs, strict=True)

    assert sum(a * b for a, b in pairs) / 2000 == pytest.approx(0.9, abs=0.08)
    assert sum(a * a for a in first) / 2000 == pytest.approx(1, abs=0.1)
    assert sum(b * b for b in second) / 2000 == pytest.approx(1, abs=0.1)


def test_in_the_rear_a_misjudgement_stays_what_it_was() -> None:
    w = world([{}, {}, {"holder": 1}], [(0, 1, {}), (1, 2, {})])
    errors = []
    for day in range(2):
        take_stock(w, laws(), day)
        errors.append([place.misjudged for place in w.places])
    (rear, front, enemy), later = errors

    assert rear != 0
    assert later[0] == rear
    assert later[1] != front
    assert later[2] != enemy
