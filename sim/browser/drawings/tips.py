"""Tips: what the map tells of a place or a road on hovering over it, in words."""

from sim.browser.drawings.network_drawing import lost_on, road_state
from sim.browser.drawings.troops_drawing import men_in_words, stacks
from sim.browser.snapshot import Snapshot
from sim.campaign.setup.deployment import Deployment

STATES = {"open": "open", "fire": "under fire", "cut": "cut"}


def tip_of(deployment: Deployment, today: Snapshot, what: str) -> str:
    """Return what is told of ``place:3`` or ``road:7``; nothing of anything else."""
    kind, _, number = what.partition(":")
    tables = {"place": place_tip, "road": road_tip}
    if kind not in tables or not number.isdecimal() or int(number) >= len(deployment.tables[f"{kind}s"]):
        return ""
    return tables[kind](deployment, today, int(number))


def place_tip(deployment: Deployment, today: Snapshot, place: int) -> str:
    """Return who holds a place, who is there, and what is left of its people."""
    scenario = deployment.scenario
    sides = list(scenario.sides)
    name = deployment.cells.names[place]
    declared = scenario.theatre.places[name]
    found = [f"{name} ({declared.kind}), held by {sides[today.places['holder'][place]]}"]
    for (where, side), rows in stacks(deployment, today).items():
        if where == place:
            strength = sum(today.formations["strength"][n] for n in rows)
            troops = "formation" if len(rows) == 1 else "formations"
            found.append(f"{sides[side]}: {len(rows)} {troops}, {men_in_words(strength)} men")
    if today.seen_by >= 0 and today.places["holder"][place] != today.seen_by:
        found.append(f"{men_in_words(today.places['picture'][place])} men believed to be there")
    gained = today.places["gained"][place] / today.places["area"][place]
    if gained > 0:
        found.append(f"attacker has gained {min(1.0, gained):.0%} of its ground")
    if declared.population:
        found.append(f"{today.places['civilians'][place]:,.0f} of {declared.population:,} civilians left here")
    return "\n".join(found)


def road_tip(deployment: Deployment, today: Snapshot, road: int) -> str:
    """Return the state of a road, what it can carry and what it carried."""
    if road >= len(deployment.scenario.theatre.roads):
        return link_tip(deployment, today, road)
    declared = deployment.scenario.theatre.roads[road]
    capacity = float(deployment.tables["roads"]["capacity"][road])
    damage, hazard = today.roads["damage"][road], today.roads["hazard"][road]
    state = STATES[road_state(damage, hazard, declared.km)]
    over = f" over {declared.crossing}" if declared.crossing else ""
    return (
        f"{declared.ref or declared.road_class.capitalize() + ' road'}: {declared.start} - {declared.end}, "
        f"{declared.km:.0f} km{over}\n{state}; {max(0.0, 1 - damage):.0%} of {capacity:,.0f} t a day can pass, "
        f"{lost_on(hazard, declared.km):.1%} is lost on the way\n{abs(today.roads['flow'][road]):,.0f} t moved today"
    )


def link_tip(deployment: Deployment, today: Snapshot, road: int) -> str:
    """Return what a link is and what it moved; its way follows the roads in their table."""
    links = [each for side in deployment.scenario.sides.values() for each in side.sustainment.links.items()]
    name, link = links[road - len(deployment.scenario.theatre.roads)]
    return (
        f"{name}, by {link.kind}: {link.start} - {link.end}\nat most {float(link.capacity):,.0f} t a day\n"
        f"{abs(today.roads['flow'][road]):,.0f} t moved today"
    )
