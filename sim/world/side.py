"""A side, the powers that support it, and what happens to both."""

from sim.world.row import Row


class Side(Row):
    """A belligerent and its headquarters."""

    id: int
    assaults: float
    """Share of its men who may be under orders to assault at once, in [0, 1]."""
    may_assault: float
    """Men who may still be ordered to assault today."""
    resistance: float
    """How much its fire slows an advance today, as the ratio of power that reaches half the pace of a march."""
    crosses_border: int
    """1 when its doctrine also attacks beyond its own country and the contested region."""
    may_withdraw: int
    """1 when politics allow withdrawal from the contested region."""
    withdraws: int
    """1 when it has ordered all its formations out of foreign ground in the contested region."""
    own_coverage: float
    lent_coverage: float
    intelligence: float
    """Coverage of the battlefield by own and lent reconnaissance, in [0, 1]."""
    depth: float
    """Coverage behind the enemy's front, in [0, 1]."""
    disrupted: float
    """Days that hits on its command posts add to the lag of its orders."""
    deception: float
    """Share by which the enemy underrates it, in [0, 1)."""
    aimed: float
    """Share of its fire that is aimed."""
    artillery: float
    """Extra power of a prepared assault."""
    drones: float
    """Density of strike drones over roads in its reach, 1 for the usual."""
    road_strikes: float
    """Strike sorties a day against open road."""
    crossing_strikes: float
    """Strike sorties a day against bridges and pontoons."""
    depot_strikes: float
    """Strike sorties a day against depots."""
    bombs: float
    """Fortification that its air strikes remove a day, in [0, 1]."""
    bombing: float
    """The same, less what warning of the bombers spares today."""
    assembly_strikes: float
    """Strike sorties a day against troops massed for an assault."""
    command_strikes: float
    """Strike sorties a day against command posts."""
    counter_drone: float
    """Share of the enemy's drones over roads that it silences under complete coverage in depth, in [0, 1]."""
    raids: float
    """Damage that its special forces do to a road in a day, in [0, 1]."""
    trucks: float
    most_trucks: float
    """Trucks on the first day; replacements go no higher."""
    replacement: float
    """Trucks that replace losses a day."""
    trucks_needed: float
    """Trucks that today's demand takes, beside those of depots that have their own."""
    materiel: float
    """Level of foreign materiel at hand, in [0, 1]."""
    money: float
    """Level of foreign money, in [0, 1]."""
    dependence: float
    """Share of its war budget that foreign money pays, in [0, 1]."""
    reliance: float
    """Share of its fire that rests on foreign materiel, in [0, 1]."""
    replacements: float
    """Men a day who join its ranks."""
    threshold: float
    """Perceived ratio of power at which it assaults."""
    reserve: float
    """Call for troops below which rear formations stay in reserve."""
    stickiness: float
    """Danger that it bears before it withdraws: the political price of giving ground."""
    will: float
    """Will to go on, in [0, 1]."""
    starting_will: float
    momentum: float
    """Contested ground gained a day, smoothed over weeks, in units of ``momentum_ground``."""
    lost_trucks: float
    """Trucks lost on the road so far."""
    lost: float
    """Men who left its ranks today, by any cause."""


class Supporter(Row):
    """A foreign power that lends a side intelligence, arms and money."""

    side: int
    coverage: float
    """Coverage it lends at full support, in [0, 1]."""
    intelligence: float
    """Present level of lent intelligence, in [0, 1]."""
    materiel: float
    """Present level of arms deliveries, in [0, 1]."""
    share: float
    """Share of the side's foreign materiel that it gives, in [0, 1]."""
    money: float
    """Present level of money, in [0, 1]."""
    money_share: float
    """Share of the side's foreign money that it gives, in [0, 1]."""
    follows: float
    """How strongly its support follows the side's momentum."""


class Event(Row):
    """A dated event outside the will of the headquarters."""

    day: int
    kind: int
    target: int
    value: float


class Conditions(Row):
    """What both sides share today."""

    mud: float
    """Share of road speed and capacity lost to mud, in [0, 1]."""
    foreseen: int
    """Last day whose events take place; later ones do not, and are days that are only looked ahead to."""
    moved: int
    """1 when a place changed hands since distances were last measured."""
    ceasefire: int
    """1 while both sides hold their fire."""
    mirrored: int
    """1 where battle noise is the mirror of what the key says, in days that are only looked ahead to."""
    day: int
