"""APP-6: the symbol of a formation - as the order of battle declares it, or as its name and kind let one guess."""

from functools import lru_cache
from typing import Final

from sim.scenario.order_of_battle import FormationDeclared
from sim.scenario.scenario import Scenario

FUNCTIONS: Final = (
    (("tank", "armoured", "armored"), "UCA---"),
    (("mechanised", "mechanized"), "UCIZ--"),
    (("motor rifle", "motorised", "motorized"), "UCIM--"),
    (("air assault",), "UCIS--"),
    (("airborne", "parachute", "vdv"), "UCIA--"),
    (("naval", "marine"), "UCIN--"),
    (("arctic",), "UCIC--"),
    (("artillery",), "UCF---"),
    (("reconnaissance",), "UCR---"),
    (("drone", "unmanned"), "UCVU--"),
)
"""Functions of MIL-STD-2525C by words of a name; infantry without any."""
SPECIAL_FORCES: Final = "special"
"""Kind of formation that special forces are."""
ECHELONS: Final = {
    "team": "A",
    "squad": "B",
    "section": "C",
    "platoon": "D",
    "company": "E",
    "battalion": "F",
    "regiment": "G",
    "brigade": "H",
    "division": "I",
    "corps": "J",
    "army": "K",
}
"""Letters of echelons."""
IN_A_LABEL: Final = 9
"""Letters of a short designation."""


def symbols_of(scenario: Scenario) -> list[str]:
    """Return every code that the formations of a scenario are drawn by, once."""
    sides = list(scenario.sides)
    bodies = scenario.order_of_battle.formations.items()
    return sorted({symbol_of(name, body, sides.index(body.side)) for name, body in bodies})


def symbol_of(name: str, body: FormationDeclared, side: int) -> str:
    """Return the code (SIDC) of a formation: the declared one, else one of 2525C; the first side is friendly."""
    return body.symbol or _guessed(name, body.kind, body.echelon, side)


def echelon_of(name: str, declared: str | None) -> str:
    """Return the echelon of a formation: the declared one, else the last that its name has; a battalion if none."""
    if declared:
        return declared
    words = name.lower().split()
    return next((word for word in reversed(words) if word in ECHELONS), "battalion")


def short_of(name: str, body: FormationDeclared) -> str:
    """Return the short designation of a formation: the declared one, else its number, or the first word of its name."""
    first = name.split(maxsplit=1)[0]
    digits = "".join(letter for letter in first if letter.isdigit())
    return body.short or digits or first[:IN_A_LABEL]


@lru_cache(maxsize=4096)
def _guessed(name: str, kind: str, echelon: str | None, side: int) -> str:
    affiliation, letter = "FH"[side], ECHELONS[echelon_of(name, echelon)]
    if kind == SPECIAL_FORCES:
        return f"S{affiliation}FPGS-----{letter}---"
    lower = name.lower()
    function = next((code for words, code in FUNCTIONS if any(word in lower for word in words)), "UCI---")
    return f"S{affiliation}GP{function}-{letter}---"
