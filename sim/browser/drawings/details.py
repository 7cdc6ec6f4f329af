"""Details: everything about one place and the formations in it, for the panel that opens on a click."""

from html import escape

from sim.browser.drawings.tips import tip_of
from sim.browser.snapshot import Snapshot
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import FREE, PRESENT, SEALED

ORDERS = ("holds", "assaults", "moves to", "withdraws to")
"""What a formation does, by the numbers of ``sim.vocabulary``."""


def place_details(deployment: Deployment, today: Snapshot, place: int) -> str:
    """Return a place and its formations as HTML; a click on a formation asks for that formation."""
    names = deployment.cells.names
    declared = deployment.scenario.theatre.places[names[place]]
    sides = list(deployment.scenario.sides)
    rows = [
        n
        for n, where in enumerate(today.formations["place"])
        if where == place and today.formations["status"][n] == PRESENT
    ]
    figures = {
        "held by": sides[today.places["holder"][place]],
        "ground": f"{float(deployment.tables['places']['area'][place]):.0f} km², {declared.terrain}",
        "fortification": f"{today.places['works'][place]:.0%}",
        "civilians": f"{today.places['civilians'][place]:,.0f} of {declared.population:,}",
        "men as the enemy sees it": f"{today.places['picture'][place]:,.0f}",
    }
    if today.seen_by >= 0:
        del figures["men as the enemy sees it"]
        if today.places["holder"][place] != today.seen_by:
            figures["fortification"] = "not known"
            figures["men believed to be there"] = f"{today.places['picture'][place]:,.0f}"
    bodies = "".join(_line(deployment, today, n) for n in rows) or "<p>No formation is here.</p>"
    return f"<h3>{escape(names[place])}</h3>{_figures(figures)}{bodies}"


def road_details(deployment: Deployment, today: Snapshot, road: int) -> str:
    """Return a road, or a link, as HTML."""
    first, *rest = tip_of(deployment, today, f"road:{road}").split("\n")
    return f"<h3>{escape(first)}</h3>" + "".join(f"<p>{escape(line)}</p>" for line in rest)


def formation_details(deployment: Deployment, today: Snapshot, formation: int) -> str:
    """Return a formation as HTML; a click on its place asks for that place."""
    if today.seen_by not in (-1, int(deployment.tables["formations"]["side"][formation])):
        return ""
    state = {name: column[formation] for name, column in today.formations.items()}
    name = list(deployment.scenario.order_of_battle.formations)[formation]
    side = list(deployment.scenario.sides)[int(deployment.tables["formations"]["side"][formation])]
    where = escape(deployment.cells.names[state["place"]])
    established = float(deployment.tables["formations"]["established"][formation])
    figures = {
        "side": side,
        "place": f'<button data-pick="place:{state["place"]}">{where}</button>',
        "order": order_in_words(deployment, state["order"], state["objective"]),
        "men": f"{state['strength']:,.0f} of {established:,.0f}",
        "morale": f"{state['morale']:.0%}",
        "supplies": f"{state['stock'] / state['use']:.1f} days" if state["use"] else "none used",
        "supplies allow": f"{state['effect']:.0%} of its fire",
        "positions": f"{state['dug_in']:.0%} dug in",
        "road to a depot": "open" if state["reached"] else _days_without_road(state["cut"]),
        "cut off": "no" if state["pocket"] == FREE else "sealed" if state["pocket"] == SEALED else "porous",
        "killed and wounded": f"{state['casualties']:,.0f}",
        "captured": f"{state['captured']:,.0f}",
    }
    return f"<h3>{escape(name)}</h3>{_figures(figures, plain=('place',))}"


def _days_without_road(days: int) -> str:
    return "none today" if days < 1 else f"none for {days} day{'s' * (days > 1)}"


def _line(deployment: Deployment, today: Snapshot, n: int) -> str:
    name = list(deployment.scenario.order_of_battle.formations)[n]
    order = order_in_words(deployment, today.formations["order"][n], today.formations["objective"][n])
    side = int(deployment.tables["formations"]["side"][n])
    return (
        f'<p><button class="s{side}" data-pick="formation:{n}">{escape(name)}</button><br>'
        f"{today.formations['strength'][n]:,.0f} men, morale {today.formations['morale'][n]:.0%}, {order}</p>"
    )


def order_in_words(deployment: Deployment, order: int, objective: int) -> str:
    """Return what a formation does in words, as HTML."""
    where = f" {deployment.cells.names[objective]}" if objective >= 0 and order > 0 else ""
    return escape(f"{ORDERS[order]}{where}" if where or not order else ORDERS[order].removesuffix(" to"))


def _figures(figures: dict[str, str], plain: tuple[str, ...] = ()) -> str:
    cells = "".join(
        f"<tr><td>{escape(name)}</td><td>{found if name in plain else escape(found)}</td></tr>"
        for name, found in figures.items()
    )
    return f"<table>{cells}</table>"
