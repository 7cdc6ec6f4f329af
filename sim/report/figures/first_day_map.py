"""The map of the first day as one picture: who holds what, the roads, the places, and the troops in them."""

from collections import defaultdict
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from shapely import Point

from sim.campaign.setup.deployment import Deployment
from sim.report.front_line import borders_of, front_line
from sim.report.label_placement import ABOVE, Labels, Rectangle
from sim.report.theatre_map import AROUND, Box, Staged, box_around, layers_of, path_of
from sim.scenario.scenario import Scenario
from sim.vocabulary import PRESENT

WIDTH: Final = 1200
"""Width of the picture, pixels."""
LAND: Final = ("#bcdcf2", "#f6dcc4")
INK: Final = ("#0069a8", "#c24e00")
"""Colours of the sides: of their ground and of their troops."""
FEW: Final = 20
"""Places with troops up to which the map has room for their depots as well."""
SIGN: Final = 0.014
"""Height of the sign of troops, as a share of the width of the map."""
STYLE: Final = """\
.cells path{stroke:#fff;stroke-width:.6;vector-effect:non-scaling-stroke}\
.rivers polyline{fill:none;stroke:#7fb2d3;stroke-width:1.6;vector-effect:non-scaling-stroke}\
.roads line{stroke:#7b8288;stroke-width:1.2;vector-effect:non-scaling-stroke}\
.roads .primary{stroke-width:3}.roads .secondary{stroke-width:2}.roads .link{stroke-dasharray:8 5}\
.front{fill:none;stroke:#111;stroke-width:3;vector-effect:non-scaling-stroke}\
.region{fill:none;stroke:#59636c;stroke-width:1.5;stroke-dasharray:6 4;vector-effect:non-scaling-stroke}\
text{font-family:sans-serif;text-anchor:middle;fill:#1b2126}.names .great{font-weight:700}\
.names text{stroke:#fff;stroke-width:3px;stroke-opacity:.7;paint-order:stroke;vector-effect:non-scaling-stroke}\
"""


@dataclass(frozen=True)
class _Stage:
    scenario: Scenario
    deployment: Deployment


@dataclass(frozen=True)
class _Sign:
    spot: Rectangle
    text: str
    side: int


def first_day_map(deployment: Deployment) -> str:
    """Return the map of a deployment's first day as SVG."""
    cells, holders = deployment.cells, deployment.tables["places"]["holder"].tolist()
    stage: Staged = _Stage(deployment.scenario, deployment)
    troops = _troops(deployment)
    box = _box(deployment, {n for n, _ in troops})
    borders = borders_of(cells)
    legend, signs = _legend(deployment.scenario, box), _signs(deployment, troops, box)
    covered = [sign.spot for sign in (*legend, *signs)]
    layers = layers_of(stage, borders, {"theatre": box}, covered)
    colours = "".join(f"#c{n}{{fill:{LAND[holder]}}}" for n, holder in enumerate(holders))
    front = front_line(borders, holders)
    drawn = f'<path class="front" d="{path_of(front)}"/>' if not front.is_empty else ""
    size = f'width="{WIDTH}" height="{WIDTH * box.height / box.width:.0f}"'
    title = escape(deployment.scenario.title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box.view}" {size} role="img">'
        f"<title>{title}: the first day</title><style>{STYLE}{colours}</style>"
        f'<rect x="{box.west}" y="{box.north}" width="{box.width}" height="{box.height}" fill="#f5f6f7"/>'
        f'<g class="cells">{layers["cells"]}</g><g class="rivers">{layers["rivers"]}</g>'
        f'<g class="roads">{layers["roads"]}</g>{drawn}{layers["names"]}'
        f"{''.join(map(_drawn, (*signs, *legend)))}</svg>\n"
    )


def _box(deployment: Deployment, troops: set[int]) -> Box:
    """Return the box around troops, with their depots where there is room for them."""
    cells, sides = deployment.cells, deployment.scenario.sides.values()
    depots = {cells.names.index(name) for side in sides for name in side.sustainment.depots}
    seen = sorted(troops | depots if len(troops) <= FEW else troops)
    return box_around([Point(cells.east[n], cells.north[n]).buffer(AROUND) for n in seen] or cells.polygons)


def _troops(deployment: Deployment) -> dict[tuple[int, int], float]:
    """Return the men there are, by place and side."""
    men: defaultdict[tuple[int, int], float] = defaultdict(float)
    for row in deployment.tables["formations"]:
        if row["status"] == PRESENT:
            men[int(row["place"]), int(row["side"])] += float(row["strength"])
    return dict(men)


def _signs(deployment: Deployment, troops: dict[tuple[int, int], float], box: Box) -> list[_Sign]:
    """Return a small sign with their men beside each place with troops, above it where there is room."""
    cells, height = deployment.cells, box.width * SIGN
    labels = Labels(box.sheet, [sign.spot for sign in _legend(deployment.scenario, box)])
    signs = []
    for (place, side), many in sorted(troops.items(), key=lambda each: -each[1]):
        text = f"{many:,.0f}"
        point = Rectangle(cells.east[place], -cells.north[place], height * (0.4 + 0.6 * len(text)), height)
        above = replace(point, y=point.y - height * 0.7)
        signs.append(_Sign(labels.place(point, height * 0.2, ABOVE) or above, text, side))
    return signs


def _legend(scenario: Scenario, box: Box) -> list[_Sign]:
    """Return whose colour is whose, in the upper left corner."""
    height = box.width * SIGN * 1.4
    width = height * (1.0 + 0.62 * max(map(len, scenario.sides)))
    left, top = box.west + width / 2 + height, box.north + height * 1.5
    return [
        _Sign(Rectangle(left, top + n * height * 1.2, width, height), name, n) for n, name in enumerate(scenario.sides)
    ]


def _drawn(sign: _Sign) -> str:
    spot = sign.spot
    return (
        f'<rect x="{spot.x - spot.width / 2:.2f}" y="{spot.y - spot.height / 2:.2f}" width="{spot.width:.2f}" '
        f'height="{spot.height:.2f}" fill="{INK[sign.side]}"/><text x="{spot.x:.2f}" '
        f'y="{spot.y + spot.height * 0.3:.2f}" font-size="{spot.height * 0.8:.2f}" '
        f'style="fill:#fff">{escape(sign.text)}</text>'
    )
