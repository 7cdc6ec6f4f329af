"""Generated parts of pages: the contents of the site; commands, measures and causes, as the program declares them."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from sim.cli import COMMANDS, application, imported
from sim.vocabulary import CAUSES, MEASURES

HERE = Path(__file__).parent
HOW_TO = "How to"
CONTENTS = {
    "Start": ("start", "questions", "glossary"),
    HOW_TO: (
        "own-case",
        "explaining",
        "sweeps",
        "cluster",
        "own-doctrine",
        "own-law",
        "own-bargaining-rule",
        "browser",
    ),
    "Reference": ("commands", "keys", "measures", "python", "formats"),
    "The model": ("model", "leverage", "validation", "article", "trace", "kursk", "forecasts/README"),
    "The program": (
        "walk",
        "shown",
        "reliability",
        "dependencies",
        "decisions",
        "benchmarks",
        "releasing",
        "changelog",
    ),
}
"""Pages in the order of the contents; one that is not written yet is left out, one that is not named is a how-to."""


def contents() -> str:
    """Return the contents of the site, a group a heading."""
    named = {page for pages in CONTENTS.values() for page in pages}
    files = [path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.rglob("*.md")]
    there = {page for page in files if not page.startswith("decisions/")}
    more = sorted(there - named - {"README", "index"})
    groups = []
    for heading, pages in CONTENTS.items():
        listed = [page for page in (*pages, *(more if heading == HOW_TO else ())) if page in there]
        groups.append("\n".join(["```{toctree}", f":caption: {heading}", ":maxdepth: 1", "", *listed, "```"]))
    return "\n\n".join(groups)


def commands() -> str:
    """Return a section for each command that is there: what it does, its usage, arguments and options."""
    there = typer.main.get_command(application())
    names = [name for name in COMMANDS if name in there.commands]  # type: ignore[attr-defined]
    return "\n\n".join(_section(name) for name in names)


def measures() -> str:
    """Return the measures of the daily series as a table."""
    rows = (
        (f"`{measure.name}`", measure.label, measure.unit, measure.kind, "by side" if measure.by_side else "for both")
        for measure in MEASURES
    )
    return _table(("column", "what", "unit", "kind", "whose"), rows)


def causes() -> str:
    """Return the causes of the ledger as a table."""
    rows = ((f"`{cause.name}`", cause.words, cause.unit, cause.family) for cause in CAUSES)
    return _table(("column", "as sentences end", "unit", "family"), rows)


PARTS: dict[str, Callable[[], str]] = {
    "causes": causes,
    "commands": commands,
    "contents": contents,
    "measures": measures,
}
"""What may stand in a page as ``<!-- generated: NAME -->``."""


def _section(name: str) -> str:
    command = imported(name)
    context = typer.Context(command, info_name=name)
    text = get_docs_for_click(obj=command, ctx=context, indent=1, name=name, call_prefix="westphalia", title=name)
    plain = text.replace("```console\n$ ", "```\n").replace("**Usage**:\n\n", "")
    return re.sub(r"^Example: (.+)$", r"Example: `\1`", plain.replace("  [", " ["), flags=re.MULTILINE)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)
