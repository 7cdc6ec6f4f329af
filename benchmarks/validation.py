"""Write docs/validation.md: every figure in it from commands that this program runs, text from its template.

In the template (validation.template.md) a line such as

    <!-- run: python benchmarks/stylised_facts.py --engagements 1000 -->

gives way to what the command prints, tables as they are and all else as a block; `<!-- say: ... -->` leaves the command
out of the page. Two calls give the same page; results of another edition are left where they are. Example:

    python benchmarks/validation.py
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sim.results.edition import mark

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "benchmarks" / "validation.template.md"
PAGE = ROOT / "docs" / "validation.md"
COMMAND = re.compile(r"^<!-- (run|say): (.+) -->$", re.MULTILINE)
HEAD = "<!-- Made by `make validation` from benchmarks/validation.template.md: change that. -->\n"
VERDICTS = (0, 1)
"""Exit codes of programs that have looked: all as documented, or not all."""
RESULTS = ROOT / "results" / f"validation-{mark()}"
"""Where commands of the program run, so that they go on where they were stopped, by this edition alone."""
PROGRAMS = {"python": ([sys.executable], ROOT), "westphalia": ([sys.executable, "-m", "sim"], RESULTS)}


class CommandFailedError(RuntimeError):
    """A command of the page did not end well."""


def output_of(command: str) -> str:
    """Return what a command prints on standard output.

    Raises:
        CommandFailedError: it could not be done; that something is not as documented is no failure, but on the page.

    """
    program, *arguments = shlex.split(command)
    words, folder = PROGRAMS[program]
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    print(f"{command} ...", file=sys.stderr, flush=True)
    done = subprocess.run(  # noqa: S603 - the commands of a file in this repository
        [*words, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in VERDICTS or not done.stdout or "Traceback" in done.stderr:
        raise CommandFailedError(f"{command}: exit code {done.returncode}\n{done.stderr}")
    print(f"    {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return done.stdout.rstrip()


def block(text: str) -> str:
    """Return what was printed as it stands on the page: Markdown tables as they are, all else unchanged in a block."""
    lines = [line.rstrip() for line in text.splitlines()]
    return "\n".join(lines) if any(line.startswith("|---") for line in lines) else "\n".join(["```", *lines, "```"])


def folder_of(words: list[str]) -> str | None:
    """Return the folder to which a command writes, or over whose results it plays, if it names one."""
    if "--out" in words:
        return words[words.index("--out") + 1]
    return str(Path(words[words.index("--over") + 1]).parent) if "--over" in words else None


def page(template: str, jobs: int = 1) -> str:
    """Return the page that a template makes, running so many of its commands at a time.

    Commands of the same folder run one after another, in the order of the page.
    """
    commands = [command for _, command in COMMAND.findall(template)]
    chains: dict[str, list[str]] = {}
    for command in commands:
        words = shlex.split(command)
        chains.setdefault(folder_of(words) or command, []).append(command)
    with ThreadPoolExecutor(jobs) as pool:
        done = list(pool.map(lambda chain: [output_of(command) for command in chain], chains.values()))
    printed = dict(
        pair for chain, texts in zip(chains.values(), done, strict=True) for pair in zip(chain, texts, strict=True)
    )

    def made(found: re.Match[str]) -> str:
        kind, command = found.groups()
        text = block(printed[command])
        return text if kind == "say" else f"    {command}\n\n{text}"

    return HEAD + COMMAND.sub(made, template)


def main() -> int:
    """Write the page; 0, or 1 where a command failed and the page stays as it was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--template", type=Path, default=TEMPLATE)
    parser.add_argument("--out", type=Path, default=PAGE)
    parser.add_argument("--jobs", type=int, default=1, help="commands at a time")
    wanted = parser.parse_args()
    try:
        text = page(wanted.template.read_text(encoding="utf-8"), wanted.jobs)
    except CommandFailedError as failed:
        print(f"validation: {failed}", file=sys.stderr)
        return 1
    wanted.out.write_text(text, encoding="utf-8")
    print(f"Written to {wanted.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
