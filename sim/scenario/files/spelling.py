"""Spelling: names that look alike are alike, whichever program wrote them."""

import re
import unicodedata
from typing import Final

WIDTHLESS: Final = re.compile("[\\u00ad\\u200b\\u2060\\ufeff]")
"""Characters that nobody sees: soft hyphen, space and joiner without width, byte order mark."""
SPACES: Final = re.compile("[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000 ]+")
"""Spaces of any width."""


def spelt(text: str) -> str:
    """Return text with accents composed (NFC), each run of spaces as one space, and nothing that has no width."""
    if text.isascii() and "  " not in text:
        return text
    return SPACES.sub(" ", WIDTHLESS.sub("", unicodedata.normalize("NFC", text)))


def unwritable(text: str) -> str | None:
    """Return what text holds that nobody can read, or None: bytes that were no UTF-8, or control characters."""
    if text.isascii() and text.isprintable():
        return None
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return "bytes that are no UTF-8"
    control = next((each for each in text if unicodedata.category(each) == "Cc" and each not in "\n\t"), None)
    return None if control is None else f"the control character \\x{ord(control):02x}"
