import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]


def test_the_example_of_the_documents_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(ROOT / "docs" / "first_look.py"))["look"](tmp_path)

    assert "leverage_0" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["area_0.svg", "leverage_0.svg", "report.html"]
    ET.parse(tmp_path / "area_0.svg")  # noqa: S314 - written here
