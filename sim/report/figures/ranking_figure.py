"""The figure of a ranking: what each scenario changes in leverage, under every bargaining rule."""

from collections.abc import Sequence

from sim.experiment.worlds.ranking import Ranked
from sim.report.figures.interval_figure import Mark, interval_figure
from sim.talks.rules import IN_WORDS


def ranking_figure(found: Sequence[Ranked], side: str) -> str:
    """Return an SVG: a line a scenario, a mark a rule, each the mean difference with its 90 % interval."""
    others = [each for each in found if each.contrast is not None]
    rules = list(found[0].leverage)
    lines, remarks = {}, {}
    for each in others:
        differences = each.contrast.rules if each.contrast else {}
        lines[each.name] = [
            Mark(n, differences[rule].band.mean or 0.0, differences[rule].mean_low, differences[rule].mean_high)
            for n, rule in enumerate(rules)
        ]
        holds = each.contrast.leverage_at_talks.sign_holds if each.contrast else None
        remarks[each.name] = "" if holds is None else f"holds in {holds:.0%}"
    axis = f"change in leverage of {side} at the talks"
    names = [IN_WORDS.get(rule, rule) for rule in rules]
    return interval_figure(f"What changes the leverage of {side}", lines, names, remarks, axis)
