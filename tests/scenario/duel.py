"""A duel of two sides over four places in a row, with every parameter that the classes ask for."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from sim.scenario.files.examination import Examination
from sim.scenario.files.overrides import Overrides
from sim.scenario.files.reading import examine_scenario
from sim.scenario.laws import LawsDeclared
from sim.scenario.quantity import Quantity
from sim.scenario.scenario import Scenario
from sim.scenario.sides import SideDeclared, SupporterDeclared
from sim.scenario.talks import IssueDeclared, PatienceDeclared, TalksDeclared, WarCostDeclared

SQUARE = [[35, 51], [36, 51], [36, 52], [35, 52], [35, 51]]
PLACES = ("West", "Hill", "Ford", "East")


def quantified(unit: str = "1", least: float = 0.0) -> dict[str, Any]:
    value, low, high = (least + each for each in ((0.5, 0.1, 0.9) if least in {0.0, 1.0} else (0.5, 0.4, 0.6)))
    return {"value": value, "unit": unit, "range": [low, high], "source": "ASSUMED", "confidence": "medium"}


def filled(part: type[BaseModel], **given: object) -> dict[str, Any]:
    """Return what a class asks for, every quantity at the middle of its range and every choice a yes."""
    members = dict(given)
    for name, field in part.model_fields.items():
        kind = field.annotation
        if kind is Quantity and isinstance(field.json_schema_extra, dict):
            bounds = field.json_schema_extra["bounds"]
            assert isinstance(bounds, list)
            members[name] = quantified(str(field.json_schema_extra["unit"]), float(str(bounds[0])))
        elif kind is bool and field.is_required():
            members[name] = True
        elif name not in given and isinstance(kind, type) and issubclass(kind, BaseModel):
            members[name] = filled(kind)
    return members


def side(depot: str) -> dict[str, Any]:
    whole = filled(SideDeclared, short=depot[0])
    whole["sustainment"]["depots"] = [depot]
    return whole


def duel() -> dict[str, Any]:
    row = zip(PLACES, ("Blue", "Blue", "Red", "Red"), range(4), strict=True)
    sides = ("Blue", "Red")
    return {
        "title": "A duel",
        "start": "2025-03-01",
        "days": 30,
        "contested": "Square",
        "theatre": {
            "name": "A row",
            "projection": "+proj=laea +lat_0=51 +lon_0=35 +units=m",
            "regions": {"Square": {"file": "square.geojson", "source": "drawn"}},
            "places": {
                name: {"lat": 51.5, "lon": 35.2 + i / 10, "side": owner, "region": "Square"} for name, owner, i in row
            },
            "roads": [{"from": a, "to": b, "km": 8} for a, b in pairwise(PLACES)],
        },
        "sides": {"Blue": side("West"), "Red": side("East")},
        "supporters": {"Friend": filled(SupporterDeclared, side="Blue")},
        "order_of_battle": {
            "formations": {
                "1st Blue": {"side": "Blue", "strength": 1000, "place": "Hill"},
                "1st Red": {"side": "Red", "strength": 1000, "place": "Ford"},
            }
        },
        "laws": filled(LawsDeclared),
        "talks": filled(
            TalksDeclared,
            territory="land",
            issues={"land": filled(IssueDeclared, weights={name: quantified() for name in sides})},
            patience={name: filled(PatienceDeclared) for name in sides},
            costs={name: filled(WarCostDeclared) for name in sides},
            every=7,
            end=quantified("1/day"),
            horizon=30,
            rollouts=10,
        ),
    }


def examined_duel(folder: Path, changes: str = "", overrides: Overrides = ()) -> Examination[Scenario]:
    """Return the examination of a file that extends the duel and changes some of it from line 2 on."""
    square = {"type": "Polygon", "coordinates": [SQUARE]}
    (folder / "square.geojson").write_text(json.dumps(square), encoding="utf-8")
    text = yaml.safe_dump(duel(), sort_keys=False).replace("'2025-03-01'", "2025-03-01")
    (folder / "duel.yaml").write_text(text, encoding="utf-8")
    (folder / "changed.yaml").write_text("extends: duel.yaml\n" + changes, encoding="utf-8")
    return examine_scenario(folder / "changed.yaml", overrides)
