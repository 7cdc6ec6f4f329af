from pathlib import Path

import pytest

from sim.browser.offer import offered
from sim.scenario.files.shipped import home

ARTICLE = home() / "kursk" / "2025-03-article.yaml"


def test_scenarios_are_offered_and_designs_and_parts_are_not() -> None:
    names = offered(ARTICLE)

    assert next(iter(names)) == "kursk/2025-03-article"
    assert {"ardennes/1944-12-bastogne", "theory/equal-sides"} <= set(names)
    assert [name for name in names if name.startswith("designs/")] == []
    assert "kursk/theatre" not in names


def test_a_file_of_one_s_own_stands_before_one_of_the_same_name_that_ships(tmp_path: Path) -> None:
    own = tmp_path / "kursk" / "2025-03-article.yaml"
    own.parent.mkdir()
    own.write_text("extends: westphalia/kursk/2025-03-article\ntitle: Mine\n", encoding="utf-8")
    own.with_name("sweep.yaml").write_text("title: A sweep\nscenario: 2025-03-article.yaml\n", encoding="utf-8")
    names = offered(own)

    assert names["kursk/2025-03-article"].file == own
    assert names["kursk/2025-03-article (2)"].file.resolve() == ARTICLE.resolve()
    assert "kursk/sweep" not in names


def test_the_file_that_was_opened_is_offered_though_it_has_no_title_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("extends: westphalia/kursk/2025-03-article\n", encoding="utf-8")

    assert next(iter(offered(own).values())).file == own


@pytest.mark.parametrize("name", ["kursk/2025-03-article", "ardennes/1944-12-bastogne"])
def test_a_scenario_is_offered_with_its_title(name: str) -> None:
    assert offered(ARTICLE)[name].title in (home() / f"{name}.yaml").read_text(encoding="utf-8")
