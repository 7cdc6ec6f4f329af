"""Refusals: what the scenario's classes do not accept, said to the person who wrote the file."""

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sim.scenario.declared import declared_fields
from sim.scenario.faults import Finding, listed, nearest, suggestion
from sim.scenario.located import Located, Steps


def refusals(error: ValidationError, tree: Located, root: type[BaseModel]) -> Iterator[Finding]:
    """Return one finding for each value, key or absence that validation refused.

    A misspelt key is told once, and not again as the absence of what was meant.
    """
    misspelt = {_meant(steps, root) for steps in unknown_keys(error, tree)}
    for details in error.errors():
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
    if "remedy" in context:
        return steps, context["wrong"], context["remedy"]
    last = str(details["loc"][-1]) if details["loc"] else ""
    if details["type"] == "missing":
        meaning = _meaning(root, (*steps, last))
        return (*steps, last), "it is missing", f"add it: {meaning}" if meaning else "add it"
    if details["type"] == "extra_forbidden":
        known = declared_fields(root, steps[:-1])
        advice = f"known here: {listed(known)}" if known else "remove it"
        return steps, "the key is unknown", suggestion(last, known, advice)
    if details["type"] == "value_error":
        message, _, remedy = str(context["error"]).partition("; ")
        return steps, message, remedy or "correct it"
    meaning = _meaning(root, steps)
    given = details["input"]
    wrong = details["msg"].replace("Input should be", "it should be")
    shown = f" and not {given!r}" if isinstance(given, str | int | float) else ""
    return steps, wrong + shown, f"correct it: {meaning}" if meaning else "correct it"


def _meaning(root: type[BaseModel], steps: Steps) -> str:
    field = declared_fields(root, steps[:-1]).get(str(steps[-1])) if steps else None
    return " ".join((field.description or "").split()) if field else ""
