"""What was assumed about a scenario, in lines for a person: one a part of it and reason."""

from collections.abc import Iterator, Sequence

from sim.scenario.files.assumption import Assumption
from sim.scenario.files.faults import listed

MOST = 40
"""Values told in a line; all of them are in the JSON."""
NAMED = ("sides", "supporters", "mediators")
"""Groups that are told by name."""


def assumptions_told(assumed: Sequence[Assumption]) -> Iterator[str]:
    """Yield what was assumed: the constants of the laws as a number, everything else with its value."""
    lines: dict[tuple[str, str], list[Assumption]] = {}
    for each in assumed:
        lines.setdefault((_part(each.where), each.why), []).append(each)
    for (part, why), members in lines.items():
        if part == "laws":
            yield f"laws: {len(members)} constants as in westphalia/laws"
            continue
        values = [f"{each.where.removeprefix(part).lstrip('.')} {_short(each.value)}".lstrip() for each in members]
        yield f"{part}: {listed(values, MOST)} ({why})"


def _part(where: str) -> str:
    group, _, rest = where.partition(".")
    if group in NAMED and rest.startswith('"'):
        return f'{group}."{rest[1:].partition(chr(34))[0]}"'
    return f"{group}.{rest.partition('.')[0]}" if group in NAMED else group


def _short(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, int | float) else str(value)
