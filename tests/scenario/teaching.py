"""A scenario in the short form: two valleys, one road over a bridge, and hardly a number."""

import json
from pathlib import Path

TEACHING = """\
title: Two valleys
start: 2030-05-01
days: 20
theatre:
  regions: {Basin: {file: basin.geojson}}
  places:
    Northport: {lat: 46.80, lon: 8.5, side: North, terrain: urban}
    Pass: {lat: 46.65, lon: 8.5, side: North, region: Basin}
    Mill: {lat: 46.55, lon: 8.4, side: North, region: Basin, symbol: 0.3}
    Ford: {lat: 46.45, lon: 8.6, side: North, region: Basin, terrain: open}
    Bridge: {lat: 46.35, lon: 8.5, side: North, region: Basin, symbol: 1.0}
    Southgate: {lat: 46.20, lon: 8.5, side: South, terrain: urban}
  roads:
    - {from: Northport, to: Pass, class: primary}
    - {from: Pass, to: Mill, class: primary}
    - {from: Pass, to: Ford}
    - {from: Mill, to: Ford, class: secondary}
    - {from: Mill, to: Bridge, km: 25}
    - {from: Ford, to: Bridge, class: primary}
    - {from: Bridge, to: Southgate, class: primary, crossing: Old bridge}
held: {South: [Ford, Bridge]}
sides:
  South: {sustainment: {depots: [Southgate], trucks: 60, reliance: 0.3}}
  North:
    will: [0.9, 0.5, 1.0, "fiction"]
    sustainment: {depots: [Northport]}
    doctrine: {assaults: true, threshold: 1.3}
supporters: {Ally: {side: South, coverage: 0.3}}
order_of_battle:
  formations:
    South 1st Brigade: {side: South, strength: 3000, place: Ford}
    South 2nd Brigade: {side: South, strength: 2000, place: Bridge}
    North 1st Brigade: {side: North, strength: 4000, place: Mill}
    North 2nd Brigade: {side: North, strength: 3000, place: Pass}
"""
RING = [[8.2, 46.3], [8.8, 46.3], [8.8, 46.7], [8.2, 46.7], [8.2, 46.3]]


def written(folder: Path, text: str = TEACHING) -> Path:
    """Write the scenario and its region to a folder, and return its file."""
    region = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
    outline = json.dumps({"type": "FeatureCollection", "features": [region]})
    (folder / "basin.geojson").write_text(outline, encoding="utf-8")
    file = folder / "two-valleys.yaml"
    file.write_text(text, encoding="utf-8")
    return file
