"""Compilation: one cache for each edition of the rules, and no rule that allocates."""

from pathlib import Path

import pytest
from numba.core.errors import NumbaError

from sim.world import compilation
from sim.world.compilation import cache_folder, compiled, edition, interpreting, rule


def test_an_edition_changes_with_any_line_of_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("world", "rules"):
        (tmp_path / "sim" / folder).mkdir(parents=True)
    (tmp_path / "sim/vocabulary.py").write_text("HOLD = 0\n", encoding="utf-8")
    law = tmp_path / "sim/rules/attrition.py"
    monkeypatch.setattr(compilation, "__file__", str(tmp_path / "sim/world/compilation.py"))
    editions = []
    for text in ("loss = 1\n", "loss = 2\n", "loss = 1\n"):
        law.write_text(text, encoding="utf-8")
        editions.append(edition())

    assert editions[0] == editions[2] != editions[1]


def test_the_cache_may_be_kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WESTPHALIA_CACHE", str(tmp_path))

    assert cache_folder().parent == tmp_path
    assert cache_folder().name.endswith(edition())


def test_a_rule_remains_ordinary_python() -> None:
    @rule
    def halved(men: float) -> float:
        return men / 2

    assert halved(5.0) == 2.5


def test_division_by_nothing_is_an_error_as_in_python() -> None:
    def share(men: float, of: float) -> float:
        return men / of

    with pytest.raises(ZeroDivisionError):
        compiled(share)(1.0, 0.0)


@pytest.mark.skipif(interpreting(), reason="compilation is switched off")
def test_a_rule_that_allocates_does_not_compile() -> None:
    def listed(men: float) -> float:
        return max([men, 0.0, men + 1.0])

    with pytest.raises(NumbaError):
        compiled(listed)(1.0)
