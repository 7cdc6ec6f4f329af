"""The table of everything that a scenario file can say."""

import re

from sim.scenario.files.reading import read_scenario
from sim.scenario.key_table import key_table
from sim.scenario.parameters import parameters

TABLE = key_table()
ROWS = re.findall(r"^\| `(.+?)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", TABLE, re.MULTILINE)


def sections() -> dict[str, str]:
    """Return the tables by the part of the scenario they are about."""
    parts = re.split(r"^### `(.+)`$", TABLE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_key_has_a_meaning_and_a_default_or_is_asked_for() -> None:
    assert len(ROWS) > 200
    without = [name for name, _, default, _, meaning in ROWS if not default or not meaning]
    assert without == [], "write a docstring beneath the field"


def test_every_quantity_of_a_scenario_is_in_the_table() -> None:
    paths = parameters(read_scenario("teaching/two-valleys"))

    last = {re.split(r'[."]', path.rstrip('"'))[-1] for path in paths} - {"South", "North"}
    assert last <= {name for name, *_ in ROWS}


def test_a_key_tells_its_unit_its_default_and_what_is_possible() -> None:
    assert "| `trucks` | trucks | 200 | 0 to 1e+06 |" in sections()["sides.SIDE.sustainment"]
    assert "| `weiss` | 1 | 0.45 | 0 to 1 | Exponent W" in sections()["laws.attrition"]
    assert "| `pressure` | 1/day | 0 | 0 to 10 | Hazard" in sections()["mediators.NAME"]
    assert "| `km` | number | derived |" in sections()["theatre.roads.-"]
    assert "| `depots` | list of text | **required** |" in sections()["sides.SIDE.sustainment"]
