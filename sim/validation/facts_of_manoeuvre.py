"""Facts of manoeuvre: what envelopment does, and why defences end, measured on engagements of the model."""

from collections.abc import Sequence

from sim.results.interval import Interval, share_interval
from sim.validation.defeat import Reason
from sim.validation.engagement import Engagement
from sim.validation.fact import Fact
from sim.validation.facts_of_attack import LEVEL, exchange
from sim.validation.regression import median_interval


def envelopment_facts(
    frontal: Sequence[Engagement], enveloping: Sequence[Engagement], ringed: Sequence[Engagement]
) -> list[Fact]:
    """Return what envelopment and encirclement do to the defender (F10); one that closes to a ring counts as none."""
    enveloped = [battle for battle in enveloping if not battle.is_ringed]
    ratios = [
        median_interval([exchange(battle) for battle in kind if battle.defender_losses > 0], LEVEL)
        for kind in (enveloped, frontal)
    ]
    over = Interval(ratios[0].mean / ratios[1].mean, ratios[0].low / ratios[1].high, ratios[0].high / ratios[1].low)
    gone = median_interval([100 * (1 - battle.remaining) for battle in ringed], LEVEL)
    return [
        Fact(
            "F10a",
            "casualty ratio under open envelopment over frontal",
            0.2,
            0.5,
            "CDB90: .26-.33 over .97",
            over,
            len(enveloped),
        ),
        Fact(
            "F10b",
            "defenders lost in a ring without relief, %, median",
            70,
            97,
            "CDB90: annihilated, quartiles",
            gone,
            len(ringed),
        ),
    ]


def defeat_facts(found: Sequence[Reason | None]) -> list[Fact]:
    """Return why defenders give up (F11)."""
    given = [reason for reason in found if reason is not None]
    manoeuvre = share_interval(sum(reason.is_manoeuvre for reason in given), len(given), LEVEL)
    casualties = share_interval(sum(reason.is_casualties for reason in given), len(given), LEVEL)
    source = "McQuie 1987: 52 battles"
    return [
        Fact("F11a", "defeats by manoeuvre", 0.53, 0.74, source, manoeuvre, len(given)),
        Fact("F11b", "defeats by casualties and broken morale", 0.05, 0.19, source, casualties, len(given)),
    ]
