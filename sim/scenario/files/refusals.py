"""Refusals: what the scenario's classes do not accept, said to the person who wrote the file."""

import re
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sim.scenario.declared import declared_fields
from sim.scenario.files.faults import MOST_FAULTS, Finding, listed, nearest, suggestion
from sim.scenario.files.located import Located, Steps

HOUR = re.compile(r"\d[T ]\d{1,2}:")
"""What a time of day looks like behind a date."""


def refusals(error: ValidationError, tree: Located, root: type[BaseModel]) -> Iterator[Finding]:
    """Return one finding for each value, key or absence that validation refused.

    A misspelt key is told once, and not again as the absence of what was meant.
    """
    misspelt = {_meant(steps, root) for steps in unknown_keys(error, tree)[:MOST_FAULTS]}
    for details in error.errors()[: 2 * MOST_FAULTS]:
        _, steps = tree.follow(details["loc"])
        if details["type"] != "missing" or (*steps, details["loc"][-1]) not in misspelt:
            yield Finding("error", *_told(details, steps, root))


def unknown_keys(error: ValidationError, tree: Located) -> list[Steps]:
    """Return the paths of all keys that no class declares."""
    extra = (each["loc"] for each in error.errors() if each["type"] == "extra_forbidden")
    return [tree.follow(steps)[1] for steps in extra]


def _meant(steps: Steps, root: type[BaseModel]) -> Steps:
    """Return the path that a misspelt one is most like."""
    known = declared_fields(root, steps[:-1])
    return (*steps[:-1], nearest(str(steps[-1]), known) or "")


def _told(details: ErrorDetails, steps: Steps, root: type[BaseModel]) -> tuple[Steps, str, str]:
    """Return the path, the message and the remedy of one validation error."""
    context = details.get("ctx", {})
    last = str(details["loc"][-1]) if details["loc"] else ""
    meaning = _meaning(root, steps)
    wrong, remedy = details["msg"].replace("Input should be", "it should be"), "correct it"
    match details["type"]:
        case "missing":
            steps = (*steps, last)
            meaning = _meaning(root, steps)
            wrong, remedy = "it is missing", "add it"
        case "union_tag_not_found":
            steps = (*steps, *_unquoted(context["discriminator"]))
            wrong, remedy = "it is missing", "add it"
        case "union_tag_invalid":
            (key,), tags = _unquoted(context["discriminator"]), _unquoted(context["expected_tags"])
            steps, tag = (*steps, key), str(context["tag"])
            wrong, remedy = f'there is no {key} "{tag}"', suggestion(tag, tags, f"known are: {listed(tags)}")
        case "too_long" if steps == ("sides",):
            wrong = f"{len(details['input'])} sides are declared, and a war has two"
            remedy = "declare allies as `members` of one side; three independent sides are out of reach"
        case "date_type" if HOUR.search(str(details["input"])):
            wrong, remedy = f"{details['input']} has an hour", "write the day alone, 2025-03-01: hours are out of reach"
        case "extra_forbidden":
            known = declared_fields(root, steps[:-1])
            advice = f"known here: {listed(known)}" if known else "remove it"
            wrong, remedy = "the key is unknown", suggestion(last, known, advice)
        case "value_error":
            wrong, _, advice = str(context["error"]).partition("; ")
            remedy = advice or remedy
        case _ if "remedy" in context:
            return steps, context["wrong"], context["remedy"]
        case _ if isinstance(details["input"], str | int | float):
            wrong += f" and not {details['input']!r}"
    return steps, wrong, f"{remedy}: {meaning}" if meaning and remedy in {"add it", "correct it"} else remedy


def _meaning(root: type[BaseModel], steps: Steps) -> str:
    field = declared_fields(root, steps[:-1]).get(str(steps[-1])) if steps else None
    return " ".join((field.description or "").split()) if field else ""


def _unquoted(names: str) -> list[str]:
    return re.findall(r"'([^']+)'", names)
