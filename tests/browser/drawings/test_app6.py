"""Symbols by APP-6: declared ones, and those that a name and a kind let one guess."""

import pytest

from sim.browser.drawings.app6 import echelon_of, short_of, symbol_of
from sim.scenario.order_of_battle import FormationDeclared


def body(**declared: object) -> FormationDeclared:
    return FormationDeclared.model_validate({"side": "Blue", "strength": 1000.0, "place": "Hill", **declared})


@pytest.mark.parametrize(
    ("name", "kind", "side", "code"),
    [
        ("22nd Mechanised Brigade", "line", 0, "SFGPUCIZ---H---"),
        ("1st Tank Regiment", "line", 1, "SHGPUCA----G---"),
        ("810th Naval Infantry Brigade", "line", 1, "SHGPUCIN---H---"),
        ("103rd Territorial Defence Brigade", "line", 0, "SFGPUCI----H---"),
        ("200th Arctic Motor Rifle Brigade Battalion", "line", 1, "SHGPUCIM---F---"),
        ("Tymur Special Unit", "special", 0, "SFFPGS-----F---"),
    ],
)
def test_a_name_tells_arm_and_echelon(name: str, kind: str, side: int, code: str) -> None:
    assert symbol_of(name, body(kind=kind), side) == code
    assert len(code) == 15


def test_what_is_declared_goes_before_what_a_name_tells() -> None:
    declared = body(symbol="SFGPUCVU---F---", echelon="division", short="ALPHA")

    assert symbol_of("1st Tank Regiment", declared, 0) == "SFGPUCVU---F---"
    assert symbol_of("1st Tank Regiment", body(echelon="division"), 0) == "SFGPUCA----I---"
    assert short_of("1st Tank Regiment", declared) == "ALPHA"


def test_a_short_designation_is_the_number_or_the_first_word() -> None:
    assert short_of("22nd Mechanised Brigade", body()) == "22"
    assert short_of("Pyatnashka Brigade", body()) == "Pyatnashk"
    assert echelon_of("Tymur Special Unit", None) == "battalion"


def test_a_code_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="symbol"):
        body(symbol="a tank")
