"""Files of other programs from which a case of one's own is made: an order of battle and a map, changed at random."""

import json
from pathlib import Path

import pytest

from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.sources import Sources
from sim.vocabulary import BadInput
from tests.fuzz.kinds import REFUSED, WrongError, examined, refused
from tests.fuzz.texts import bytes_mutant, json_mutant, text_mutant
from tests.scenario.extract import valley
from tests.scenario.orbat import war


def order_of_battle(folder: Path, seed: int) -> str:
    """Try a file of ORBAT Mapper over a scenario that ships."""
    text = json.dumps(war())
    changed = json_mutant(text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    (folder / "war.json").write_bytes(changed)
    return _drafted(folder, Sources(orbat=folder / "war.json", extends=Path("teaching/two-valleys")))


def extract(folder: Path, seed: int) -> str:
    """Try an OpenStreetMap extract."""
    pytest.importorskip("osmium", reason="osmium is not installed: pip install '.[osm]'")
    text = valley().xml()
    changed = text_mutant(text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    (folder / "valley.osm").write_bytes(changed)
    return _drafted(folder, Sources(osm=folder / "valley.osm"))


def _drafted(folder: Path, sources: Sources) -> str:
    """Make a scenario, which must play."""
    try:
        file, _ = write_draft(folder / "mine", "2025", sources)
    except BadInput as wrong:
        return refused(wrong)
    if (found := examined(file)) == REFUSED:
        raise WrongError("a draft was written that cannot be played")
    return found
