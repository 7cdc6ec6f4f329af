"""Leverage over a sweep: 10,000 runs with talks on one worker, two processes, two threads and a Dask cluster of two.

    python benchmarks/leverage_sweep.py --runs 10000

Each sweep is a command of its own and begins in an empty folder. Runs a second are by the clock, from the first run to
the last. Runs a second of processor time count all of the command, its start and all its processes; on a cluster nobody
counts it. The digests of all must be equal.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

ROOT = Path(__file__).parents[1]
DESIGN = """\
scenario: {scenario}
kind: latin_hypercube
samples: {points}
replications: 20
factors:
  supporters."United States".intelligence: {{range: [0.0, 1.0]}}
  sides.Russia.deep_fires.drones: {{range: declared}}
  sides.Ukraine.sustainment.trucks: {{range: declared}}
  talks.end: {{range: declared}}
"""
WORKERS = {
    "1 worker": ["--workers", "1"],
    "2 processes": ["--workers", "2", "--processes"],
    "2 threads": ["--workers", "2", "--threads"],
}
PRELOAD = """\
import sys
from dask.distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Start a Dask cluster of two workers on this machine, and give its address."""
    script = folder / "cluster.py"
    script.write_text(PRELOAD, encoding="utf-8")
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        try:
            yield running.stdout.readline().strip() if running.stdout else ""
        finally:
            if running.stdin:
                running.stdin.close()
            running.wait()


def swept(design: Path, out: Path, *who: str) -> dict[str, float | str]:
    """Return runs a second, by the clock and by processor time, and the digest of one sweep."""
    command = [sys.executable, "-m", "sim", "sweep", str(design), "--out", str(out), "--json", *who]
    before = used()
    said = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)  # noqa: S603
    return {
        "runs_per_second": said["runs_per_second"],
        "runs_per_processor_second": said["completed"] / (used() - before),
        "digest": said["digest"],
        "completed": said["completed"],
    }


def used() -> float:
    """Return the processor time of all commands that are over, seconds."""
    times = getrusage(RUSAGE_CHILDREN)
    return times.ru_utime + times.ru_stime


def main() -> int:
    """Measure, print, and return 1 when digests differ."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--runs", type=int, default=10_000)
    asked.add_argument("--json", action="store_true", help="print one JSON object")
    given = asked.parse_args()
    subprocess.run([sys.executable, "-m", "sim", "warm"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        design = folder / "design.yaml"
        scenario = ROOT / "scenarios/kursk/2025-03-article.yaml"
        design.write_text(DESIGN.format(scenario=scenario, points=max(2, given.runs // 20)), encoding="utf-8")
        found = {
            who: swept(design, folder / f"sweep-{number}", *options)
            for number, (who, options) in enumerate(WORKERS.items())
        }
        with cluster(folder) as address:
            found["Dask, 2 workers"] = swept(design, folder / "dask", "--scheduler", address)
            del found["Dask, 2 workers"]["runs_per_processor_second"]
    one = float(found["1 worker"]["runs_per_second"])
    equal = len({each["digest"] for each in found.values()}) == 1
    if given.json:
        print(json.dumps({"sweeps": found, "equal": equal}))
    else:
        for who, each in found.items():
            rate, core = float(each["runs_per_second"]), each.get("runs_per_processor_second")
            apart = "" if core is None else f"{float(core):7.1f} a second of processor time"
            print(f"{who:18}{each['completed']:>8} runs{rate:9.1f} a second{rate / one:7.2f} times one worker{apart}")
        print("digests are equal" if equal else "DIGESTS DIFFER")
    return int(not equal)


if __name__ == "__main__":
    sys.exit(main())
