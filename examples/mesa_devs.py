"""Events on Mesa's clock: a campaign under ``mesa.experimental.devs``, with support suspended in its course.

Run it in the folder of the checkout: ``python examples/mesa_devs.py``. A step is a day, so that an event at time 10
takes place on the evening of the tenth day. What it changes, the rules meet the next morning, as they meet an event
that a scenario declares for that morning: the campaign is the same, bit for bit.

Mesa 3.5 calls this simulator deprecated; there, ``model.schedule_event`` and ``model.run_until`` do the same.
"""

from pathlib import Path

from mesa.experimental.devs import ABMSimulator

from sim import Campaign
from sim.campaign.agents import Supporter

SCENARIO = Path(__file__).parents[1] / "scenarios" / "kursk" / "2025-03-support-kept.yaml"


def suspend(model: Campaign, name: str) -> None:
    """Let a supporter give no more intelligence and no more arms."""
    for supporter in model.actors(Supporter):
        if supporter.name == name:
            supporter.intelligence = supporter.materiel = 0.0


def tell(model: Campaign, simulator: ABMSimulator) -> None:
    """Print where the campaign stands, and again in a week."""
    side = model.world.sides[0]
    print(f"after {model.steps:2d} days: coverage {side.intelligence:.2f}, will {side.will:.2f}")
    simulator.schedule_event_relative(tell, 7, function_args=[model, simulator])


def play(seed: int = 1, suspended: int = 10) -> Campaign:
    """Play the campaign with support suspended on the evening of a day."""
    model = Campaign(SCENARIO, seed=seed)
    simulator = ABMSimulator()
    simulator.setup(model)
    simulator.schedule_event_absolute(suspend, suspended, function_args=[model, "United States"])
    simulator.schedule_event_absolute(tell, 7, function_args=[model, simulator])
    simulator.run_until(model.declared.days)
    return model


if __name__ == "__main__":
    play()
