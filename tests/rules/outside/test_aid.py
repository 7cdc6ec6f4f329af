"""Aid, momentum, and the foreign powers that follow it."""

import pytest

from sim.rules.outside.aid import arms_at_hand, receive_aid
from sim.rules.outside.diplomacy import gather_momentum, reconsider
from sim.rules.outside.mediation import mediate
from sim.world.mediator import Mediator
from sim.world.state import World
from tests.given import laws, world


def aided(materiel_days: float = 1.0, **supporter: float) -> World:
    lent = {"coverage": 0.3, "share": 0.6, "money_share": 0.4, **supporter}
    w = world([{}], supporters=[lent, {"side": 1, "coverage": 0.1, "share": 0.2}])
    receive_aid(w, laws(materiel_days=materiel_days))
    return w


def test_full_support_gives_everything() -> None:
    w = aided()

    assert (w.sides[0].lent_coverage, w.sides[0].materiel, w.sides[0].money) == (0.3, 1, 1)
    assert w.sides[1].lent_coverage == 0.1


def test_what_a_supporter_withholds_is_missing_by_its_share() -> None:
    w = aided(intelligence=0.5, materiel=0.5, money=0.0)

    assert w.sides[0].lent_coverage == pytest.approx(0.15)
    assert w.sides[0].materiel == pytest.approx(0.7)
    assert w.sides[0].money == pytest.approx(0.6)


def test_arms_at_hand_outlast_the_deliveries() -> None:
    w = aided(materiel_days=30, materiel=0.0)

    assert w.sides[0].materiel == pytest.approx(1 - 0.6 / 30)
    assert arms_at_hand(1.0, 0.4, 30) == pytest.approx(1 - 0.6 / 30, rel=1e-6)
    assert arms_at_hand(0.3, 0.9, 0.5) == pytest.approx(0.9)


def test_aid_never_falls_below_nothing() -> None:
    w = aided(share=2.0, money_share=2.0, materiel=0.0, money=0.0)

    assert (w.sides[0].materiel, w.sides[0].money) == (0, 0)


def moved(taken: int, holder: int, before: float = 0.0) -> World:
    places = [{"contested": 1, "taken": taken, "holder": holder, "area": 50.0}, {"taken": taken, "area": 900.0}]
    w = world(places, sides=({"momentum": before}, {"momentum": -before}))
    gather_momentum(w, laws(momentum_days=10, momentum_ground=100), 4)
    return w


def test_momentum_is_contested_ground_gained_smoothed_over_days() -> None:
    w = moved(4, 0)

    assert w.sides[0].momentum == pytest.approx(0.5 / 10)
    assert w.sides[1].momentum == -w.sides[0].momentum
    assert moved(4, 1).sides[1].momentum == w.sides[0].momentum


def test_momentum_fades_while_the_front_stands() -> None:
    assert moved(3, 0, before=0.2).sides[0].momentum == pytest.approx(0.18)


@pytest.mark.parametrize(("follows", "level"), [(0.0, 0.5), (1.0, 0.7), (-1.0, 0.3), (9.0, 1.0), (-9.0, 0.0)])
def test_deliveries_follow_momentum_within_their_bounds(follows: float, level: float) -> None:
    w = world([{}], sides=({"momentum": 0.2}, {}), supporters=[{"materiel": 0.5, "follows": follows}])
    reconsider(w, w.supporters[0])

    assert w.supporters[0].materiel == pytest.approx(level)


def test_mediators_engage_when_the_front_moves_either_way() -> None:
    for momentum in (0.2, -0.2):
        w = world([{}], sides=({"momentum": momentum}, {}))
        mediator = Mediator(engagement=0.5, follows=1.0)
        mediate(w, mediator)

        assert mediator.engagement == pytest.approx(0.7)
