"""The terms in words: what holding ground is worth against other land, who has what, and what promises need."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.results.summary import Summary
    from sim.results.talk_paths import TalkPaths

WHOLE, NOTHING = 0.995, 0.005
"""Shares from which a side has all of an issue, and up to which it has nothing."""


def terms_in_words(contested: str, territory: str, found: "Summary", paths: "TalkPaths") -> list[str]:
    """Return lines of plain text on the settlement of the last talks, on a swap and a ceasefire, and on guarantees."""
    first, second = found.leverage
    shares = {issue: share.mean for issue, share in found.settlement.items() if share.mean is not None}
    lines = []
    if shares:
        parts = [
            _listed(second, [issue for issue, share in shares.items() if share <= NOTHING]),
            _listed(first, [issue for issue, share in shares.items() if share >= WHOLE]),
            *(f"{first} has {share:.0%} of {issue}" for issue, share in shares.items() if NOTHING < share < WHOLE),
        ]
        lines.append(f"Terms in words: {'; '.join(part for part in parts if part)}.")
    opening = paths.dates[0]
    rates = {issue: rate.mean for issue, rate in opening.swap.items() if rate.mean is not None}
    if rates:
        against = ", ".join(f"{rate:.1f} km² of {issue}" for issue, rate in rates.items())
        lines.append(
            f"A swap: on {opening.date} holding one km² of {territory} is worth as much to {first} as {against}."
        )
    area = found.area_km2[first].mean or 0.0
    if territory:
        lines.append(f"A ceasefire on the line of the last day leaves {first} {area:,.0f} km² of {contested}.")
    needed, holds = found.promises.needed.mean, found.promises.hold.mean
    if needed:
        lines.append(f"Guarantees must undo {needed:.0%} of the shift in power to come; {holds:.0%} of promises hold.")
    else:
        lines.append("No shift in power to come breaks a promise: guarantees need undo nothing.")
    return lines


def _listed(side: str, issues: list[str]) -> str:
    return f"{side} has all of {', '.join(issues)}" if issues else ""
