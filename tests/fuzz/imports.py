"""Files of other programs from which a case of one's own is made: an order of battle and a map, changed at random."""

import json
import random
import re
from pathlib import Path

import pytest

from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.sources import Sources
from sim.vocabulary import BadInput
from tests.fuzz.kinds import REFUSED, WrongError, examined, refused
from tests.fuzz.texts import bytes_mutant, json_mutant, text_mutant
from tests.scenario.extract import valley
from tests.scenario.orbat import war

NUMBER = re.compile(r"(?<=[:\[ ])-?[0-9.]+(?=[,\]}])")
"""A number of JSON."""
NUMBERS = (0, -1, 0.5, 8.5, 46.5, 90, 179.99, 1e6, 1e300)


def order_of_battle(folder: Path, seed: int) -> str:
    """Try a file of ORBAT Mapper over a scenario that ships."""
    text = json.dumps(war())
    ways = (_with_another_number, json_mutant, json_mutant, text_mutant)
    changed = ways[seed % 4](text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    (folder / "war.json").write_bytes(changed)
    return _drafted(folder, Sources(orbat=folder / "war.json", extends=Path("teaching/two-valleys")))


def extract(folder: Path, seed: int) -> str:
    """Try an OpenStreetMap extract."""
    pytest.importorskip("osmium", reason="osmium is not installed: pip install '.[osm]'")
    text = valley().xml()
    changed = text_mutant(text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    (folder / "valley.osm").write_bytes(changed)
    return _drafted(folder, Sources(osm=folder / "valley.osm"))


def _with_another_number(text: str, seed: int) -> str:
    chosen = random.Random(seed)  # noqa: S311 - no secret
    found = chosen.choice(list(NUMBER.finditer(text)))
    return f"{text[: found.start()]}{chosen.choice(NUMBERS)}{text[found.end() :]}"


def _drafted(folder: Path, sources: Sources) -> str:
    """Make a scenario, which must play."""
    try:
        file, _ = write_draft(folder / "mine", "2025", sources)
    except BadInput as wrong:
        return refused(wrong)
    if (found := examined(file)) == REFUSED:
        raise WrongError("a draft was written that cannot be played")
    return found
