"""The document of keys, with the bounds of every number, is what the classes declare."""

from pathlib import Path

from sim.scenario.key_table import key_table

KEYS = Path(__file__).parents[2] / "docs/keys.md"


def test_the_document_of_keys_is_generated() -> None:
    assert KEYS.read_text(encoding="utf-8").rstrip() == key_table().rstrip(), "westphalia schema --keys > docs/keys.md"
