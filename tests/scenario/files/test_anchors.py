"""Values of a document that stand for themselves elsewhere in it."""

import pytest

from sim.scenario.files.anchors import DEEPEST, MOST
from sim.scenario.files.document import read_document
from sim.scenario.files.faults import Fault


def read(text: str) -> tuple[dict[str, object], list[Fault]]:
    faults: list[Fault] = []
    document = read_document("a.yaml", text, faults)
    return (document.plain if document else {}), faults  # type: ignore[return-value]


def test_an_alias_stands_for_what_is_anchored_and_is_found_where_it_is_used() -> None:
    faults: list[Fault] = []
    document = read_document("a.yaml", "a: &x {b: 1}\nc: *x\nd: [*x]\n", faults)

    assert document is not None
    assert not faults
    assert document.plain == {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}]}
    assert document.members["c"].mark.line == 2


def test_a_merge_key_takes_over_what_its_mapping_does_not_say() -> None:
    told, faults = read("base: &b {p: 1, q: 2}\none: {<<: *b, q: 3}\ntwo: {<<: [*b, {q: 4, r: 5}]}\n")

    assert not faults
    assert told["one"] == {"p": 1, "q": 3}
    assert told["two"] == {"p": 1, "q": 2, "r": 5}


def test_a_quoted_merge_key_is_a_name_like_any_other() -> None:
    assert read('a: {"<<": 1}') == ({"a": {"<<": 1}}, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: *x\n", "a.yaml:1: a: there is no anchor &x before this alias; write it there, outside of itself"),
        ("r: &r [*r]\n", "a.yaml:1: r.0: there is no anchor &r before this alias; write it there, outside of itself"),
        ("a: {<<: 3}\n", 'a.yaml:1: a."<<": << takes over mappings alone; write an alias of a mapping'),
    ],
)
def test_an_alias_of_nothing_is_a_fault_with_line_and_remedy(text: str, told: str) -> None:
    (fault,) = read(text)[1]

    assert str(fault).startswith(told)


def test_aliases_of_aliases_stand_for_a_bounded_number_of_values() -> None:
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]

    told, faults = read("\n".join(lines))

    assert str(MOST) in faults[0].message
    assert str(told).count("1") <= 2 * MOST


def test_aliases_cannot_nest_deeper_than_a_file_can() -> None:
    lines = ["a0: &a0 {b: 1}", *(f"a{n}: &a{n} {{b: *a{n - 1}}}" for n in range(1, DEEPEST + 1))]

    (fault, *_) = read("\n".join(lines))[1]

    assert "nested too deeply" in fault.message
