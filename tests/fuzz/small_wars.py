"""Small wars that hold between them everything that a scenario can say, as trees that mutants are made of."""

from functools import cache
from typing import Any, Final

import yaml

from tests.fuzz.kinds import written_out
from tests.scenarios.shipped import FOLDER

WEST: Final = '{"type": "Polygon", "coordinates": [[[7.6, 46.3], [8.2, 46.3], [8.2, 46.7], [7.6, 46.7], [7.6, 46.3]]]}'
"""The outline of a second region beside that of the teaching case."""
RICH: Final = """
title: Two valleys and a lake
start: 2030-05-01
days: 3
contested: [Basin, West]
theatre:
  regions: {Basin: {file: BASIN}, West: {file: west.geojson}}
  places:
    Northport: {lat: 46.80, lon: 8.5, side: North, terrain: urban, population: 9000}
    Pass: {lat: 46.65, lon: 8.5, side: North, region: Basin, works: 0.5}
    Mill: {lat: 46.55, lon: 8.4, side: North, region: Basin, symbol: 0.3, population: 500}
    Ford: {lat: 46.45, lon: 8.6, side: North, region: Basin, terrain: open}
    Bridge: {lat: 46.35, lon: 8.5, side: North, region: Basin, symbol: 1.0}
    Southgate: {lat: 46.20, lon: 8.5, side: South, terrain: urban}
    Hamlet: {lat: 46.5, lon: 7.9, side: North, region: West, terrain: wooded}
    Tarn: {lat: 46.4, lon: 8.0, side: North, region: West}
  roads:
    - {from: Northport, to: Pass, class: primary}
    - {from: Pass, to: Mill, class: primary}
    - {from: Pass, to: Ford}
    - {from: Mill, to: Ford, class: secondary, river: true}
    - {from: Mill, to: Bridge, km: 25}
    - {from: Ford, to: Bridge, class: primary, ref: R1}
    - {from: Bridge, to: Southgate, class: primary, crossing: Old bridge}
    - {from: Hamlet, to: Mill}
    - {from: Tarn, to: Bridge}
    - {from: Hamlet, to: Tarn}
damaged: [{from: Ford, to: Bridge, damage: 0.2}]
held: {South: [Ford, Bridge, Tarn]}
together: [[sides.South.force.morale, sides.South.will]]
sides:
  South:
    short: S
    will: [0.8, 0.4, 1.0, me]
    force: {artillery: 0.3, bombs: 0.05, replacements: 30}
    reconnaissance: {own_coverage: 0.4, deception: [0.1, 0, 0.4, me]}
    deep_fires: {drones: 1, road_strikes: 2, crossing_strikes: 1, depot_strikes: 1, raids: 0.2, counter_drone: 0.2}
    sustainment:
      depots: [Southgate, Bridge]
      depot_capacity: {Bridge: 40}
      depot_trucks: {Bridge: 5}
      trucks: [60, 30, 90, me]
      replacement: 1
      reliance: 0.3
      dependence: 0.2
      links: {Lift: {kind: air, from: Southgate, to: Ford, capacity: 9, carriers: 5, load: 2, loss: 0.1, weather: 0.3}}
    doctrine: {assaults: 0.5, crosses_border: true, axes: {Mill: 1}, aims: {Mill: 20}, prepared: 2}
    members: {Coastland: {will: 0.5}, Islands: {leaves: 2030-05-03}}
  North:
    will: [0.9, 0.5, 1.0, "fiction"]
    force: {strength_scale: 1.1, quality: 0.9, morale: 0.7}
    deep_fires: {assembly_strikes: 1, command_strikes: 1, drones: 0.5}
    doctrine: {assaults: true, threshold: 1.3, reserve: 0.4, stickiness: 0.6}
    sustainment: {depots: [Northport], stock: 2}
supporters:
  Ally: {side: South, coverage: 0.3, materiel: 0.6, share: 0.7, money_share: 0.4, follows: 0.5}
  Friend: {side: North, intelligence: 0.5}
mediators: {Monitor: {engagement: 0.5, follows: 0.2, pressure: {South: 0.01, North: 0.02}, guarantee: 0.3}}
order_of_battle:
  formations:
    South 1st Brigade: {side: South, strength: 3000, place: Ford, dug_in: 0.5}
    South 2nd Brigade: {side: South, strength: 2000, place: Bridge}
    South 3rd Brigade: {side: South, strength: 1500, place: Tarn}
    Coastal Regiment: {side: South, member: Coastland, strength: 800, place: Ford, quality: 1.2}
    Island Battalion: {side: South, member: Islands, strength: 600, place: Bridge, leaves: 2030-05-03}
    North 1st Brigade: {side: North, strength: 4000, place: Mill}
    North 2nd Brigade: {side: North, strength: 3000, place: Pass, arrives: 2030-05-02}
    Rangers: {side: North, strength: 150, place: Mill, kind: special}
events:
  - {date: 2030-05-01, kind: support, supporter: Ally, intelligence: 0, materiel: 0.5}
  - {date: 2030-05-02, kind: road, from: Ford, to: Bridge, damage: 0.5, until: 2030-05-03}
  - {date: 2030-05-02, kind: link, link: Lift, hindered: 0.5}
  - {date: 2030-05-02, kind: infiltration, formation: Rangers, place: Bridge}
  - {date: 2030-05-01, kind: mud, level: 0.4}
  - {date: 2030-05-02, kind: withdrawal, side: South, allowed: true, ordered: false}
  - {date: 2030-05-03, kind: ceasefire, holds: true}
  - {date: 2030-05-02, kind: trucks, side: South, change: -10}
  - {date: 2030-05-02, kind: will, side: North, change: -0.1}
  - {date: 2030-05-03, kind: falls, place: Tarn, side: North}
  - {date: 2030-05-02, kind: men, formation: South 2nd Brigade, change: -300}
orders:
  - {date: 2030-05-01, kind: hold, formation: South 1st Brigade}
  - {date: 2030-05-01, kind: attack, formation: North 1st Brigade, place: Ford, weight: 3}
  - {date: 2030-05-02, kind: withdraw, formation: South 3rd Brigade, place: Bridge}
  - {date: 2030-05-02, kind: reserve, formation: North 2nd Brigade, place: Northport}
  - {date: 2030-05-03, kind: doctrine, formation: North 1st Brigade}
  - {date: 2030-05-02, kind: axis, side: North, place: Bridge, weight: 1}
  - {date: 2030-05-02, kind: strikes, side: South, against: depots}
talks:
  every: 2
  horizon: 2
  rollouts: 2
  chips: {West: [Tarn, Hamlet]}
  issues:
    Basin and West: {weights: {South: 1, North: 2}}
    Dues: {if_war: 0.4, weights: {South: [1, 0.5, 2, me], North: 1}}
    Title: {if_war: 0.5, divisible: false, weights: {South: 0.2, North: 0.1}}
  elsewhere: {issue: Dues, drift: 0.01, aid: 0.001, noise: 0.01, lag: 5, men: {South: 90000, North: 120000}}
  patience: {South: {discounting: 0.002, power: 0.5, claim: 0.9, audience: 0.2, breakdown: 0.3, exhaustion: 0.001}}
  costs: {North: {casualties: 0.01, captured: 0.01, time: 0.002}}
  agreement: {hazard: 0.05, gain: 0.1, guarantee: 0.2}
  end: 0.02
  fading: 0.01
  doubt: 0.5
  noise: 1
"""


@cache
def small_wars() -> dict[str, dict[str, Any]]:
    """Return the small wars by name: some in full, with every quantity declared, some in short form."""
    basin = str(FOLDER / "teaching/basin.geojson")
    rich: dict[str, Any] = yaml.safe_load(RICH.replace("BASIN", basin))
    plain: dict[str, Any] = yaml.safe_load((FOLDER / "teaching/two-valleys.yaml").read_text(encoding="utf-8"))
    plain["theatre"]["regions"]["Basin"]["file"] = basin
    dues = {"Dues": {"if_war": 0.4, "weights": {"South": 1, "North": 2}}}
    return {
        "rich": rich,
        "short": {**plain, "days": 2},
        "dues": {**plain, "title": "About dues alone", "contested": [], "days": 1, "talks": {"issues": dues}},
        "full": {**written_out("theory/equal-sides"), "days": 3},
    }
