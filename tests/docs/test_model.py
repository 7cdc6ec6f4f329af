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
    without = [
        f"docs/model.md has no heading `{law}`: describe the law under it" for law in sorted({*LAWS} - {*HEADINGS})
    ]
    lawless = [
        f"docs/model.md has a heading `{law}`, and sim/rules no {law}.py" for law in sorted({*HEADINGS} - {*LAWS})
    ]

    assert not without + lawless, "\n".join(without + lawless)
    assert len(HEADINGS) == len(LAWS)


def test_the_description_follows_the_protocol() -> None:
    assert tuple(re.findall(r"^## \d\. (.+)$", MODEL, re.MULTILINE)) == ODD


@pytest.mark.parametrize("law", LAWS)
def test_a_law_says_what_it_is_about(law: str) -> None:
    section = MODEL.partition(f"### `{law}`\n")[2].partition("\n##")[0]

    assert len(section.split()) >= 10, f"docs/model.md says nothing under the heading `{law}`"


def test_every_cause_of_the_ledger_is_explained() -> None:
    named = set(re.findall(r"`(\w+\*?)`", MODEL))
    families = tuple(name.removesuffix("*") for name in named if name.endswith("*"))
    reasons = {column[:-2] for column in vocabulary.LEDGER}

    unexplained = [
        f"docs/model.md does not explain the cause `{reason}`"
        for reason in sorted(reasons - named)
        if not reason.startswith(families)
    ]

    assert not unexplained, "\n".join(unexplained)
