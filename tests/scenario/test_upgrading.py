"""What was written for an earlier form of scenarios still reads, and says what was renamed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sim.results.manifest import Manifest, scenario_in
from sim.scenario import upgrading
from sim.scenario.files.reading import examine_scenario, read_scenario
from sim.scenario.files.writing import write_variant
from sim.scenario.scenario import Scenario
from sim.scenario.upgrading import ANY, Renaming
from sim.vocabulary import BadInput

ARTICLE = Path(__file__).parents[2] / "scenarios" / "kursk" / "2025-03-article.yaml"
RENAMINGS = (
    *upgrading.RENAMINGS,
    Renaming(3, (), "length", "days"),
    Renaming(3, ("sides", ANY), "resolve", "will"),
    Renaming(3, ("events", ANY), "when", "date"),
)


@pytest.fixture(autouse=True)
def _renamings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let today's form be the third, in which three keys have other names than in the second."""
    monkeypatch.setattr(upgrading, "VERSION", 3)
    monkeypatch.setattr(upgrading, "RENAMINGS", RENAMINGS)


def child(folder: Path, text: str) -> Path:
    """Write a scenario that extends the article's."""
    file = folder / "child.yaml"
    file.write_text(f"extends: {ARTICLE}\ntitle: Child\n{text}", encoding="utf-8")
    return file


@pytest.mark.parametrize("version", ["", "version: 0\n", "version: 1\n", "version: 2\n"])
def test_old_names_of_keys_are_read_as_the_new_ones(tmp_path: Path, version: str) -> None:
    event = "{when: 2025-03-09, kind: mud, level: 0.2, source: a test, confidence: low}"
    scenario = read_scenario(
        child(tmp_path, f"{version}length: 9\nsides: {{Ukraine: {{resolve: 0.5}}}}\nevents: [{event}]\n")
    )

    assert scenario.days == 9
    assert float(scenario.sides["Ukraine"].will) == 0.5
    assert [str(each.date) for each in scenario.events] == ["2025-03-09"]


def test_what_was_renamed_is_told_with_its_line(tmp_path: Path) -> None:
    file = child(tmp_path, "length: 9\n")

    (note,) = [fault for fault in examine_scenario(file).faults if "is now" in fault.message]

    assert (note.severity, note.file, note.line) == ("note", str(file), 3)
    assert str(note).endswith('length: "length" is now "days"; write "days"')


def test_a_file_of_today_may_not_use_old_names(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="length"):
        read_scenario(child(tmp_path, "version: 3\nlength: 9\n"))


def test_old_and_new_name_side_by_side_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match='"length" is now "days", which is written too; keep one of the two'):
        read_scenario(child(tmp_path, "length: 9\ndays: 8\n"))


@pytest.mark.parametrize(
    ("version", "message"),
    [("4", "reads forms up to 3; update westphalia"), ("two", "a whole number"), ("true", "a whole number")],
)
def test_a_version_that_is_none_or_not_known_is_refused_at_its_line(tmp_path: Path, version: str, message: str) -> None:
    with pytest.raises(BadInput, match=rf"child\.yaml:3: version: .*{message}"):
        read_scenario(child(tmp_path, f"version: {version}\n"))


def test_overrides_may_still_use_old_names() -> None:
    scenario = read_scenario(ARTICLE, {"length": 9, "sides.Ukraine.resolve": 0.5})

    assert (scenario.days, float(scenario.sides["Ukraine"].will)) == (9, 0.5)


def test_a_kept_scenario_reads_by_its_version() -> None:
    scenario = read_scenario(ARTICLE)
    content = json.loads(scenario.model_dump_json(by_alias=True))
    content["length"] = content.pop("days")
    kept = Manifest("article", "", "", content, 1, 1, 60, "", "", [], [], version=2)

    assert scenario_in(kept, Path()) == scenario


def test_a_kept_scenario_of_another_form_is_told_with_its_writer_and_what_to_do() -> None:
    content = json.loads(read_scenario(ARTICLE).model_dump_json(by_alias=True))
    del content["sides"]
    kept = Manifest("article", "", "", content, 1, 1, 60, "", "westphalia run a", [], [], written="2026-11-01T")
    older = replace(kept, versions={"westphalia": "0.0", "commit": "abc"})

    with pytest.raises(
        BadInput, match=r"^there: its scenario has another form \(.*\); westphalia 0\.0, commit abc wrote"
    ) as told:
        scenario_in(older, Path("there"))
    assert "; call `westphalia run a` again, or read the folder with that release" in str(told.value)


def test_a_saved_variant_says_which_form_it_has(tmp_path: Path) -> None:
    file = tmp_path / "saved.yaml"
    written = write_variant(file, ARTICLE, {"days": 9}, "Saved")

    assert "version: 3\n" in file.read_text(encoding="utf-8")
    assert isinstance(written, Scenario)


def test_today_knows_no_renaming_later_than_its_own_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert all(renaming.since <= upgrading.VERSION for renaming in upgrading.RENAMINGS)


def test_what_the_first_form_called_happenings_are_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    event = "{date: 2025-03-09, kind: mud, level: 0.2, source: a test, confidence: low}"
    file = child(tmp_path, f"version: 1\nhappenings: [{event}]\n")
    (note,) = [fault for fault in examine_scenario(file).faults if "is now" in fault.message]

    assert [str(each.date) for each in read_scenario(file).events] == ["2025-03-09"]
    assert str(note).endswith('"happenings" is now "events"; write "events"')
