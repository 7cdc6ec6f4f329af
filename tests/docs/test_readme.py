"""The scripts of README run as they stand there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = re.findall(r"```python\n(.+?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def test_readme_has_a_script() -> None:
    assert SCRIPTS


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_of_readme_runs(
    script: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    exec(compile(script, "README.md", "exec"), {})  # noqa: S102 - what README says, and nothing else

    assert "leverage_0" in capsys.readouterr().out
