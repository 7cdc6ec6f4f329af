from pathlib import Path

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
