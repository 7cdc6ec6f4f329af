"""What ``import sim`` offers, and that it costs nothing until it is asked for."""

import json
import subprocess
import sys

import pytest

import sim


@pytest.mark.parametrize("name", sim.__all__)
def test_every_public_name_is_offered_and_explained(name: str) -> None:
    offered = getattr(sim, name)

    assert f"``{name}" in str(sim.__doc__)
    assert name == "SERIES" or offered.__doc__


def test_an_unknown_name_is_told_as_python_tells_it() -> None:
    with pytest.raises(AttributeError, match="module 'sim' has no attribute 'campain'"):
        sim.campain  # noqa: B018


def test_importing_the_package_loads_nothing_of_it() -> None:
    script = "import json, sys, sim; print(json.dumps([n for n in sys.modules if n.startswith('sim.')] + dir(sim)))"

    names = json.loads(
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    )

    assert [name for name in names if name.startswith("sim.")] == []
    assert set(sim.__all__) <= set(names)
