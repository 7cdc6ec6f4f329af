"""Paired: scenarios compared in one call, run by run under the same luck."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.experiment.contrasts.comparison import attribution, comparison
from sim.experiment.contrasts.endings import under_one_luck
from sim.results.session import Watch, unwatched
from sim.scenario.files.overrides import Overrides
from sim.scenario.files.reading import read_scenario
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


def compare(
    *scenarios: str | Path | Scenario,
    replications: int = 100,
    seed: int = 1,
    attribute: bool = False,
    overrides: Overrides = (),
    workers: int = 0,
    watch: Watch = unwatched,
) -> dict[str, Any]:
    """Return how the endings of scenarios differ from those of the first, in pairs of runs under the same luck.

    Scenarios are files, with ``overrides`` for all of them, or scenarios that were read; they go by the file's path or
    by their title, the second of one title by "title (2)". ``["difference"][scenario][side]`` is the change of
    leverage: its mean, the middle 90 % of runs and the 90 % interval of the mean. ``["measures"]`` has the same for
    ground, losses, settlement and civilians. With ``attribute``, ``["parts"]`` divides the change in the first side's
    leverage between the factors in which two scenarios differ (Shapley 1953), all their combinations played. The keys
    are those of ``westphalia compare --json``.

    Raises:
        BadInput: a scenario has errors or is named twice, or these cannot be compared.

    """
    if attribute and len(scenarios) != 2:  # noqa: PLR2004 - a change leads from one to another
        raise BadInput(f"a change can be divided between two scenarios, but {len(scenarios)} are named; name two")
    named = _named(scenarios, overrides)
    play = under_one_luck(seed, replications, workers, watch)
    found = replace(comparison(named, play), seed=seed, replications=replications)
    if attribute:
        first, second = named.values()
        found = replace(found, attribution=attribution(first, second, play))
    return found.as_json()


def _named(scenarios: Sequence[str | Path | Scenario], overrides: Overrides) -> dict[str, Scenario]:
    named: dict[str, Scenario] = {}
    for each in scenarios:
        if isinstance(each, Scenario):
            alike = sum(other.title == each.title for other in named.values())
            named[f"{each.title} ({alike + 1})" if alike else each.title] = each
        elif str(each) in named:
            raise BadInput(f"{each} is named twice; name each file once")
        else:
            named[str(each)] = read_scenario(each, overrides)
    return named
