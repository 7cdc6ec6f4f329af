"""A small kind of scenario, with something of everything that reading must handle."""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sim.scenario.files.examination import Examination, examined
from sim.scenario.files.overrides import Overrides
from sim.scenario.quantity import Quantity, quantity


class Declared(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class March(Declared):
    rate: Quantity = quantity("km/day", "How far a formation marches in a day.")
    reserve: Quantity | None = quantity("t", "What is kept back.", None)


class Road(Declared):
    begin: str = Field(alias="from")
    to: str


class Weather(Declared):
    mud: float = 0.0


class Excursion(Declared):
    name: str
    start: date
    """The first day."""
    sides: dict[str, March]
    roads: list[Road] = []
    weather: Weather = Weather()

    @model_validator(mode="after")
    def _goes_somewhere(self) -> "Excursion":
        if self.name == "nowhere":
            raise ValueError("nobody goes nowhere; name a place")
        return self


RATE = "{value: 20, unit: km/day, range: [10, 30], source: Clausewitz (1832), confidence: medium}"

BASE = f"""\
name: base
start: 2025-03-01
sides:
  North: {{rate: {RATE}}}
  South Land:
    rate: {RATE}
roads:
  - {{from: A, to: B}}
  - {{from: B, to: C}}
"""


def written(folder: Path, **texts: str) -> dict[str, str]:
    """Write each text to a file of its name and return their paths."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return {name: str(folder / f"{name}.yaml") for name in texts}


def read(file: str, overrides: Overrides = ()) -> Examination[Excursion]:
    return examined(file, overrides, Excursion)


def sound(file: str, overrides: Overrides = ()) -> Excursion:
    examination = read(file, overrides)
    assert examination.scenario is not None, examination.faults
    return examination.scenario


def told(file: str, overrides: Overrides = ()) -> list[str]:
    """Return every fault as text, with the folder left out."""
    return [str(fault).replace(f"{Path(file).parent}/", "") for fault in read(file, overrides).faults]
