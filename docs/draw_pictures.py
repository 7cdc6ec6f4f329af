"""Draw the pictures of these documents: `make pictures`. The program makes all of them; nothing is drawn by hand."""

from pathlib import Path

from sim.campaign.setup.deployment import deploy
from sim.report.figures.first_day_map import first_day_map
from sim.report.study import Study
from sim.scenario.files.reading import read_scenario

SCENARIO = "kursk/2025-03-article"
PICTURES = Path(__file__).parent / "pictures"
RUNS = 40


def on_paper(svg: str) -> str:
    """Return a drawing on white ground: pages may be dark, the figures are not."""
    return svg.replace("<svg ", '<svg style="background:#fff" ', 1) + "\n"


def main() -> None:
    """Write the map of the first day, and the course of ground and leverage over runs of the declared values."""
    PICTURES.mkdir(exist_ok=True)
    drawn = first_day_map(deploy(read_scenario(SCENARIO)))
    (PICTURES / "first-day.svg").write_text(on_paper(drawn), encoding="utf-8")
    study = Study.of(SCENARIO, replications=RUNS)
    for measure in ("area_0", "leverage_0"):
        file = PICTURES / f"{measure.replace('_', '-')}.svg"
        study.figure(measure).save(file)
        file.write_text(on_paper(file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
