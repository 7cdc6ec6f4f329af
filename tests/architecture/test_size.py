from pathlib import Path

import pytest

import sim

MODULES = sorted(Path(sim.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(Path(sim.__file__).parent)))
def test_a_module_has_at_most_200_lines(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")

    assert lines <= 200
