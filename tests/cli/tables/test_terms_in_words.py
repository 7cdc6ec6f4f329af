from typing import Any

from sim.cli.tables.terms_in_words import terms_in_words


def mean(value: float | None) -> dict[str, float | None]:
    return {"mean": value, "low": value, "high": value}


TOLD: dict[str, Any] = {
    "leverage": {"Blue": mean(0.4), "Red": mean(0.6)},
    "settlement": {"the salient": mean(0.0), "guarantees": mean(0.25), "prisoners": mean(1.0)},
    "swap": [{"date": "2025-03-01", "the coast": mean(1.5)}, {"date": "2025-03-08"}],
    "area_km2": {"Blue": mean(120.0)},
    "promises": {"needed": mean(0.4), "hold": mean(0.5)},
}


def test_terms_say_who_has_what_at_which_rate_and_what_promises_need() -> None:
    terms, swap, ceasefire, promises = terms_in_words("the marches", "the salient", TOLD)

    assert terms == "Terms in words: Red has all of the salient; Blue has all of prisoners; Blue has 25% of guarantees."
    assert "one km² of the salient is worth as much to Blue as 1.5 km² of the coast" in swap
    assert ceasefire == "A ceasefire on the line of the last day leaves Blue 120 km² of the marches."
    assert promises == "Guarantees must undo 40% of the shift in power to come; 50% of promises hold."


def test_without_a_settlement_or_ground_held_nothing_is_said_of_terms_and_swaps() -> None:
    nothing = {
        **TOLD,
        "settlement": {"the salient": mean(None)},
        "swap": [{"date": "2025-03-01"}],
        "promises": {"needed": mean(0.0), "hold": mean(1.0)},
    }

    ceasefire, promises = terms_in_words("the marches", "the salient", nothing)

    assert ceasefire.startswith("A ceasefire")
    assert "guarantees need undo nothing" in promises
