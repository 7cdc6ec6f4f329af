"""Symbol codes: what the code of a unit's symbol (SIDC) says of it, in digits (2525D, APP-6 D) or letters (2525C)."""

import re
from typing import Final, NamedTuple

DIGITS: Final = re.compile(r"[0-9]{20}(?:[0-9]{10})?")
LETTERS: Final = re.compile(r"S[A-Z-]{2}[A-Z-]{7,12}")
ECHELONS: Final = {
    "11": "team",
    "12": "squad",
    "13": "section",
    "14": "platoon",
    "15": "company",
    "16": "battalion",
    "17": "regiment",
    "18": "brigade",
    "21": "division",
    "22": "corps",
    "23": "army",
}
"""Echelons by two digits, smallest first; the letters A to K name the same."""
LAND_UNIT: Final = "10"
FIGHTING: Final = ("00", "12", "13", "14")
"""Entities that take part in battle: not said, movement and manoeuvre, fires, protection."""
SPECIAL: Final = ("1217", "1218")
"""Entities of special forces."""


class Symbol(NamedTuple):
    """What a code says of a unit."""

    code: str
    """The code itself, without what a program put around it; empty where there is none."""
    fights: bool
    """Whether it is a unit on land that takes part in battle; so is one without a code."""
    kind: str
    """``line`` or ``special``."""
    echelon: str | None


def symbol_read(text: str) -> Symbol:
    """Return what the code in a text says."""
    if found := DIGITS.search(text):
        return _in_digits(found[0])
    if found := LETTERS.match(text.upper().replace("*", "-")):
        return _in_letters(found[0])
    return Symbol("", fights=True, kind="line", echelon=None)


def _in_digits(code: str) -> Symbol:
    special = code[10:14] in SPECIAL
    fights = code[4:6] == LAND_UNIT and code[10:12] in FIGHTING
    return Symbol(code, fights, "special" if special else "line", ECHELONS.get(code[8:10]))


def _in_letters(code: str) -> Symbol:
    special = code[2] == "F"
    number = ord(code[11]) - ord("A") if len(code) > 11 and code[11] != "-" else -1  # noqa: PLR2004 - the twelfth
    fights = special or (code[2] == "G" and (code[4] == "-" or code[4:6] in {"U-", "UC"}))
    echelon = list(ECHELONS.values())[number] if 0 <= number < len(ECHELONS) else None
    return Symbol(code, fights, "special" if special else "line", echelon)
