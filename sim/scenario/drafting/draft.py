"""A draft: a sketch of a theatre with depots and a few formations, so that it runs before anything else is known."""

import os
from pathlib import Path
from typing import Any, Final

from sim.scenario.drafting.flow import flow
from sim.scenario.drafting.notes import Notes
from sim.scenario.drafting.sketch import Sketch
from sim.scenario.drafting.sketching import RIVERS, Drawn, drawn_from
from sim.scenario.drafting.sources import Sources
from sim.scenario.drafting.variant import variant_text
from sim.scenario.files.shipped import home
from sim.vocabulary import BadInput

PERIODS: Final = {
    "2025": ("2025-01-01", None),
    "1944": ("1944-07-01", "[westphalia/laws, westphalia/ardennes/laws-1944]"),
}
"""First day, and what is extended, by the age of the weapons."""
TEMPLATE: Final = "teaching/two-valleys.yaml"
MEN: Final = 3000
"""Men of a formation that nobody declared."""
FORMATIONS: Final = 2
"""Formations of each side that nobody declared."""


def write_draft(folder: Path, period: str, sources: Sources | None = None) -> tuple[Path, Notes]:
    """Write a scenario of one's own to a new folder, and return its file, with what there is to note.

    Without files it is the teaching case under another title; what is extended is taken over, but for its order of
    battle.

    Raises:
        BadInput: the folder holds files, or a file cannot be used.

    """
    given = sources or Sources()
    if period not in PERIODS:
        raise BadInput(f"--period {period}: there is no such age of weapons; choose from {', '.join(PERIODS)}")
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(f"{folder}: it is there already; choose another name")
    name = Path(os.path.realpath(folder)).name
    if not name.isprintable():
        raise BadInput(f"{folder}: the name holds a control character; choose another name")
    notes = Notes()
    if given.extends and given.orbat:
        text, notes = variant_text(name, folder, given.extends, given.orbat)
        texts = {f"{name}.yaml": text}
    elif given.places or given.osm:
        drawn = drawn_from(given)
        notes = drawn.sketch.notes
        texts = {f"{name}.yaml": _text(name, period, drawn, _with_guessed(drawn)), **drawn.layers}
    else:
        texts = _template(name, period)
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder / f"{name}.yaml", notes


def _template(name: str, period: str) -> dict[str, str]:
    template = home() / TEMPLATE
    text = template.read_text(encoding="utf-8").replace("title: Two valleys", f"title: {flow(name)}")
    start, extends = PERIODS[period]
    text = text.replace("start: 2030-05-01", f"start: {start}")
    outline = template.with_name("basin.geojson").read_text(encoding="utf-8")
    return {f"{name}.yaml": _extending(extends) + text, "basin.geojson": outline}


def _with_guessed(drawn: Drawn) -> dict[str, dict[str, Any]]:
    """Return the declared formations, and some for each side that has none."""
    sketch, found = drawn.sketch, dict(drawn.troops)
    for side in sketch.sides:
        if any(body["side"] == side for body in drawn.troops.values()):
            continue
        nearest = sketch.held_by(side)
        for n in range(FORMATIONS):
            place = nearest[min(n, len(nearest) - 1)]
            found[f"{side} {n + 1}"] = {"side": side, "strength": MEN, "place": place}
        if drawn.troops:
            sketch.notes.guessed.append(f"{FORMATIONS} formations of {side}, of which --orbat has none")
    return found


def _text(name: str, period: str, drawn: Drawn, troops: dict[str, dict[str, Any]]) -> str:
    start, extends = PERIODS[period]
    sketch = drawn.sketch
    first, second = sketch.sides
    abroad = [place for place, holder in sketch.holders.items() if holder != sketch.places[place]["side"]]
    attacker = second if abroad else first
    held = {side: [place for place in abroad if sketch.holders[place] == side] for side in sketch.sides}
    lines = [
        "# A draft. What no file told - depots, formations, who attacks - is guessed: replace it. `westphalia check`",
        "# tells what else is assumed, and `westphalia schema --keys` all that can be said.",
        f"title: {flow(name)}",
        f"start: {drawn.start or start}",
        "days: 30",
        f"contested: {flow(next(iter(drawn.regions)) if len(drawn.regions) == 1 else list(drawn.regions))}",
        "theatre:",
        *([f"  source: {flow(drawn.source)}"] if drawn.source else []),
        f"  regions: {flow({each: {'file': file} for each, file in drawn.regions.items()})}",
        *([f"  rivers: {{file: {RIVERS}}}"] if RIVERS in drawn.layers else []),
        "  places:",
        *(f"    {flow(place)}: {flow(said)}" for place, said in sketch.places.items()),
        "  roads:",
        *(f"    - {flow(road)}" for road in sketch.roads),
        f"held: {flow({side: names for side, names in held.items() if names})}",
        "sides:",
    ]
    for side in sketch.sides:
        doctrine = {"doctrine": {"assaults": True}} if side == attacker else {}
        lines.append(f"  {flow(side)}: {flow({'sustainment': {'depots': [_depot(sketch, side)]}, **doctrine})}")
    lines += ["order_of_battle:", "  formations:"]
    lines += [f"    {flow(each)}: {flow(body)}" for each, body in troops.items()]
    return _extending(extends) + "\n".join(lines) + "\n"


def _depot(sketch: Sketch, side: str) -> str:
    """Return the place of a side, outside the region if possible, from which its own roads reach its troops."""
    mine = sketch.held_by(side)
    if not mine:
        raise BadInput(f"{side} holds no place; give it one, in the places or under --control")
    reached, ahead = {mine[0]}, [mine[0]]
    while ahead:
        here = ahead.pop()
        for road in sketch.roads:
            ends = {road["from"], road["to"]}
            beyond = ends - {here}
            if here in ends and beyond <= set(mine) - reached:
                reached |= beyond
                ahead += beyond
    own = [place for place in mine if place in reached and sketch.places[place]["side"] == side]
    return max(own or mine, key=lambda place: ("region" not in sketch.places[place], mine.index(place)))


def _extending(extends: str | None) -> str:
    return f"extends: {extends}\n" if extends else ""
