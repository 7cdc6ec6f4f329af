"""What a single YAML text may hold, and what each of its faults says."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.files.document import read_document, read_value
from sim.scenario.files.faults import Fault
from sim.scenario.files.spelling import spelt

LETTERS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")
WORDS = st.text(LETTERS)
SCALARS = st.one_of(
    WORDS, st.integers(), st.booleans(), st.floats(allow_nan=False), st.dates(min_value=date(1000, 1, 1))
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(LETTERS, max_size=20), inner, max_size=4),
    max_leaves=20,
)


def faults_of(text: str) -> list[str]:
    faults: list[Fault] = []
    read_document("a.yaml", text, faults)
    return [str(fault) for fault in faults]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("1e-3", 0.001),
        ("-.5", -0.5),
        (".inf", float("inf")),
        ("-.Inf", float("-inf")),
        ("12:30:00", "12:30:00"),
        ("007", 7),
        ("~", None),
        ("", None),
        ("'3'", "3"),
        ("!!str 3", "3"),
        ("!!float 3", 3.0),
        ("2025-03-01", date(2025, 3, 1)),
        ("[1, {a: b}]", [1, {"a": "b"}]),
        ("a: b: c", "a: b: c"),
        ("x\nother: 1", "x\nother: 1"),
    ],
)
def test_a_scalar_is_what_it_looks_like(text: str, value: object) -> None:
    assert read_value(text) == value


@given(TREES)
def test_what_yaml_writes_is_read_back(tree: object) -> None:
    faults: list[Fault] = []
    text = yaml.dump({"tree": tree}, Dumper=_Plain, allow_unicode=True)

    document = read_document("a.yaml", text, faults)

    assert faults == []
    assert document is not None
    assert document.plain == {"tree": respelt(tree)}


def respelt(tree: object) -> object:
    if isinstance(tree, dict):
        return {spelt(key): respelt(part) for key, part in tree.items()}
    if isinstance(tree, list):
        return [respelt(part) for part in tree]
    return spelt(tree) if isinstance(tree, str) else tree


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return data is not self


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a: [1\nb: 2", "a.yaml:2: this is not YAML"),
        ("a:\n\tb: 2", "a.yaml:2: this is not YAML: found character that cannot start any token"),
        ("", "a.yaml:1: the file is empty"),
        ("# a remark\n", "a.yaml:1: the file is empty"),
        ("- a\n", "a.yaml:1: the file holds no mapping"),
        ("a: 1\nb:\n  c: !!python/object:os.system {}\n", "a.yaml:3: b.c: the tag "),
        ("a: !!python/name:os.system x\n", "a.yaml:1: a: the tag "),
        ("a: !!bool perhaps\n", "a.yaml:1: a: the tag "),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: a second document begins here"),
        ("a: 1\nb: '\x01'\n", "a.yaml:2: this is not YAML"),
        ("? [1, 2]\n: 3\n", "a.yaml:1: a key is no plain name"),
        ("a: 1\nb: 2\na: 3\n", 'a.yaml:3: a: "a" is written twice, first on line 1; keep one'),
        ("a:\n  b: 2025-02-30\n", "a.yaml:2: a.b: 2025-02-30 is no day of the calendar"),
        ("a: !!int x\n", "a.yaml:1: a: x is no whole number"),
        ("a: " + "[" * 5000 + "]" * 5000, "a.yaml:1: this is not YAML: it is nested too deeply"),
    ],
)
def test_a_fault_of_a_document_names_its_line(text: str, start: str) -> None:
    faults = faults_of(text)

    assert len(faults) == 1
    assert faults[0].startswith(start)
    assert "; " in faults[0]


@given(st.text())
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    faults: list[Fault] = []

    document = read_document("a.yaml", text, faults)

    assert (document is None) <= bool(faults)
