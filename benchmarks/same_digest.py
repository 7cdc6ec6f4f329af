"""Is the digest the same everywhere? One small campaign, played under all that may not matter.

    python benchmarks/same_digest.py [PYTHON...]

Plays the article's campaign for some days with one worker and two, under two hash seeds, two locales, a time zone, and
several kernels of linear algebra; then with every further interpreter that is named, each with its own packages. Where
a digest differs, `repro` says by how much. Ends with 0 when all are equal, 1 when not.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CAMPAIGN = (
    "run", "kursk/2025-03-article", "--over", "none", "--replications", "3", "--set", "days=8", "--set",
    "talks.every=4", "--set", "talks.horizon=5", "--json",
)  # fmt: skip
VARIATIONS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("one worker", {}, "1"),
    ("two workers", {}, "2"),
    ("another hash seed", {"PYTHONHASHSEED": "77"}, "1"),
    ("locale C", {"LC_ALL": "C"}, "1"),
    ("locale of Turkey, where it is installed", {"LC_ALL": "tr_TR.UTF-8"}, "1"),
    ("time zone Kiritimati", {"TZ": "Pacific/Kiritimati"}, "1"),
    ("kernel Prescott", {"OPENBLAS_CORETYPE": "Prescott"}, "1"),
    ("kernel Nehalem", {"OPENBLAS_CORETYPE": "Nehalem"}, "1"),
    ("kernel Haswell", {"OPENBLAS_CORETYPE": "Haswell"}, "1"),
)


def westphalia(python: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command with an interpreter, on the source of this checkout."""
    command = [python, "-m", "sim", *arguments]
    around = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, env=around, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def version_of(python: str) -> str:
    """Return an interpreter's version with that of the packages on which rows depend."""
    found = subprocess.run(  # noqa: S603 - interpreters that were named
        [python, "-c", "import json; from sim.results.edition import identity; print(json.dumps(identity()))"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    names = json.loads(found.stdout)
    return ", ".join(f"{name} {names[name]}" for name in ("python", "numpy", "numba", "scipy", "shapely", "pyproj"))


def main(others: list[str]) -> int:
    """Play, print a digest a line, and return the exit code."""
    digests = set()
    with tempfile.TemporaryDirectory() as home:
        first = Path(home) / "0"
        print(version_of(sys.executable))
        cases = [(name, sys.executable, around, workers) for name, around, workers in VARIATIONS]
        cases += [(version_of(python), python, {}, "1") for python in others]
        for n, (name, python, environment, workers) in enumerate(cases):
            played = westphalia(
                python, *CAMPAIGN, "--workers", workers, "--out", str(Path(home) / str(n)), **environment
            )
            if played.returncode:
                print(f"{'failed':16}  {name}: {played.stderr.strip().splitlines()[-1:]}")
                return 1
            digest = json.loads(played.stdout)["digest"]
            digests.add(digest)
            print(f"{digest:16}  {name}", flush=True)
            if len(digests) > 1 and python != sys.executable:
                print(westphalia(python, "repro", str(first)).stdout.strip())
    print("equal" if len(digests) == 1 else f"{len(digests)} digests")
    return int(len(digests) > 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
