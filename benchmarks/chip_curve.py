"""What holding the salient adds to leverage, against the ground held: a table, and a picture on request.

    python benchmarks/chip_curve.py [--replications N] [--picture FILE.svg]

On the first day of the article's scenario the salient is handed back village by village, from the far end of its
supply road inwards, with the offensive as declared and with the front at rest, and at several prices of life.
"""

import argparse
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from sim.campaign.setup.deployment import deploy
from sim.experiment.contrasts.chip_curve import ChipPoint, chip_curve
from sim.scenario.files.reading import read_scenario

ARTICLE = Path(__file__).parents[1] / "scenarios/kursk/2025-03-article.yaml"
AT_REST = {"sides.Russia.doctrine.assaults": False}
CASES: dict[str, dict[str, object]] = {
    "front at rest": AT_REST,
    "front at rest, lives thrice as dear": {**AT_REST, "talks.costs.Ukraine.casualties": 0.018},
    "offensive as declared": {},
    "offensive, lives thrice as dear": {
        "talks.costs.Ukraine.casualties": 0.018,
        "talks.costs.Ukraine.captured": 0.018,
    },
}


def main() -> None:
    """Print the chip value by ground held for every case, and draw it when asked."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--replications", type=int, default=8)
    asked.add_argument("--picture", type=Path)
    options = asked.parse_args()
    curves = {name: curve_of(changes, options.replications) for name, changes in CASES.items()}
    print(f"Chip value (leverage added by holding), mean over {options.replications} replications +- standard error")
    print(f"{'held, km2':>10}  " + "  ".join(f"{name:>36}" for name in curves))
    for points in zip(*curves.values(), strict=True):
        print(f"{points[0].area:10.0f}  " + "  ".join(f"{words(point):>36}" for point in points))
    if options.picture:
        draw(curves, options.picture)


def curve_of(changes: dict[str, object], replications: int) -> list[ChipPoint]:
    """Return the chip curve of the article's scenario with some values changed."""
    return chip_curve(deploy(read_scenario(ARTICLE, changes)), 1, replications)


def words(point: ChipPoint) -> str:
    """Return a chip value with its standard error."""
    return f"{point.value.mean:+.4f} +- {point.value.error:.4f}"


def draw(curves: dict[str, list[ChipPoint]], path: Path) -> None:
    """Draw the curves as an SVG file."""
    mpl.rcParams["svg.hashsalt"] = "chip curve"
    figure = Figure(figsize=(7.5, 4.5), layout="constrained")
    axes = figure.subplots()
    for (name, points), colour, style in zip(
        curves.items(), ("#0072b2", "#0072b2", "#d55e00", "#d55e00"), ("-", "--", "-", "--"), strict=True
    ):
        axes.plot([point.area for point in points], [point.value.mean for point in points], style, c=colour, label=name)
    axes.axhline(0.0, color="#555555", linewidth=0.8)
    axes.set_xlabel("Ground held, km²")
    axes.set_ylabel("Leverage added by holding it")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    main()
