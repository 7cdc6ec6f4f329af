"""The terms in words: what holding ground is worth against other land, who has what, and what promises need."""

from collections.abc import Mapping
from typing import Any

WHOLE, NOTHING = 0.995, 0.005
"""Shares from which a side has all of an issue, and up to which it has nothing."""


def terms_in_words(contested: str, territory: str, found: Mapping[str, Any]) -> list[str]:
    """Return lines of plain text on the settlement of the last talks, on a swap and a ceasefire, and on guarantees."""
    first, second = found["leverage"]
    shares = {issue: share["mean"] for issue, share in found["settlement"].items() if share["mean"] is not None}
    lines = []
    if shares:
        parts = [
            _listed(second, [issue for issue, share in shares.items() if share <= NOTHING]),
            _listed(first, [issue for issue, share in shares.items() if share >= WHOLE]),
            *(f"{first} has {share:.0%} of {issue}" for issue, share in shares.items() if NOTHING < share < WHOLE),
        ]
        lines.append(f"Terms in words: {'; '.join(part for part in parts if part)}.")
    rates = {
        issue: rate["mean"]
        for issue, rate in (found.get("swap") or [{}])[0].items()
        if issue != "date" and rate["mean"] is not None
    }
    if rates:
        against = ", ".join(f"{rate:.1f} km² of {issue}" for issue, rate in rates.items())
        when = found["swap"][0]["date"]
        lines.append(f"A swap: on {when} holding one km² of {territory} is worth as much to {first} as {against}.")
    area = found["area_km2"][first]["mean"]
    if territory:
        lines.append(f"A ceasefire on the line of the last day leaves {first} {area:,.0f} km² of {contested}.")
    needed, holds = (found["promises"][part]["mean"] for part in ("needed", "hold"))
    if needed:
        lines.append(f"Guarantees must undo {needed:.0%} of the shift in power to come; {holds:.0%} of promises hold.")
    else:
        lines.append("No shift in power to come breaks a promise: guarantees need undo nothing.")
    return lines


def _listed(side: str, issues: list[str]) -> str:
    return f"{side} has all of {', '.join(issues)}" if issues else ""
