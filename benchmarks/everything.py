"""Every ratio that benchmarks/README.md tells, on this machine: `make benchmarks`, for hours; `--quick` for minutes.

Each benchmark is a process of its own, and prints what it measures under its own heading. One that fails is named at
the end, and the exit code is then 1; the others are measured all the same.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WHOLE = {
    "speed": [],
    "table": ["100"],
    "leverage_sweep": [],
    "growth": [],
    "sweep_memory": [],
    "browser": [],
}
QUICK = {
    "speed": ["--rounds", "1", "--quick"],
    "table": ["4"],
    "leverage_sweep": ["--runs", "40"],
    "growth": ["--rounds", "1", "--factors", "1", "2"],
    "sweep_memory": ["--runs", "40", "80"],
    "browser": ["--rounds", "1"],
}


def main() -> int:
    """Run every benchmark in turn, and return 1 when one of them failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="few runs, to see that every benchmark works")
    options.add_argument("--only", nargs="+", choices=sorted(WHOLE), default=list(WHOLE), help="these alone")
    given = options.parse_args()
    failed = []
    for name in given.only:
        print(f"\n== {name}", flush=True)
        command = [sys.executable, str(HERE / f"{name}.py"), *(QUICK if given.quick else WHOLE)[name]]
        if subprocess.run(command, cwd=HERE.parent, check=False).returncode:  # noqa: S603 - this folder's own scripts
            failed.append(name)
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
