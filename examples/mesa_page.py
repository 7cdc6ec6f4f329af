"""Mesa's own page on the campaign: map, charts, sliders and a console, from the parts that Mesa offers for any model.

    westphalia view --page examples/mesa_page.py

and open the address that it prints. It needs ``pip install 'westphalia[mesa]'`` and no internet, and is served on this
machine alone. ``solara run examples/mesa_page.py`` serves it as well, with a front end from the internet.

``westphalia view`` has a page of its own, which can do what Mesa's cannot: go back to a day, branch, play two courses
under the same luck, save a game. This page is for those who know Mesa's parts, or have some of their own.
"""

from functools import cache, partial
from typing import Any

import solara
from matplotlib.axes import Axes
from mesa.visualization import CommandConsole, Slider, SolaraViz, make_plot_component, make_space_component
from mesa.visualization.components import AgentPortrayalStyle

from sim import Campaign, read_scenario
from sim.campaign.agents import Actor, Formation
from sim.campaign.network import positions_of
from sim.scenario.parameters import parameters
from sim.vocabulary import FREE, measured

COURSES = [f"kursk/2025-03-{name}" for name in ("article", "support-kept", "support-suspended", "road-cut")]
ARTICLE = COURSES[0]
SIDES = ("Ukraine", "Russia")
COLOURS = ("#0069a8", "#c24e00")
GROUND = ("#a9cbe2", "#ecc6a8")
SHAPE = 0.6
"""Height of a drawing, as a share of its width."""
MARGIN = 8.0
"""Kilometres of the map around the ground that Ukraine holds in Russia on the first day."""
PATHS = {
    "men": "sides.Ukraine.force.strength_scale",
    "trucks": "sides.Ukraine.sustainment.trucks",
    "will": "sides.Ukraine.will",
}
"""What has a slider, over the range that the scenario declares."""
DECLARED = {name: parameters(read_scenario(ARTICLE))[path] for name, path in PATHS.items()}


class KurskCampaign(Campaign):
    """The campaign with parameters as Mesa's page wants them: plain keywords, all with defaults."""

    def __init__(
        self,
        *,
        course: str = ARTICLE,
        seed: int = 1,
        men: float = DECLARED["men"].value,
        trucks: float = DECLARED["trucks"].value,
        will: float = DECLARED["will"].value,
    ) -> None:
        values: dict[str, Any] = {PATHS["men"]: men, PATHS["trucks"]: trucks, PATHS["will"]: will}
        super().__init__(course, seed=seed, **values)


def portrayal(agent: Actor) -> AgentPortrayalStyle:
    """Draw a place in the pale colour of its holder; on it the formations, ringed in red when they are cut off.

    Mesa 3 draws all markers of one shape in one size, and only those of z-order 1.
    """
    if isinstance(agent, Formation):
        ring, width = ("white", 0.8) if agent.pocket == FREE else ("#d00000", 2.0)
        return AgentPortrayalStyle(color=COLOURS[agent.side], edgecolors=ring, linewidths=width)
    return AgentPortrayalStyle(color=GROUND[agent.holder], edgecolors="white", linewidths=0.5)


@cache
def salient() -> list[tuple[float, float]]:
    """Return where the places lie that the first side holds abroad on the first day, east and north in km."""
    places = KurskCampaign().world.places
    return [(place.east, place.north) for place in places if place.contested and place.holder == 0]


def frame(ax: Axes) -> None:
    """Show the salient and what lies around it, as on a map."""
    east, north = zip(*salient(), strict=True)
    middle, height = (min(east) + max(east)) / 2.0, max(north) - min(north) + 2.0 * MARGIN
    ax.set_xlim(middle - height / SHAPE / 2.0, middle + height / SHAPE / 2.0)
    ax.set_ylim(min(north) - MARGIN, max(north) + MARGIN)
    ax.set_box_aspect(SHAPE)
    ax.set_title("Places by holder, formations by side")


def head(name: str, sides: tuple[str, ...], ax: Axes) -> None:
    """Label a chart in words."""
    ax.set_box_aspect(SHAPE)
    ax.set_title(measured(name).heading)
    ax.set_ylim(bottom=0.0)
    ax.legend(sides, loc="best")


def chart(name: str, sides: tuple[str, ...] = SIDES) -> tuple[object, int]:
    """Return a chart of a daily measure of both sides, or of the first alone."""
    columns = dict(zip(measured(name).columns[: len(sides)], COLOURS, strict=False))
    component: tuple[object, int] = make_plot_component(columns, post_process=partial(head, name, sides))
    return component


def slider(name: str, label: str, step: float) -> Slider:
    """Return a slider of a declared quantity, over its declared range."""
    quantity = DECLARED[name]
    return Slider(label, quantity.value, *quantity.range, step)


PARAMETERS = {
    "course": {"type": "Select", "label": "Scenario", "value": ARTICLE, "values": COURSES},
    "seed": Slider("Seed of all luck", 1, 1, 100, 1),
    "men": slider("men", "Men of Ukraine, scale", 0.05),
    "trucks": slider("trucks", "Trucks of Ukraine", 10),
    "will": slider("will", "Will of Ukraine", 0.05),
}
COMPONENTS = [
    make_space_component(portrayal, post_process=frame, draw_grid=True, layout_alg=positions_of, layout_kwargs={}),
    chart("area", SIDES[:1]),
    chart("stock_days"),
    chart("intelligence"),
    CommandConsole,
]


@solara.component
def Page() -> None:  # noqa: N802 - Solara names components like classes
    """Draw Mesa's page, with a campaign of its own for every visitor; a change of a slider counts after Reset."""
    campaign = solara.use_memo(KurskCampaign, [])
    SolaraViz(campaign, components=COMPONENTS, model_params=PARAMETERS, name="The Kursk salient", play_interval=100)
