"""The short form of a quantity: ``will: 0.8`` or ``will: [0.8, 0.4, 1.0, "source"]``, in the unit of its key.

A source that is not given is "ASSUMED"; a confidence that is not given is low; a range that is not given reaches from
half the value to one and a half of it, within what is possible.
"""

from itertools import takewhile
from typing import Any, Final

from sim.scenario.files.faults import Fault, fault_at
from sim.scenario.files.located import Located, Steps, is_number
from sim.scenario.files.rewriting import Asked, rewritten

LENGTHS: Final = (1, 3)
"""Numbers that a list begins with: the value, or the value and its range."""
WORDS: Final = ("source", "confidence")
"""What may follow them."""
UNSOURCED: Final = "ASSUMED: no source is given"
SPREAD: Final = 0.5
"""Share of the value by which a range that is not given reaches to either side."""


def spelt_out(tree: Located, root: Any, faults: list[Fault]) -> Located:  # noqa: ANN401 - a kind of declaration
    """Return a file's declarations with each quantity that is written as a list written as a mapping."""

    def rewrite(here: Located, steps: Steps, asked: Asked) -> Located:  # noqa: ARG001
        if not isinstance(here.value, list):
            return here
        spelt = _mapping(here, here.value)
        if spelt is None:
            remedy = 'write [value, low, high, "source"], or [value, "source"]'
            faults.append(fault_at(here.mark, steps, "the list is no quantity", remedy))
            return Located({}, here.mark)
        return spelt

    return rewritten(tree, root, rewrite)


def filled(tree: Located, root: Any) -> tuple[Located, list[Steps]]:  # noqa: ANN401 - as above
    """Return the declarations with what quantities leave out, and the steps to those without a source."""
    unsourced: list[Steps] = []

    def rewrite(here: Located, steps: Steps, asked: Asked) -> Located:
        parts = {"value": here} if is_number(here.value) else dict(here.members)
        if "value" not in parts:
            return here
        value = parts["value"].value
        parts.setdefault("unit", Located(asked.unit, here.mark))
        if "range" not in parts and is_number(value):
            parts["range"] = _range(float(value), asked, here)  # type: ignore[arg-type]
        if "source" not in parts:
            unsourced.append(steps)
            parts["source"] = Located(UNSOURCED, here.mark)
        parts.setdefault("confidence", Located("low", here.mark))
        return Located(parts, here.mark)

    return rewritten(tree, root, rewrite), unsourced


def is_quantity(here: Located) -> bool:
    """Return whether a declaration is a quantity that is written as a mapping."""
    return "value" in here.members


def _mapping(here: Located, parts: list[Located]) -> Located | None:
    numbers = list(takewhile(lambda part: is_number(part.value), parts))
    words = parts[len(numbers) :]
    if len(numbers) not in LENGTHS or len(words) > len(WORDS) or not all(isinstance(each.value, str) for each in words):
        return None
    value, *ends = numbers
    spread = {"range": Located(ends, ends[0].mark)} if ends else {}
    return Located({"value": value, **spread, **dict(zip(WORDS, words, strict=False))}, here.mark)


def _range(value: float, asked: Asked, here: Located) -> Located:
    low, high = sorted((value * (1 - SPREAD), value * (1 + SPREAD)))
    if asked.bounds is not None:
        least, most = asked.bounds
        low, high = min(value, max(low, least)), max(value, min(high, most))
    return Located([Located(low, here.mark), Located(high, here.mark)], here.mark)
