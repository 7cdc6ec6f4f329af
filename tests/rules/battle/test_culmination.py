"""Culmination: assaults strain who makes them, until they are relieved and refit."""

import pytest

from sim.rules.battle.assault import concentrate
from sim.rules.battle.culmination import refitted, strained, tire, vigour
from sim.rules.command.orders import command
from sim.vocabulary import ASSAULT, HOLD
from tests.given import laws
from tests.rules.field import READY, field
from tests.rules.field import P as FIELD

P = laws(relief_losses=0.12, refit_days=30, exhaustion=0.3)


def test_under_constant_losses_assaults_last_for_what_may_be_lost_over_what_a_day_costs() -> None:
    strain, days = 0.0, 0
    while strain < 1.0:
        strain, days = strained(strain, 0.01, 0.12), days + 1

    assert days == 12


def test_a_spent_formation_refits_in_the_days_that_it_takes_and_slower_under_pressure() -> None:
    for resting, wanted in ((1.0, 30), (0.5, 60)):
        strain, days = 1.0, 0
        while strain > 1e-9:
            strain, days = refitted(strain, resting, 30), days + 1

        assert days == wanted


def test_the_share_of_time_in_the_assault_is_that_of_losing_over_losing_and_refitting() -> None:
    w = field({"strength": 1000.0}, p=FIELD)
    formation, assaults, days = w.formations[1], 0, 12 + 30
    for _ in range(3 * days):
        is_relieved = formation.spent == 1
        formation.attacking, formation.loss = (0.0, 0.0) if is_relieved else (1.0, 0.01)
        formation.pressed = 0.0
        tire(P, formation)
        assaults += not is_relieved

    assert assaults / (3 * days) == pytest.approx(12 / days, abs=0.02)


def test_who_is_strained_attacks_with_less_and_holds_with_all() -> None:
    p = FIELD._replace(exhaustion=0.3)
    w = field({"strain": 0.5, "strength": 1000.0, "quality": 1.0}, p=p)
    fresh = field({"strength": 1000.0, "quality": 1.0}, p=p)
    for each in (w, fresh):
        concentrate(each, p, 0)

    assert vigour(p, 0.5) == pytest.approx(0.85)
    assert w.places[1].strike == pytest.approx(0.85 * fresh.places[1].strike)
    assert w.places[1].staying_power == fresh.places[1].staying_power


@pytest.mark.parametrize(("spent", "order"), [(0, ASSAULT), (1, HOLD)])
def test_who_is_spent_is_not_sent_to_assault(spent: int, order: int) -> None:
    w = field({**READY, "spent": spent, "strain": 0.5 * spent, "strength": 9000.0})
    w.sides[1].assaults, w.sides[1].stickiness = 1.0, 9.0
    command(w, FIELD, 0, 1)

    assert w.formations[1].order == order


def test_switched_off_nothing_tires() -> None:
    w = field({"strength": 1000.0})
    formation = w.formations[1]
    formation.attacking, formation.loss = 1.0, 0.9
    for _ in range(1000):
        tire(P._replace(relief_losses=1e6, exhaustion=0.0), formation)

    assert formation.spent == 0
    assert vigour(P._replace(exhaustion=0.0), formation.strain) == 1.0
