from pathlib import Path

import sim

ROOM = Path(sim.__file__).parent
LONGEST = 300


def test_no_module_is_longer_than_one_idea_needs() -> None:
    lengths = {
        str(module.relative_to(ROOM)): module.read_text(encoding="utf-8").count("\n") for module in ROOM.rglob("*.py")
    }

    assert lengths
    assert {module: lines for module, lines in lengths.items() if lines > LONGEST} == {}
