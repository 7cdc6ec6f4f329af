import json
import subprocess
import sys

import pytest

HEAVY = {
    "SALib",
    "dask",
    "distributed",
    "matplotlib",
    "mesa",
    "networkx",
    "numba",
    "numpy",
    "pandas",
    "pyarrow",
    "pydantic",
    "pyproj",
    "scipy",
    "shapely",
    "solara",
    "yaml",
}


def heavy_imports_of(floor: str) -> set[str]:
    """Return the heavy packages that are loaded once every module of a floor is."""
    script = f"""
import importlib, json, pkgutil, sys
floor = importlib.import_module({floor!r})
for module in pkgutil.walk_packages(getattr(floor, "__path__", []), floor.__name__ + "."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""
    answer = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return HEAVY & set(json.loads(answer.stdout))


def heavy_imports_at_start() -> set[str]:
    """Return the heavy packages that are loaded when the command line has started."""
    script = 'import json, sys, sim.cli; print(json.dumps(sorted({n.partition(".")[0] for n in sys.modules})))'
    answer = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return HEAVY & set(json.loads(answer.stdout))


def test_the_command_line_starts_without_anything_heavy() -> None:
    assert heavy_imports_at_start() == set()


@pytest.mark.parametrize("floor", ["sim.vocabulary", "sim.cli"])
def test_words_and_commands_import_nothing_heavy_until_they_are_called(floor: str) -> None:
    assert heavy_imports_of(floor) == set()


@pytest.mark.parametrize("floor", ["sim.rules", "sim.talks"])
def test_laws_import_numba_and_numpy_at_most(floor: str) -> None:
    settings_of_numba = {"yaml"}

    assert heavy_imports_of(floor) <= {"numba", "numpy", "scipy"} | settings_of_numba


def test_reading_a_scenario_imports_neither_mesa_nor_numba_nor_pandas() -> None:
    assert not heavy_imports_of("sim.scenario") & {"mesa", "numba", "pandas", "solara", "dask", "matplotlib"}
