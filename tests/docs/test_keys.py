"""The document of keys, with the bounds of every number, is what the classes declare."""

from difflib import unified_diff
from pathlib import Path

from sim.scenario.key_table import key_table

KEYS = Path(__file__).parents[2] / "docs/keys.md"


def test_the_document_of_keys_is_generated() -> None:
    written, declared = KEYS.read_text(encoding="utf-8").rstrip().splitlines(), key_table().rstrip().splitlines()
    changes = [line for line in [*unified_diff(written, declared, n=0)][2:] if line[0] in "+-"]
    wrong = ["docs/keys.md is not what is declared: westphalia schema --keys > docs/keys.md", *changes]

    assert not changes, "\n".join(wrong)
