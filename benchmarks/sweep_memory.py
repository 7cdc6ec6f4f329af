"""Peak memory and speed of sweeps of different lengths: `python benchmarks/sweep_memory.py --runs 1000 10000`.

Each sweep is a process of its own, with threads as its workers, so that its peak is its own. The design varies five
parameters of the article's scenario, twenty replications a point, without talks.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DESIGN = """\
scenario: {scenario}
kind: latin_hypercube
samples: {points}
replications: 20
talking: false
factors:
  sides.Ukraine.reconnaissance.own_coverage: {{range: declared}}
  sides.Russia.deep_fires.drones: {{range: declared}}
  sides.Ukraine.sustainment.trucks: {{range: declared}}
  sides.Russia.force.strength_scale: {{range: declared}}
  sides.Ukraine.force.morale: {{range: declared}}
"""
MEBI = 1024.0


def measured(scenario: Path, runs: int, workers: int) -> dict[str, float]:
    """Return a sweep's runs, workers, peak memory in MiB, files left, and runs a second."""
    with tempfile.TemporaryDirectory() as folder:
        design, out = Path(folder) / "design.yaml", Path(folder) / "out"
        design.write_text(DESIGN.format(scenario=scenario.resolve(), points=max(1, runs // 20)), encoding="utf-8")
        command = [sys.executable, "-m", "sim", "sweep", str(design), "--out", str(out), "--json"]
        command += ["--workers", str(workers), "--threads"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            said = json.loads(process.stdout.read()) if process.stdout else {}
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0
        files = sum(1 for path in out.rglob("*") if path.is_file())
    peak = usage.ru_maxrss / MEBI
    return {
        "runs": said["completed"],
        "workers": workers,
        "peak_mib": round(peak, 1),
        "files": files,
        "runs_per_second": round(said["runs_per_second"], 1),
    }


def main() -> None:
    """Measure, and print a line a sweep."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--scenario", type=Path, default=ROOT / "scenarios/kursk/2025-03-article.yaml")
    options.add_argument("--runs", type=int, nargs="+", default=[1000, 10_000])
    options.add_argument("--workers", type=int, nargs="+", default=[2])
    options.add_argument("--json", action="store_true", help="print one JSON object")
    given = options.parse_args()
    subprocess.run([sys.executable, "-m", "sim", "warm"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    sweeps = [measured(given.scenario, runs, workers) for workers in given.workers for runs in given.runs]
    if given.json:
        print(json.dumps({"sweeps": sweeps}))
        return
    for sweep in sweeps:
        print("  ".join(f"{name} {value:g}" for name, value in sweep.items()))
    ratios = [f"{each['peak_mib'] / sweeps[0]['peak_mib']:.3f}" for each in sweeps]
    print("peak against the first: " + ", ".join(ratios))


if __name__ == "__main__":
    main()
