"""Coalition: a member of a side goes home, with all its formations, when its will is exhausted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign
    from .formation import Formation


def go_home(model: ReferenceCampaign) -> None:
    """Let the formations of each member whose will is exhausted leave tomorrow."""
    for formation in model.formations:
        stays = formation.leaves < 0 or formation.leaves > model.day + 1
        if formation.member > 0 and stays and member_will(formation) <= 0.0:
            formation.leaves = model.day + 1


def member_will(formation: Formation) -> float:
    """Return the will of a formation's member: it shares what its side's has lost, and loses more to its own losses."""
    model, side = formation.model, formation.headquarters
    own = [each for each in model.formations if (each.side, each.member) == (formation.side, formation.member)]
    men = sum(each.established + each.joined for each in own)
    lost = sum(each.casualties + each.captured + each.dispersed for each in own)
    wear = side.will - side.starting_will
    return formation.member_will + wear - model.laws.will_member * lost / max(1.0, men)
