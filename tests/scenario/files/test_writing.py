from pathlib import Path

import pytest

from sim.scenario.catalogue import titles_of
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.writing import write_variant
from sim.vocabulary import BadInput

ARTICLE = Path(__file__).parents[3] / "scenarios" / "kursk" / "2025-03-article.yaml"
CHANGES = {"sides.Russia.deep_fires.drones": 1.3, 'supporters."United States".money': 0.0}


def test_a_variant_reads_back_as_what_was_written(tmp_path: Path) -> None:
    written = write_variant(tmp_path / "variant.yaml", ARTICLE, CHANGES, "A variant: no money")

    assert written == read_scenario(ARTICLE, {**CHANGES, "title": "A variant: no money"})
    assert float(written.supporters["United States"].money) == 0.0


def test_a_file_that_exists_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "variant.yaml"
    file.write_text("title: mine\n", encoding="utf-8")

    with pytest.raises(BadInput, match="exists already"):
        write_variant(file, ARTICLE, CHANGES, "A variant")
    assert file.read_text(encoding="utf-8") == "title: mine\n"


def test_the_catalogue_leaves_out_parts_of_scenarios() -> None:
    titles = titles_of(sorted(ARTICLE.parent.glob("*.yaml")))

    assert titles[ARTICLE] == "The Kursk salient in March 2025"
    assert ARTICLE.with_name("theatre.yaml") not in titles
