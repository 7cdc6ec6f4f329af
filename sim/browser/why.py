"""Why: what moved leverage between two talks, what would be agreed, and what the war brought in between, in words."""

import math
from html import escape
from typing import Final, NamedTuple

from sim.browser.chronicle import chronicle_of
from sim.browser.course import Course
from sim.campaign.negotiation.stakes import demands_of
from sim.campaign.negotiation.table import Talks
from sim.scenario.scenario import Scenario
from sim.talks.position import FACTORS
from sim.vocabulary import GROUND, LEDGER, MEN, SHORTAGES, family

PARTS: Final = dict(
    zip(
        FACTORS,
        ("what they insist on", "what fighting on would leave them", "what fighting on would cost", "patience"),
        strict=True,
    )
)
"""What a position is made of, in words."""
LARGEST: Final = 3
"""Causes that are told."""
SEEN: Final = 0.005
"""Share of a loss from which a cause is named: less would be written 0 %."""


class Brought(NamedTuple):
    """Something that the war took from a side between two talks."""

    share: float
    """Of what the side had, so that men, ground and supplies can be put in order."""
    words: str


def talks_details(course: Course, day: int) -> str:
    """Return as HTML why leverage is what it is at the talks of a day; nothing when there were none."""
    held = course.talks.get(day)
    if held is None:
        return ""
    first = next(iter(course.scenario.sides.values()))
    before = course.talks.get(max((due for due in course.talks if due < day), default=-1))
    parts = [
        f"<h3>Talks of {course.date_of(day).day} {course.date_of(day):%B %Y}, day {day}</h3>",
        f"<p><b>Leverage of {escape(first.short)} {held.leverage:.3f}</b>, {_moved(course, held, before)}</p>",
        _table(_ledger(held)),
        f"<p><b>{'Both would sign' if held.zone else 'No package is better for both than more war'}</b></p>",
        _table(_package(course.scenario, held, first.short)),
        f"<p>Holding {escape(course.scenario.contested_name)} {_adds(held.chip_value)}.</p>",
    ]
    if before is not None:
        causes = brought_between(course, before.day, day)[:LARGEST]
        parts.append("<p><b>Largest in between</b></p>")
        parts.append("<ul>" + "".join(f"<li>{escape(cause.words)}</li>" for cause in causes) + "</ul>")
        parts += _events(course, before.day, day)
    return "".join(parts)


def brought_between(course: Course, start: int, end: int) -> list[Brought]:
    """Return what either side lost from one day up to another, greatest share of what it had first."""
    found = []
    shot = course.snapshots[start]
    sides = course.deployment.tables["formations"]["side"].tolist()
    ledger = course.ledger
    for s, name in enumerate(course.scenario.sides):
        men = sum(m for m, side in zip(shot.formations["strength"], sides, strict=True) if side == s)
        ground = sum(
            float(area)
            for area, holder in zip(course.deployment.tables["places"]["area"], shot.places["holder"], strict=True)
            if holder == s
        )
        used = sum(float(row[LEDGER.index(f"supply_used_{s}")]) for row in ledger[start:end])
        for kind, had, words in (
            (MEN, men, "{name} lost {total:,.0f} men ({share:.0%}): {how}"),
            (GROUND, ground, "{name} lost whole places of {total:,.0f} km² ({share:.0%} of its ground here): {how}"),
            (SHORTAGES, used, "{name} went short of {total:,.0f} t of supplies ({share:.0%} of what it used): {how}"),
        ):
            causes = {
                cause.words: sum(float(row[LEDGER.index(f"{cause.name}_{s}")]) for row in ledger[start:end])
                for cause in family(kind)
            }
            total = sum(causes.values())
            if total >= 1.0 and had > 0.0:
                share = total / had
                text = words.format(name=name, total=total, share=share, how=_shares(causes))
                found.append(Brought(share, text))
    return sorted(found, reverse=True)


def _moved(course: Course, held: Talks, before: Talks | None) -> str:
    if before is None:
        return "at the first talks"
    change = held.leverage - before.leverage
    when = course.date_of(before.day)
    return f"{_signed(change)} since {when.day} {when:%B}"


def _ledger(held: Talks) -> list[tuple[str, str]]:
    return [(f"through {PARTS[name]}", _signed(held.change[name])) for name in FACTORS if name in held.change]


def _package(scenario: Scenario, held: Talks, short: str) -> list[tuple[str, str]]:
    if held.terms.settlement is None:
        return []
    shares = zip(demands_of(scenario), held.terms.settlement.shares, strict=True)
    return [(issue.name, f"{share:.0%} to {short}") for issue, share in shares]


def _events(course: Course, start: int, end: int) -> list[str]:
    lines = [
        f"<li>{entry.date}: {escape(entry.text)}</li>" for entry in chronicle_of(course) if start <= entry.day < end
    ]
    return [f"<p><b>Events in between</b></p><ul>{''.join(lines)}</ul>"] if lines else []


def _shares(causes: dict[str, float]) -> str:
    total = sum(causes.values())
    largest = sorted(causes.items(), key=lambda each: -each[1])[:LARGEST]
    return ", ".join(f"{amount / total:.0%} {words}" for words, amount in largest if amount >= SEEN * total)


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td>{escape(name)}</td><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table>{cells}</table>" if rows else ""


def _adds(worth: float) -> str:
    return f"adds {_signed(worth)} to leverage" if math.isfinite(worth) else "was not weighed on this day"


def _signed(value: float) -> str:
    return f"{value:+.4f}".replace("-", "\N{MINUS SIGN}")
