from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sim.report.study import Study


@pytest.fixture(scope="module")
def study(folder: Path) -> Study:
    return Study.kept(folder)


def test_a_study_of_a_folder_has_its_tables(study: Study) -> None:
    assert len(study.outcomes) == 4
    assert len(study.talks) == 4 * 3
    assert len(study.days) == 4 * 14
    assert study.story[0].startswith("Ukraine's leverage")


@pytest.mark.parametrize("measure", ["area_0", "casualties_1", "displaced", "leverage_0", "surplus"])
def test_a_figure_shows_itself_in_a_notebook_and_as_a_file(study: Study, measure: str, tmp_path: Path) -> None:
    figure = study.figure(measure)
    figure.save(tmp_path / "figure.svg")

    assert "<svg" in figure._repr_html_()
    assert ET.parse(tmp_path / "figure.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314


def test_the_style_of_a_figure_touches_nothing_else_in_a_notebook(study: Study) -> None:
    style = study.figure("area_0")._repr_html_().split("<style>")[1].split("</style>")[0]

    assert all(rule.startswith(".plot ") for rule in style.split("}") if rule)
