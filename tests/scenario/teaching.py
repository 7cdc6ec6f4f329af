"""The teaching case, in a folder of its own."""

import shutil
from pathlib import Path

from sim.scenario.files.shipped import home

FOLDER = home() / "teaching"
TEACHING = (FOLDER / "two-valleys.yaml").read_text(encoding="utf-8")


def written(folder: Path, text: str = TEACHING) -> Path:
    """Write the scenario and its region to a folder, and return its file."""
    shutil.copyfile(FOLDER / "basin.geojson", folder / "basin.geojson")
    file = folder / "two-valleys.yaml"
    file.write_text(text, encoding="utf-8")
    return file
