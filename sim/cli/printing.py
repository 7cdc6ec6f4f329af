"""Printing: the one door through which text that people wrote reaches a terminal.

Names, titles, paths and messages are shown as written: brackets are no markup, control characters command no terminal,
and a letter that the terminal has not is shown by its number.
"""

import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from io import TextIOWrapper
from typing import Any

import typer
from rich.markup import escape

UNSEEN = {"Cc", "Cs", "Co", "Zl", "Zp"}
"""Categories of characters that are shown by their number: controls, halves of characters, line separators."""
OVERRIDES = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}
"""Characters that turn the direction of what follows."""


def visible(text: str, kept: str = "") -> str:
    """Return text in which each character that a terminal would obey is shown by its number; ``kept`` ones stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        each if each in kept or not (unicodedata.category(each) in UNSEEN or each in OVERRIDES) else _number(each)
        for each in text
    )


def said(text: str) -> str:
    """Return text as it stands in Rich's markup: visible, and no bracket of it taken for markup."""
    return escape(visible(text))


def as_said(found: Any) -> Any:  # noqa: ANN401 - whatever a command found
    """Return what a command found, with every name and text in it as it stands in Rich's markup."""
    if isinstance(found, str):
        return said(found)
    if is_dataclass(found) and not isinstance(found, type):
        return replace(found, **{part.name: as_said(getattr(found, part.name)) for part in fields(found)})
    if isinstance(found, Mapping):
        return {as_said(key): as_said(part) for key, part in found.items()}
    if isinstance(found, list | tuple):
        return [as_said(part) for part in found]
    return found


def echo_message(text: str) -> None:
    """Print one message on standard error, on one line whatever it quotes."""
    typer.echo(visible(text), err=True)


def echo(text: str, *, err: bool = False) -> None:
    """Print lines of an answer, in which no path, title or text of a manifest commands the terminal."""
    typer.echo(visible(text, kept="\n"), err=err)


def let_every_terminal_print() -> None:
    """Let standard output and error show by its number what their encoding has not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _number(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - what two digits hold
