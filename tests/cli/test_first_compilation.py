from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.campaign.warming import warm_rules
from sim.cli.first_compilation import announce_compilation


def test_whoever_waits_for_the_first_compilation_is_told_why_and_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    warm_rules()
    announce_compilation()
    silent = capsys.readouterr()
    monkeypatch.setenv("WESTPHALIA_CACHE", str(tmp_path))
    announce_compilation()

    assert (silent.out, silent.err) == ("", "")
    assert "half a minute" in capsys.readouterr().err


def test_whoever_cannot_keep_the_rules_is_told_that_each_command_compiles_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    monkeypatch.setenv("WESTPHALIA_CACHE", str(tmp_path / "cache"))
    announce_compilation()

    assert "each time" in capsys.readouterr().err


def test_another_pythons_cache_in_the_same_home_does_not_keep_the_first_compilation_silent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    warm_rules()
    another = SimpleNamespace(implementation=SimpleNamespace(cache_tag="cpython-399"))
    monkeypatch.setattr("sim.world.compilation.sys", another)
    announce_compilation()

    assert "half a minute" in capsys.readouterr().err
