"""The answers that a person reads: contrasts, then paths, over all worlds, and the declared values beside them."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from sim.experiment.worlds.answering import Answered
from sim.experiment.worlds.answers import Answers
from sim.experiment.worlds.bands import Band
from sim.experiment.worlds.contrast import Contrast, Difference
from sim.results.talk_paths import spaced

DATES = 5
"""Dates in the table at the most; all are in the results."""
RULES = {
    "nash": "Nash",
    "kalai": "Kalai",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "alternating_offers": "alternating offers",
}
SOURCES = {"luck": "luck", "campaign": "the campaign", "table": "the table", "rule": "the rule"}
"""What leverage hangs on, in words."""


def print_answers(answered: Answered, territory: str) -> None:
    """Print five answers over all worlds, each with what the declared values alone give beside it."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    worlds = f"Over {answered.over.draws} draws of all declared ranges, {answered.over.replications} runs each"
    found, declared = answered.worlds, answered.declared
    first = found.sides[0]
    console.print(f"{worlds}: median, [90 % of runs], and (the declared values alone)\n")
    for name, each in answered.contrasts.items():
        console.print(f"Against {name}:")
        for line in against(each):
            console.print(f"  {line}")
    console.print(_paths(found, declared, territory))
    lost = "it is never lost in the median run" if found.lost is None else f"the median run loses it on {found.lost}"
    console.print(f"\nOf the ground: {lost}.")
    at_talks = f"{known(found.leverage_at_talks, 2)} ({value(declared.leverage_at_talks.median, 2)})"
    console.print(f"Leverage of {first} at the talks: {at_talks}")
    hangs = ", ".join(f"{SOURCES[name]} {share.mean:.0%}" for name, share in found.variance.items() if share)
    console.print(f"  it hangs on {hangs}" if hangs else "  it does not vary")
    rules = ", ".join(f"{RULES.get(name, name)} {known(each, 2)}" for name, each in found.rules.items())
    console.print(f"  by rule: {rules}")
    for side, losses in found.losses.items():
        parts = (("casualties", "killed and wounded"), ("captured", "prisoners"))
        men = " and ".join(f"{rounded(losses[part])} {word}" for part, word in parts)
        console.print(f"{side} loses {men}.")
    console.print(f"Displaced: {rounded(found.displaced)} civilians.")


def against(each: Contrast) -> list[str]:
    """Return lines on a contrast: leverage at the talks, ground, and losses of the first side."""
    flag = "; its sign depends on the bargaining rule" if each.depends_on_rule else ""
    most = max(each.area, key=lambda change: abs(change.band.mean or 0.0))
    when = each.dates[each.area.index(most)]
    return [
        f"leverage of {each.sides[0]} at the talks {signed(each.leverage_at_talks, 3)}{flag}",
        f"ground, most on {when}: {signed(most, 0)} km²",
    ]


def signed(change: Difference, digits: int) -> str:
    """Return a mean difference with its interval, and in how many worlds its sign holds."""
    mean = change.band.mean
    if mean is None:
        return "-"
    text = f"{mean:+.{digits}f}"
    if change.mean_low is not None and change.mean_high is not None:
        text += f" [{change.mean_low:+.{digits}f}, {change.mean_high:+.{digits}f}]"
    return text if change.sign_holds is None else f"{text}, the sign holds in {change.sign_holds:.0%} of worlds"


def _paths(found: Answers, declared: Answers, territory: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    columns = spaced([{"n": n} for n in range(len(found.dates))], DATES)
    chosen = [int(column["n"]) for column in columns]
    for n in chosen:
        table.add_column(f"{found.dates[n]:%d %b}", justify="right")
    rows: list[tuple[str, Sequence[str]]] = [
        ("At least half held", [f"{found.standing[n].mean:.0%} ({declared.standing[n].mean:.0%})" for n in chosen]),
        (
            f"Holding {territory} adds",
            [f"{known(found.counter[n], 3)} ({value(declared.counter[n].median, 3)})" for n in chosen],
        ),
        (
            f"Leverage of {found.sides[0]}",
            [f"{known(found.leverage_path[n], 2)} ({value(declared.leverage_path[n].median, 2)})" for n in chosen],
        ),
        ("Zone of agreement", [f"{found.zone[n].mean:.0%} ({declared.zone[n].mean:.0%})" for n in chosen]),
        ("Settled by then", [f"{found.settlement_by[n]:.0%} ({declared.settlement_by[n]:.0%})" for n in chosen]),
    ]
    for words, cells in rows:
        table.add_row(words, *(cell.replace(" [", "\n[").replace(" (", "\n(") for cell in cells))
    return table


def known(band: Band, digits: int) -> str:
    """Return a median with its band, as text."""
    if band.median is None or band.low is None or band.high is None:
        return "-"
    return f"{value(band.median, digits)} [{value(band.low, digits)}, {value(band.high, digits)}]"


def value(number: float | None, digits: int) -> str:
    """Return a number to some digits, never as minus nothing."""
    return "-" if number is None else f"{round(number, digits) + 0.0:.{digits}f}"


def rounded(band: Band) -> str:
    """Return the range of a count to two significant digits."""
    if band.low is None or band.high is None:
        return "-"
    low, high = (int(float(f"{bound:.1e}")) for bound in (band.low, band.high))
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
