"""The answers that a person reads: contrasts, then paths, over all worlds, and the declared values beside them."""

import math
from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.printing import visible
from sim.cli.standard_output import StandardOutput
from sim.results.significant_digits import Known, digits_borne, known, rounded, written

if TYPE_CHECKING:
    from sim.experiment.worlds.answering import Answered
    from sim.experiment.worlds.contrast import Contrast, Difference

DATES = 5
"""Dates in the table at the most; all are in the results."""
SOURCES = {"campaign": "the campaign", "table": "the table", "luck": "luck", "rule": "the bargaining rule"}
"""What leverage hangs on, in words."""
PARTS = {"casualties": "killed and wounded", "captured": "prisoners"}


def print_answers(title: str, days: int, territory: str, answered: "Answered") -> None:
    """Print what differs from other scenarios, whether the ground stands, what it is worth, and what that hangs on."""
    from sim.talks.rules import IN_WORDS

    console = StandardOutput(highlight=False, soft_wrap=True, markup=False)
    found, over = answered.worlds, answered.over
    first = found.sides[0]
    console.print(f"{title}: {days} days", style="bold")
    if over.is_alone:
        console.print(f"{over.replications} runs of the declared values: median, [90 % of runs, by luck alone]\n")
    else:
        console.print(f"{over.draws} draws of all declared ranges, {over.replications} runs each, seed {over.seed}:")
        console.print("median, [90 % of all runs], and (the declared values alone)\n")
    for name, each in answered.contrasts.items():
        console.print(f"{name}, less this scenario", style="bold")
        for line in lines_of(each):
            console.print(f"  {line}")
    console.print(_paths(answered))
    lost = "never loses half of the ground" if found.lost is None else f"loses half of the ground by {found.lost}"
    console.print(f"\nThe median run {lost}.")
    console.print(
        f"Leverage of {first} at the talks {_both(found.leverage_at_talks, answered.declared.leverage_at_talks)}"
    )
    hangs = ", ".join(f"{SOURCES[name]} {share.mean:.0%}" for name, share in found.variance.items() if share)
    console.print(f"  its variance: {hangs}" if hangs else "  it does not vary")
    console.print(
        "  by rule: " + ", ".join(f"{IN_WORDS.get(rule, rule)} {known(each)}" for rule, each in found.rules.items())
    )
    best = max(found.counter, key=lambda each: each.median or -math.inf)
    if territory:
        console.print(f"Holding {territory} adds most on {found.dates[found.counter.index(best)]}: {known(best)}")
    zone = found.zone[-1]
    console.print(f"A zone of agreement exists on {found.dates[-1]} in {zone.mean:.0%} of runs.")
    if any(each.median is not None for each in found.terms.values()):
        console.print(f"Terms at the talks, share of {first}")
        console.print(_terms(answered))
    for side, losses in found.losses.items():
        men = ", ".join(f"{rounded(losses[part])} {words}" for part, words in PARTS.items())
        console.print(f"{side} loses {men}.")
    console.print(f"Displaced: {rounded(found.displaced)} civilians.")


def lines_of(each: "Contrast") -> list[str]:
    """Return lines on a contrast: leverage at the talks, ground and what holding it adds."""
    flag = "; the rules disagree about the sign" if each.depends_on_rule else ""
    clearest = max(each.area, key=clearness)
    when = each.dates[each.area.index(clearest)]
    return [
        f"leverage of {each.sides[0]} at the talks {signed(each.leverage_at_talks)}{flag}",
        f"ground, clearest on {when}, km² {signed(clearest)}",
        f"what holding it adds, first day {signed(each.counter[0])}",
    ]


def clearness(change: "Difference") -> float:
    """Return how far a mean difference stands out from its interval: the largest of many dates may be luck's.

    Where one world leaves no interval, the largest it is.
    """
    mean, low, high = change.band.mean or 0.0, change.mean_low, change.mean_high
    if low is None or high is None:
        return abs(mean)
    return abs(mean) / (high - low) if high > low else math.inf if mean else 0.0


def signed(change: "Difference") -> str:
    """Return a mean difference with its interval, and in how many worlds its sign holds."""
    mean, low, high = change.band.mean, change.mean_low, change.mean_high
    if mean is None:
        return "-"
    digits = digits_borne(mean if low is None or high is None else high - low)
    text = f"{round(mean, digits) + 0.0:+.{digits}f}"
    if low is not None and high is not None:
        text += f" [{round(low, digits) + 0.0:+.{digits}f}, {round(high, digits) + 0.0:+.{digits}f}]"
    return text if change.sign_holds is None else f"{text}; sign holds in {change.sign_holds:.0%} of worlds"


def _paths(answered: "Answered") -> Table:
    from sim.results.talk_paths import spaced

    found, declared = answered.worlds, answered.declared
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("", "half held", "holding it adds", f"leverage of {found.sides[0]}", "settled"):
        whole = heading in {"", "half held", "settled"}
        table.add_column(heading, justify="right" if heading else "left", no_wrap=whole)
    for n in spaced(range(len(found.dates)), DATES):
        table.add_row(
            f"{found.dates[n]:%d %b}",
            f"{found.standing[n].mean:.0%} ({declared.standing[n].mean:.0%})",
            _both(found.counter[n], declared.counter[n]),
            _both(found.leverage_path[n], declared.leverage_path[n]),
            f"{found.settlement_by[n]:.0%} ({declared.settlement_by[n]:.0%})",
        )
    return table


def _terms(answered: "Answered") -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for issue, share in answered.worlds.terms.items():
        table.add_row(f"  {visible(issue)}", _both(share, answered.declared.terms[issue]))
    return table


def _both(found: Known, declared: Known) -> str:
    """Return a band over worlds, and the median of the declared values to the same digits."""
    if found.low is None or found.high is None:
        return "-"
    return f"{known(found)} ({written(declared.median, digits_borne(found.high - found.low))})"
