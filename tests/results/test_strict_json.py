import json

from sim.results.strict_json import json_text


def test_what_is_not_finite_is_null_wherever_it_stands() -> None:
    text = json_text({"a": [1.5, float("nan")], "b": {"c": float("inf")}, "d": (float("-inf"), True, None, "x")})

    assert json.loads(text) == {"a": [1.5, None], "b": {"c": None}, "d": [None, True, None, "x"]}


def test_what_is_printed_is_ascii_and_what_is_kept_need_not_be() -> None:
    assert json_text("\N{CYRILLIC CAPITAL LETTER EM}").isascii()
    assert json_text("\N{CYRILLIC CAPITAL LETTER EM}", ascii_only=False) == '"\N{CYRILLIC CAPITAL LETTER EM}"'
