"""How fast a run is: the same campaign by five writings of the same rules, side by side.

Every writing must first have played the same war: the same series, day by day. Example:

    python benchmarks/speed.py --rounds 7
"""

import argparse
import json
import sys
from pathlib import Path
from statistics import median
from typing import Any

from speeds.contenders import Contender, contenders
from speeds.machine import machine
from speeds.memory import memory
from speeds.rounds import ms_per_run, ratio
from speeds.sameness import departures
from speeds.scaling import runs_per_second
from speeds.start_up import start_up

from sim.campaign.setup.deployment import deploy
from sim.scenario.files.reading import read_scenario

SCENARIO = Path(__file__).parents[1] / "scenarios" / "kursk" / "2025-03-article.yaml"


def main() -> int:
    """Measure, print, and return the exit code: 1 when the writings disagree."""
    wanted = arguments()
    print("reading", wanted.scenario, "- the first run compiles", file=sys.stderr)
    deployment = deploy(read_scenario(wanted.scenario))
    rivals = contenders(deployment)
    apart = departures(rivals, replication=0)
    measured: dict[str, Any] = {
        "machine": machine(),
        "days": deployment.scenario.days,
        "departure": apart,
        "equal": all(apart[rival.name] <= rival.tolerance for rival in rivals),
    }
    if measured["equal"]:
        times = ms_per_run(rivals, wanted.rounds)
        measured["ms_per_run"] = times
        measured["faster_than_reference"] = {name: ratio(times, "reference", name) for name in times}
        measured["times_compiled"] = {name: ratio(times, name, "compiled") for name in times}
        measured["runs_per_second"] = runs_per_second(deployment, wanted.rounds)
    if measured["equal"] and not wanted.quick:
        measured["peak_memory_mb"] = memory(wanted.scenario)
        measured["start_up_s"] = start_up(wanted.scenario, wanted.rounds)
    print(json.dumps(measured, indent=2) if wanted.json else words(rivals, measured))
    return 0 if measured["equal"] else 1


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", nargs="?", type=Path, default=SCENARIO, help="scenario file")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts (default 5)")
    parser.add_argument("--quick", action="store_true", help="leave out memory and start-up")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def words(rivals: list[Contender], measured: dict[str, Any]) -> str:
    """Return the measurements as a page to read."""
    lines = [measured["machine"], "", f"{measured['days']} days of war, one core; greatest relative departure:"]
    lines += [f"  {rival.name:28}{measured['departure'][rival.name]:9.1e}" for rival in rivals]
    if not measured["equal"]:
        return "\n".join([*lines, "", "The writings do not play the same war: nothing was measured."])
    times = measured["ms_per_run"]
    lines += ["", f"{'ms of processor time a run':30}{'median':>9}{'least':>9}{'faster':>10}{'of compiled':>13}"]
    for name, each in times.items():
        faster, share = measured["faster_than_reference"][name], measured["times_compiled"][name]
        lines.append(f"  {name:28}{median(each):9.2f}{min(each):9.2f}{faster:9.1f}x{share:12.2f}x")
    lines += ["", "runs a second of an ensemble without talks"]
    lines += [f"  {workers:28}{rate:9.1f}" for workers, rate in measured["runs_per_second"].items()]
    for key, title in (("peak_memory_mb", "peak memory, MB"), ("start_up_s", "start-up, s")):
        if key in measured:
            lines += ["", title, *(f"  {what:28}{value:9.2f}" for what, value in measured[key].items())]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
