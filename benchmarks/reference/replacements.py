"""Replacements: a flow of men, shared among the formations of a side by what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.vocabulary import FREE

if TYPE_CHECKING:
    from .campaign import ReferenceCampaign


def replace_losses(model: ReferenceCampaign) -> None:
    """Let men join formations that supplies reach and no pocket holds, never beyond their first strength."""
    for side in model.headquarters:
        lacking = {
            formation: max(0.0, formation.established - formation.strength)
            for formation in model.present(side.side)
            if formation.reached and formation.pocket == FREE
        }
        wanted = sum(lacking.values())
        share = min(1.0, side.replacements / wanted) if wanted > 0.0 else 0.0
        for formation, men in lacking.items():
            formation.join(share * men)
