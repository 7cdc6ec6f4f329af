"""A draft: a sketch of a theatre with depots and a few formations, so that it runs before anything else is known."""

from pathlib import Path
from typing import Any, Final

import yaml

from sim.scenario.drafting.records import Record, records_in
from sim.scenario.drafting.sketch import NAME, Sketch, sketched
from sim.scenario.files.shipped import home
from sim.vocabulary import BadInput

PERIODS: Final = {
    "2025": ("2025-01-01", None),
    "1944": ("1944-07-01", "[westphalia/laws, westphalia/ardennes/laws-1944]"),
}
"""First day, and what is extended, by the age of the weapons."""
TEMPLATE: Final = "teaching/two-valleys.yaml"
REGION: Final = "region.geojson"
MEN: Final = 3000
"""Men of a formation that nobody declared."""
FORMATIONS: Final = 2
"""Formations of each side that nobody declared."""


def write_draft(
    folder: Path,
    period: str,
    places: Path | None = None,
    roads: Path | None = None,
    region: Path | None = None,
    control: Path | None = None,
) -> tuple[Path, list[str]]:
    """Write a scenario of one's own to a new folder, and return its file and what could not be used.

    Without places it is the teaching case under another title.

    Raises:
        BadInput: the folder holds files, or a table or layer cannot be used.

    """
    if period not in PERIODS:
        raise BadInput(f"--period {period}: there is no such age of weapons; choose from {', '.join(PERIODS)}")
    if (places is None) != (region is None) or (places is None and (roads or control)):
        raise BadInput("--places and --region go together, with --roads and --control if there are such; name both")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(f"{folder}: it is there already; choose another name")
    name = folder.resolve().name
    if places is None or region is None:
        texts, left_out = _template(name, period), []
    else:
        areas = records_in(region)
        title = areas[0].value(*NAME) or region.stem
        sketch = sketched(records_in(places), _records(roads), areas, _records(control), title)
        left_out = sketch.left_out
        texts = {f"{name}.yaml": _text(name, period, title, sketch), REGION: region.read_text(encoding="utf-8-sig")}
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder / f"{name}.yaml", left_out


def _records(file: Path | None) -> list[Record]:
    return records_in(file) if file else []


def _template(name: str, period: str) -> dict[str, str]:
    template = home() / TEMPLATE
    text = template.read_text(encoding="utf-8").replace("title: Two valleys", f"title: {_flow(name)}")
    start, extends = PERIODS[period]
    text = text.replace("start: 2030-05-01", f"start: {start}")
    outline = template.with_name("basin.geojson").read_text(encoding="utf-8")
    return {f"{name}.yaml": _extending(extends) + text, "basin.geojson": outline}


def _text(name: str, period: str, region: str, sketch: Sketch) -> str:
    start, extends = PERIODS[period]
    first, second = sketch.sides
    abroad = [place for place, holder in sketch.holders.items() if holder != sketch.places[place]["side"]]
    attacker = second if abroad else first
    held = {side: [place for place in abroad if sketch.holders[place] == side] for side in sketch.sides}
    lines = [
        "# A draft: depots, formations and who attacks are guesses, to be replaced. `westphalia check` tells what else",
        "# is assumed, and `westphalia schema --keys` all that can be said.",
        f"title: {_flow(name)}",
        f"start: {start}",
        "days: 30",
        f"contested: {_flow(region)}",
        "theatre:",
        f"  regions: {{{_flow(region)}: {{file: {REGION}}}}}",
        "  places:",
        *(f"    {_flow(place)}: {_flow(said)}" for place, said in sketch.places.items()),
        "  roads:",
        *(f"    - {_flow(road)}" for road in sketch.roads),
        f"held: {_flow({side: names for side, names in held.items() if names})}",
        "sides:",
    ]
    for side in sketch.sides:
        doctrine = {"doctrine": {"assaults": True}} if side == attacker else {}
        lines.append(f"  {_flow(side)}: {_flow({'sustainment': {'depots': [_depot(sketch, side)]}, **doctrine})}")
    lines += ["order_of_battle:", "  formations:"]
    for side in sketch.sides:
        nearest = sketch.held_by(side)
        for n in range(FORMATIONS):
            body = {"side": side, "strength": MEN, "place": nearest[min(n, len(nearest) - 1)]}
            lines.append(f"    {_flow(f'{side} {n + 1}')}: {_flow(body)}")
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


def _flow(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a value as YAML on one line."""
    return yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6).strip()[
        1:-1
    ]
