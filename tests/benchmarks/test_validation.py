"""The page of validation is made by its commands, and by nothing else."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def made(folder: Path, template: str, *words: str) -> "subprocess.CompletedProcess[str]":
    (folder / "template.md").write_text(template)
    program = [sys.executable, "benchmarks/validation.py", "--template", str(folder / "template.md")]
    return subprocess.run(
        [*program, "--out", str(folder / "page.md"), *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_command_gives_way_to_what_it_prints(tmp_path: Path) -> None:
    table = "print('| a |\\n|---|\\n| 1 |')"
    done = made(tmp_path, f"Text.\n\n<!-- say: python -c \"{table}\" -->\n\n<!-- run: python -c 'print(1 + 1)' -->\n")

    assert done.returncode == 0, done.stderr
    page = (tmp_path / "page.md").read_text()
    assert page.startswith("<!-- Made by `make validation`")
    assert "Text.\n\n| a |\n|---|\n| 1 |\n\n    python -c 'print(1 + 1)'\n\n```\n2\n```\n" in page


def test_a_command_waits_for_what_it_plays_over(tmp_path: Path) -> None:
    slow = "import sys, time; time.sleep(1); print(open(sys.argv[2], 'w').write('learnt'))"
    quick = "import sys; print(open(sys.argv[2]).read())"
    kept = f"{tmp_path}/posterior.csv"
    done = made(
        tmp_path,
        f'<!-- run: python -c "{slow}" --over {kept} -->\n\n<!-- run: python -c "{quick}" --over {kept} -->\n',
        "--jobs",
        "2",
    )

    assert done.returncode == 0, done.stderr
    assert "\nlearnt\n" in (tmp_path / "page.md").read_text()


def test_a_command_that_fails_leaves_the_page_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("before")

    done = made(tmp_path, "<!-- run: python -c 'raise ValueError(5)' -->\n")

    assert done.returncode == 1
    assert "ValueError: 5" in done.stderr
    assert (tmp_path / "page.md").read_text() == "before"


def test_the_template_names_only_commands_of_ours() -> None:
    template = (ROOT / "benchmarks" / "validation.template.md").read_text()
    lines = [line for line in template.splitlines() if line.startswith("<!--")]

    assert len(lines) >= 8
    assert all(line.startswith(("<!-- run: python benchmarks/", "<!-- run: westphalia ")) for line in lines)
