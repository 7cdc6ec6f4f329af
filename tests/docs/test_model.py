"""The description of the model keeps pace with its laws."""

import re
from pathlib import Path

import pytest

from sim import rules, vocabulary

ROOT = Path(__file__).parents[2]
MODEL = (ROOT / "docs/model.md").read_text(encoding="utf-8")
LAWS = sorted(law.stem for law in Path(rules.__file__).parent.rglob("*.py") if law.stem != "__init__")
HEADINGS = re.findall(r"^### `(\w+)`$", MODEL, re.MULTILINE)
ODD = (
    "Purpose and patterns",
    "Entities, state variables and scales",
    "Process overview and scheduling",
    "Design concepts",
    "Initialisation",
    "Input data",
    "Submodels",
)


def test_every_law_has_its_heading_and_every_heading_its_law() -> None:
    assert sorted(HEADINGS) == LAWS


def test_the_description_follows_the_protocol() -> None:
    assert tuple(re.findall(r"^## \d\. (.+)$", MODEL, re.MULTILINE)) == ODD


@pytest.mark.parametrize("law", LAWS)
def test_a_law_says_what_it_is_about(law: str) -> None:
    section = MODEL.split(f"### `{law}`\n")[1].split("\n##")[0]

    assert len(section.split()) >= 10


def test_every_cause_of_the_ledger_is_explained() -> None:
    named = set(re.findall(r"`(\w+\*?)`", MODEL))
    families = tuple(name.removesuffix("*") for name in named if name.endswith("*"))
    reasons = {column[:-2] for column in vocabulary.LEDGER}

    assert {reason for reason in reasons if reason not in named and not reason.startswith(families)} == set()
