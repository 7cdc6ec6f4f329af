from typing import get_args

import pytest

from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.experiment.contrasts.factor_groups import FACTORS, factor_of, factor_of_event
from sim.experiment.designs.mixture import differing_factors, mixture
from sim.results.digest import digest_of
from sim.scenario.declared import declared_fields
from sim.scenario.events import EventDeclared
from sim.scenario.scenario import Scenario
from tests.experiment.short_war import kept, suspended

KINDS = {get_args(each.model_fields["kind"].annotation)[0] for each in get_args(get_args(EventDeclared)[0])}
"""Kinds of event that a scenario can declare."""


def played(scenario: Scenario) -> str:
    return digest_of([run(deploy(scenario), seed=1, replication=0)])


def test_the_pause_of_support_changes_intelligence_and_aid_and_no_drones_by_hand() -> None:
    assert differing_factors(kept(), suspended()) == ["intelligence", "aid"]


def test_a_scenario_does_not_differ_from_itself() -> None:
    assert differing_factors(kept(), kept()) == []


def test_titles_sources_and_ranges_are_no_factors() -> None:
    other = kept().model_copy(update={"title": "Another", "about": "the same war"})

    assert differing_factors(kept(), other) == []


def test_with_all_factors_changed_a_mixture_is_played_as_the_second_scenario() -> None:
    whole = mixture(kept(), suspended(), FACTORS)

    assert played(whole) == played(suspended()) != played(kept())


def test_with_none_changed_a_mixture_is_played_as_the_first() -> None:
    assert played(mixture(suspended(), kept(), [])) == played(suspended())


def test_a_suspension_of_intelligence_and_arms_is_divided_between_its_factors() -> None:
    mixed = mixture(kept(), suspended(), ["intelligence"])

    (event,) = mixed.events
    assert event.kind == "support"
    assert (event.intelligence, event.materiel) == (0.0, None)
    assert mixed.sides == kept().sides


def test_a_quantity_is_taken_whole_so_that_it_lies_in_its_own_range() -> None:
    mixed = mixture(kept(), suspended(), ["supply"])

    assert mixed.sides["Russia"].deep_fires.drones == suspended().sides["Russia"].deep_fires.drones
    assert mixed.events == []


@pytest.mark.parametrize("part", sorted(set(declared_fields(Scenario, [])) - {"title", "about", "handling", "events"}))
def test_every_part_of_a_scenario_belongs_to_a_factor(part: str) -> None:
    assert factor_of((part, "any", "thing")) in FACTORS


@pytest.mark.parametrize("kind", sorted(KINDS - {"support"}))
def test_every_kind_of_event_belongs_to_a_factor(kind: str) -> None:
    assert factor_of_event({"kind": kind}) in FACTORS


def test_money_and_arms_are_aid_but_not_intelligence() -> None:
    assert factor_of_event({"kind": "support", "money": 0.0, "intelligence": None}) == "aid"
    assert factor_of_event({"kind": "support", "intelligence": 0.0}) == "intelligence"
