"""An order of battle from a file of ORBAT Mapper."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.drafting.draft import write_draft
from sim.scenario.drafting.sources import Sources
from sim.scenario.drafting.symbol_codes import symbol_read
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.vocabulary import BadInput
from tests.scenario.orbat import war
from tests.scenario.test_drafting import CONTROL, PLACES, REGION, ROADS


def sources(folder: Path, file: dict[str, Any] | str, **texts: str) -> Sources:
    """Return a file of ORBAT Mapper with files of a theatre, that of the teaching case if none are given."""
    given = texts or {"places": PLACES, "roads": ROADS, "region": REGION, "control": CONTROL}
    paths = {name: folder / name for name in given}
    for name, text in given.items():
        paths[name].write_text(text, encoding="utf-8")
    orbat = folder / "war.json"
    orbat.write_text(file if isinstance(file, str) else json.dumps(file), encoding="utf-8")
    return Sources(**paths, orbat=orbat)


def test_units_become_formations_of_their_men_in_the_nearest_own_place(tmp_path: Path) -> None:
    file, notes = write_draft(tmp_path / "mine", "2025", sources(tmp_path, war()))
    assert [str(fault) for fault in examine_scenario(file).faults if fault.severity != "note"] == []
    scenario = read_scenario(file)
    found = scenario.order_of_battle.formations

    assert scenario.start == dt.date(2026, 4, 1)
    assert {name: (body.side, body.strength, body.place) for name, body in found.items()} == {
        "1st Division": ("South", 900.0, "Southgate"),
        "1st Brigade": ("South", 2400.0, "Ford"),
        "2nd Battalion": ("South", 250.0, "Bridge"),
        "1st Brigade, North": ("North", 3100.0, "Mill"),
        "Rangers": ("North", 600.0, "Northport"),
        "Scouts": ("North", 600.0, "Mill"),
    }
    assert found["Rangers"].arrives == dt.date(2026, 4, 9)
    assert (found["Scouts"].kind, found["Rangers"].kind, found["Rangers"].echelon) == ("special", "line", "battalion")
    assert found["1st Brigade"].short == "1 Bde"
    assert found["1st Brigade, North"].symbol == "10061000181211020000"
    assert "ASSUMED" in found["Rangers"].source
    assert "ASSUMED" not in found["2nd Battalion"].source
    assert {body.confidence for body in found.values()} == {"low"}
    told = " ".join(notes.left_out)
    assert "2 units (Headquarters, Patrol boat) that hold no line" in told
    assert "1 unit (Far Brigade) more than 50 km" in told
    assert "Scouts to Mill" in " ".join(notes.guessed)


def test_a_side_without_a_unit_gets_guessed_formations(tmp_path: Path) -> None:
    file = war()
    del file["sides"][1]

    made, notes = write_draft(tmp_path / "mine", "2025", sources(tmp_path, file))

    formations = read_scenario(made).order_of_battle.formations
    assert [name for name, body in formations.items() if body.side == "North"] == ["North 1", "North 2"]
    assert notes.guessed == ["2 formations of North, of which --orbat has none"]


def test_a_side_of_another_name_is_the_one_that_is_left(tmp_path: Path) -> None:
    file = war()
    file["sides"][1]["name"] = "Reds"

    made, _ = write_draft(tmp_path / "mine", "2025", sources(tmp_path, file))

    assert read_scenario(made).order_of_battle.formations["Scouts"].side == "North"


def test_a_scenario_takes_over_another_order_of_battle_and_keeps_all_else(tmp_path: Path) -> None:
    file = war()
    file["sides"][0]["groups"][0]["subUnits"][0]["subUnits"][0]["name"] = "South 1st Brigade"
    (tmp_path / "war.json").write_text(json.dumps(file), encoding="utf-8")
    given = Sources(orbat=tmp_path / "war.json", extends=Path("teaching/two-valleys"))

    made, notes = write_draft(tmp_path / "mine", "2025", given)

    before, after = read_scenario("teaching/two-valleys"), read_scenario(made)
    assert "extends: westphalia/teaching/two-valleys" in made.read_text(encoding="utf-8")
    assert (after.start, after.sides) == (before.start, before.sides)
    assert after.order_of_battle.formations["South 1st Brigade"].strength == 2400.0
    assert "South 2nd Brigade" not in after.order_of_battle.formations
    assert after.order_of_battle.formations["Rangers"].arrives == dt.date(2030, 5, 9)
    assert notes.guessed[0].startswith("arrivals: +1,491 days")
    assert any("3 formations (South 2nd Brigade" in line for line in notes.left_out)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "war.json is no JSON"),
        ("[]", "is no scenario of ORBAT Mapper; save one"),
        ('{"type": "ORBAT-mapper-encrypted"}', "is encrypted; save it without a password"),
        ('{"type": "ORBAT-mapper"}', "war.json: sides: field required"),
        ('{"type": "ORBAT-mapper", "sides": [{"name": 3}]}', "war.json: sides.0.name: "),
        (json.dumps(war()).replace("46.46", "91"), "less than or equal to 90"),
        (json.dumps(war()).replace('"South"', '"A"').replace('"North"', '"B"'), "give both the same names"),
        ('{"type": "ORBAT-mapper", "sides": []}', "no fighting unit on land"),
        ('{"a":' * 100_000, "is no JSON: "),
        ('{"type": "ORBAT-mapper", "sides": [' + '{"name": "A", "subUnits": [' * 400 + "]}" * 400 + "]}", "war.json: "),
    ],
)
def test_what_is_no_order_of_battle_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadInput) as wrong:
        write_draft(tmp_path / "mine", "2025", sources(tmp_path, text))

    assert told in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert not (tmp_path / "mine").exists()


def test_an_order_of_battle_needs_a_map(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no map"):
        Sources(orbat=tmp_path / "war.json")
    with pytest.raises(BadInput, match="--extends goes with --orbat"):
        Sources(extends=tmp_path / "other.yaml")
    with pytest.raises(BadInput, match="leave --places"):
        Sources(osm=tmp_path / "a.osm", places=tmp_path / "places.csv")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("10031000181211000000", (True, "line", "brigade")),
        ("100310001612170000001234567890", (True, "special", "battalion")),
        ("custom1:10031000211211000000:abc", (True, "line", "division")),
        ("10031000161634000000", (False, "line", "battalion")),
        ("10033000001205000000", (False, "line", None)),
        ("SHGPUCIZ---H---", (True, "line", "brigade")),
        ("SFGPUSS----F---", (False, "line", "battalion")),
        ("SFFPGS-----E---", (True, "special", "company")),
        ("sfgpuci----*---", (True, "line", None)),
        ("", (True, "line", None)),
    ],
)
def test_a_symbol_says_what_a_unit_is(code: str, says: tuple[bool, str, str | None]) -> None:
    assert symbol_read(code)[1:] == says
