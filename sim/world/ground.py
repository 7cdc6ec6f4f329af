"""Ground: places, the roads between them, and the borders of their cells."""

from sim.world.row import Pair, Row


class Place(Row):
    """A settlement or junction with the ground around it: the cell of which it is the centre."""

    id: int
    holder: int
    home: int
    """Side whose country it lies in."""
    contested: int
    """1 when its area counts for the contested region."""
    depot: int
    """Side that supplies its formations from here, or -1."""
    first: int
    last: int
    """Its neighbours are ``neighbours[first:last]``."""
    road_first: int
    road_last: int
    """Its road ends are ``road_ends[road_first:road_last]``."""
    sends: float
    """Supplies that its depot can send a day, t; negative for what the laws say."""
    trucks: float
    """Trucks that serve its depot alone; negative where it shares those of its side."""
    most_trucks: float
    """Trucks that serve it alone on the first day."""
    trucks_needed: float
    """Trucks that what is asked of it takes today, if it has trucks of its own."""
    depot_damage: float
    """Share of its depot's capacity that strikes have taken, in [0, 1]."""
    dispatched: float
    """Supplies that its depot sent today, t."""
    taken: int
    """Last day on which it changed hands, or -1."""
    fronts: int
    """Number of neighbours that the other side holds."""
    surveyed: int
    """1 + its holder when the front was last measured; 0 before it ever was."""
    reshaped: int
    """1 when the front at or beside it has changed since."""
    faces_east: float
    faces_north: float
    """Sum of its hostile borders, each turned towards the enemy, km."""
    queued: int
    """1 while a search still has to look at it."""
    via: int
    """Road by which supplies come, or -1."""
    across: int
    """Adjoining own place from which supplies come across country, for want of a road, or -1."""
    wanted_across: float
    """Supplies that are wanted so today, t."""
    carried_across: float
    """Supplies that came so today, t."""
    source: int
    """Depot from which they come, as a place, or -1."""
    east: float
    north: float
    """Position on the equal-area map, km."""
    area: float
    """km2 of its cell."""
    gained: float
    """Ground that the enemy has gained of its cell, km2."""
    terrain: float
    """Factor by which its terrain strengthens the defence."""
    works: float
    """Prepared fortifications of its holder, in [0, 1]."""
    symbol: float
    """Symbolic value in [0, 1]."""
    worth: float
    """How much is worth holding here: symbolic values and depots around, fading with distance, in [0, 1]."""
    population: float
    civilians: float
    """People who have not left."""
    harmed: float
    """Civilians killed or wounded so far."""
    axis: Pair
    """Weight of the place in each side's plan of attack: that of places aimed at, fading with distance."""
    spared: Pair
    """1 for a side that does not want the place."""
    fire: float
    """Men of the enemy who fire at it today, in its assaults and from the ground beside it."""
    men: float
    """Men of its holder in the place."""
    power: float
    """Fighting power of its holder in the place."""
    dug_in: float
    """How far the positions of its defenders are prepared, by men, in [0, 1]."""
    planned: float
    """Men that the holder's headquarters has ordered there today, less those it ordered away."""
    reach_first: int
    reach_last: int
    """The borders in reach of men here are ``reaches[reach_first:reach_last]``; before the first while unknown."""
    opened: float
    """Front in reach that men here may attack across, faded with distance, km."""
    enveloped: float
    """How far men here are enveloped: 0 where the front is no sharper than a right angle, 1 in a ring."""
    covered: float
    """Men of its holder along its front, the screen among them, men/km."""
    staying: float
    """Men here who hold the line today."""
    staying_power: float
    """Fighting power of those."""
    staying_dug_in: float
    """Men among them, counted by how far their positions are prepared."""
    force: float
    """Men here whose formations assault today."""
    strike: float
    """Fighting power of those, with surprise."""
    push: float
    """Share of an assaulting force here that goes to a border, for each km in reach and unit of promise."""
    attackers: float
    """Men assaulting it today."""
    attack: float
    """Fighting power assaulting it today."""
    surprised: int
    """1 when an assault on it surprises today."""
    pressed: float
    """Share of the men here who hold borders under assault today."""
    loss_attacking: float
    """Share of an assaulting force here that is lost today."""
    loss_holding: float
    """Share of the men who hold the line from here that is lost today."""
    lost: float
    """Ground lost here today, km2."""
    lost_empty: float
    """Part of it that hardly anybody held, km2."""
    spilt: float
    """Ground gained today beyond the whole of its cell, km2."""
    picture: float
    """Men of its holder that the other side believes to be there."""
    misjudged: float
    """Error of the enemy's reports on it, an autoregressive standard normal."""
    alarm: float
    """Men whom its holder has noticed preparing to assault it, or assaulting it."""
    need: float
    """Call for troops as the holder's headquarters sees it."""
    hostile: float
    """Distance to the nearest ground that its holder does not hold, km."""
    luck: float
    """Day-to-day luck of battle here, an autoregressive standard normal."""
    distance: float
    """Working space of searches over own ground, km."""
    route: float
    """Cost of the cheapest open supply route, or FAR."""
    haul: float
    """Length of that route, km."""
    risk: float
    """Expected log loss along that route."""
    retreat: float
    """Distance over own ground to the holder's nearest depot, or FAR in a sealed pocket, km."""


class Road(Row):
    """A line of communication between two places: a road, or the way of a link."""

    id: int
    a: int
    b: int
    crossing: int
    """1 when it depends on a bridge or pontoon."""
    owner: int
    """Side whose link by air, sea or rail it is, or -1 for a road that serves who holds it."""
    holder: int
    """Side that holds both ends and may use it, or -1."""
    length: float
    """km"""
    capacity: float
    """t/day when dry and whole."""
    damage: float
    """Share of its capacity that strikes have taken, in [0, 1]."""
    hostile: float
    """Mean distance of its ends to hostile ground, km."""
    watched: float
    """Share of the enemy's drones that reach it from there, in [0, 1]."""
    hazard: float
    """Expected log loss of its holder's traffic, 1/km."""
    flow: float
    """Supplies moved from a to b today (negative from b to a), t."""


class RoadEnd(Row):
    """One end of a road as seen from a place: where it leads, and which road it is."""

    place: int
    road: int


class Neighbour(Row):
    """A bordering cell as seen from a place."""

    place: int
    road: int
    """Road that joins the two, or -1."""
    mirror: int
    """The same border as seen from the other side."""
    km: float
    """Distance of the two places."""
    length: float
    """Common border, km."""
    front: float
    """The same along the general run of the front, without its bends, km; 0 between cells of one side."""
    men: float
    """Men who hold the border from this side."""
    power: float
    """Fighting power of those."""
    dug_in: float
    """Men among them, counted by how far their positions are prepared."""
    enveloped: float
    """Men among them, counted by how far they are enveloped."""
    believed: float
    """Men whom the other side believes to hold it from here."""
    promise: float
    """Power that can attack across it over what is believed to stand opposite, as the plan of attack weighs it."""
    pushers: float
    """Men who assault across it from this side."""
    push: float
    """Fighting power of those."""
    loss_attacking: float
    """Share of its attackers that is lost today."""
    loss_holding: float
    """Share of its defenders that is lost today."""
    won: float
    """Ground that the enemy wins across it today, km2."""


class Reach(Row):
    """A border in reach of a place: how its men share in it."""

    border: int
    """The border, as seen from their side."""
    hold: float
    """Share of the men who hold the line that goes there."""
    open: float
    """Front that they may attack across, faded with distance, km."""
