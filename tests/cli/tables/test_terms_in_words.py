from dataclasses import replace

from sim.cli.tables.terms_in_words import terms_in_words
from sim.results.spread import Chance, Spread
from sim.results.summary import Promises, Summary
from sim.results.talk_paths import Talked, TalkPaths


def mean(value: float | None) -> Spread:
    return Spread(value, value, value)


FOUND = Summary(
    leverage={"Blue": mean(0.4), "Red": mean(0.6)},
    leverage_by_rule={},
    zone_of_agreement=Chance(1.0),
    disagreement={},
    settlement={"the salient": mean(0.0), "guarantees": mean(0.25), "prisoners": mean(1.0)},
    area_km2={"Blue": mean(120.0)},
    encircled={},
    pockets={},
    losses={},
    displaced=mean(0.0),
    chip_value={},
    promises=Promises(needed=mean(0.4), hold=mean(0.5)),
    agreement=Chance(0.0),
    perceived={},
    perceived_surplus=mean(0.1),
    why={},
    since_last_talks={},
)


def paths(**swap: Spread) -> TalkPaths:
    return TalkPaths((Talked("2025-03-01", {}, mean(0.0), swap), Talked("2025-03-08", {}, mean(0.0), {})))


def test_terms_say_who_has_what_at_which_rate_and_what_promises_need() -> None:
    rates = paths(**{"the coast": mean(1.5)})

    terms, swap, ceasefire, promises = terms_in_words("the marches", "the salient", FOUND, rates)

    assert terms == "Terms in words: Red has all of the salient; Blue has all of prisoners; Blue has 25% of guarantees."
    assert "one km² of the salient is worth as much to Blue as 1.5 km² of the coast" in swap
    assert ceasefire == "A ceasefire on the line of the last day leaves Blue 120 km² of the marches."
    assert promises == "Guarantees must undo 40% of the shift in power to come; 50% of promises hold."


def test_without_a_settlement_or_ground_held_nothing_is_said_of_terms_and_swaps() -> None:
    nothing = replace(FOUND, settlement={"the salient": mean(None)}, promises=Promises(mean(0.0), mean(1.0)))

    ceasefire, promises = terms_in_words("the marches", "the salient", nothing, paths())

    assert ceasefire.startswith("A ceasefire")
    assert "guarantees need undo nothing" in promises
