"""Compilation: one cache for each edition of the rules, and no rule that allocates."""

import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from numba.core.errors import NumbaError

from sim.world import compilation
from sim.world.compilation import cache_folder, can_keep_rules, compiled, edition, interpreting, rule


def test_an_edition_changes_with_any_line_of_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("world", "rules"):
        (tmp_path / "sim" / folder).mkdir(parents=True)
    (tmp_path / "sim/vocabulary.py").write_text("HOLD = 0\n", encoding="utf-8")
    law = tmp_path / "sim/rules/battle/attrition.py"
    law.parent.mkdir()
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


DOUBLED = "def doubled(x):\n    return 2.0 * x\n"


def law_in(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str = DOUBLED) -> Callable[[float], float]:
    """Return a law that a module in a source tree declares."""
    file = folder / "tree" / "law.py"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    spec = spec_from_file_location("law", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "law", module)
    spec.loader.exec_module(module)
    return cast("Callable[[float], float]", module.doubled)


@pytest.mark.skipif(interpreting(), reason="compilation is switched off")
@pytest.mark.parametrize("ending", [".nbc", ".nbi"])
@pytest.mark.parametrize("kept", [0, 40])
def test_a_damaged_cache_is_compiled_again_with_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, ending: str, kept: int
) -> None:
    monkeypatch.setenv("WESTPHALIA_CACHE", str(tmp_path / "cache"))
    law = law_in(tmp_path, monkeypatch)
    assert compiled(law)(2.0) == 4.0
    (file,) = (tmp_path / "cache").rglob(f"*{ending}")
    file.write_bytes(file.read_bytes()[:kept])

    assert compiled(law)(2.0) == 4.0
    assert "damaged" in caplog.text
    caplog.clear()
    assert compiled(law)(2.0) == 4.0
    assert caplog.text == ""


@pytest.mark.skipif(interpreting(), reason="compilation is switched off")
def test_copies_of_the_package_share_the_rules_that_they_have_in_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WESTPHALIA_CACHE", str(tmp_path / "cache"))
    found = []
    for name, text in (("one", DOUBLED), ("same", DOUBLED), ("other", DOUBLED.replace("2.0", "3.0"))):
        package = tmp_path / name / "sim"
        (package / "rules").mkdir(parents=True)
        (package / "vocabulary.py").touch()
        monkeypatch.setattr(compilation, "__file__", str(package / "world" / "compilation.py"))
        found.append(compiled(law_in(package / "rules", monkeypatch, text))(2.0))
        found.append(len(list((tmp_path / "cache").rglob("*.nbc"))))

    assert found == [4.0, 1, 4.0, 1, 6.0, 2]


@pytest.mark.skipif(interpreting(), reason="compilation is switched off")
def test_where_nothing_can_be_kept_the_rules_are_compiled_and_no_cache_lies_in_the_source_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    monkeypatch.setenv("WESTPHALIA_CACHE", str(tmp_path / "cache"))

    assert not can_keep_rules()
    assert compiled(law_in(tmp_path, monkeypatch))(2.0) == 4.0
    assert not list((tmp_path / "tree").rglob("*.nb*"))


def test_another_python_has_a_cache_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    here = cache_folder()
    another = SimpleNamespace(implementation=SimpleNamespace(cache_tag="cpython-399"))
    monkeypatch.setattr("sim.world.compilation.sys", another)

    assert cache_folder() != here
