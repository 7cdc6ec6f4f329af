"""The legend: every sign of the map, once."""

from collections.abc import Sequence
from html import escape

from sim.browser.comparison import hindrance
from sim.browser.course import Course
from sim.browser.drawings.network_drawing import STAR, UNDER_FIRE, flow_width
from sim.browser.drawings.troops_drawing import CROSSES, FRAMES
from sim.scenario.scenario import Scenario

FLOWS = (50, 500)
"""Flows of supplies whose widths the legend shows, t a day."""


def legends_of(courses: Sequence[Course]) -> list[dict[str, str]]:
    """Return the legend of the maps; courses that cannot be compared have one each, under their titles."""
    if len(courses) > 1 and hindrance(courses[0], courses[1]):
        return [{"title": each.scenario.title, "signs": legend_of(each.scenario)} for each in courses]
    return [{"title": "", "signs": legend_of(courses[0].scenario)}]


def legend_of(scenario: Scenario) -> str:
    """Return the legend of a scenario's map as HTML."""
    names = [escape(name) for name in scenario.sides]
    entries = [
        *(_entry(_box(f"cell h{s} home"), f"{name}, own country") for s, name in enumerate(names)),
        *(_entry(_box(f"cell h{s} foreign"), f"{name} on foreign ground") for s, name in enumerate(names)),
        _entry('<path class="border front" d="M2 10H34"/>', "front line"),
        _entry('<path class="ghost" d="M2 10H34"/>', "front a week ago"),
        _entry('<path class="region" d="M2 10H34"/>', "border of the region"),
        _entry('<path class="river" d="M2 12C10 4 22 16 34 8"/>', "river"),
        *(_entry(_texture(terrain), words) for terrain, words in (("wooded", "wooded"), ("urban", "built up"))),
        _entry('<path class="road primary open" d="M2 10H34"/>', "road, open"),
        _entry('<path class="road primary fire" d="M2 10H34"/>', f"under fire: {UNDER_FIRE:.0%} or more lost on it"),
        _entry(
            '<path class="road primary cut" d="M2 10H34"/><path class="cross" d="M13 5l10 10m-10 0l10-10"/>',
            "road, cut",
        ),
        *(
            _entry(f'<path class="flow s0" style="--w:{flow_width(t):.1f}" d="M2 10H34"/>', f"supplies, {t} t a day")
            for t in FLOWS
        ),
        *(_entry(_symbol(s), f"{name}: troops, strength left (bar), men") for s, name in enumerate(names)),
        _entry(_believed(), "the enemy as he is believed to be"),
        _entry(_days(), "days of supplies at hand: below 1, below 2, more"),
        _entry(_symbol(0, "starved"), "dark red frame: one of them has no road to a depot today"),
        _entry(
            '<g transform="translate(18 10)" class="place s0"><rect x="-6" y="-6" width="12" height="12"/>'
            '<path class="tick" d="M-6-1H6"/></g>',
            "depot",
        ),
        _entry('<path class="arrow assault s1" style="--w:3" marker-end="url(#head1)" d="M2 10H28"/>', "assault"),
        _entry('<path class="arrow withdrawal s0" style="--w:2" marker-end="url(#head0)" d="M2 10H28"/>', "withdrawal"),
        _entry(f'<g transform="translate(18 10)"><path class="burst" d="{STAR}"/></g>', "strike or raid today"),
        _entry('<g transform="translate(18 10)" class="place s1 new"><circle r="4"/></g>', "taken today"),
        _entry('<rect class="pocket sealed s0" x="3" y="2" width="30" height="16"/>', "sealed pocket: no way out"),
        _entry(
            '<rect class="pocket porous s0" x="3" y="2" width="30" height="16"/>',
            "porous pocket: road cut, open on foot",
        ),
    ]
    return "".join(entries)


def _entry(sign: str, meaning: str) -> str:
    return f'<div><svg viewBox="0 0 36 20">{sign}</svg>{meaning}</div>'


def _box(style: str) -> str:
    return f'<rect class="{style}" x="3" y="2" width="30" height="16"/>'


def _texture(terrain: str) -> str:
    box = f'<rect class="terrain t-{terrain}" width="3.75" height="2"/>'
    return f'<g transform="translate(3 2) scale(8)">{box}</g>'


def _believed() -> str:
    return (
        f'<g transform="translate(18 9) scale(.72)" class="troops believed s1"><path class="frame" d="{FRAMES[1]}"/>'
        '<text class="sof" y="3">?</text></g>'
    )


def _days() -> str:
    return "".join(f'<text class="days d{n}" x="{1 + 12 * n}" y="14">{n}d</text>' for n in range(3))


def _symbol(side: int, state: str = "") -> str:
    return (
        f'<g transform="translate(18 8) scale(.72)" class="troops s{side} {state}">'
        f'<g class="plain"><path class="frame" d="{FRAMES[side]}"/>'
        f'<path class="straps" d="{CROSSES[side]}"/></g><path class="bar" d="M-13 13.5H13"/>'
        f'<path class="bar kept" d="M-13 13.5h18"/></g>'
    )
