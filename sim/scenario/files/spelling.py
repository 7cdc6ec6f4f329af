"""Spelling: names that look alike are alike, whichever program wrote them."""

import re
import unicodedata
from typing import Final

WIDTHLESS: Final = re.compile("[\\u00ad\\u200b\\u2060\\ufeff]")
"""Characters that nobody sees: soft hyphen, space and joiner without width, byte order mark."""
SPACES: Final = re.compile("[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000 ]+")
"""Spaces of any width."""
BROKEN: Final = re.compile("[\\ud800-\\udfff]")
"""What Python reads bytes as that are no UTF-8."""
CONTROL: Final = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")
"""Control characters but the tabulator and the end of a line."""


def spelt(text: str) -> str:
    """Return text with accents composed (NFC), each run of spaces as one space, and nothing that has no width."""
    if text.isascii() and "  " not in text:
        return text
    return SPACES.sub(" ", WIDTHLESS.sub("", unicodedata.normalize("NFC", text)))


def unwritable(text: str) -> str | None:
    """Return what text holds that nobody can read, or None: bytes that were no UTF-8, or control characters."""
    if text.isascii() and text.isprintable():
        return None
    if BROKEN.search(text):
        return "bytes that are no UTF-8"
    control = CONTROL.search(text)
    return None if control is None else f"the control character \\x{ord(control[0]):02x}"
