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


def is_text(text: str) -> bool:
    """Return whether text can be written at all: bytes that were no UTF-8 cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
