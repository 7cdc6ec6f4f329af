"""A reader at a terminal: types what a page shows, as it stands there, in a folder of their own."""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sim.scenario.files.shipped import file_meant
from tests.docs.pages import ROOT
from tests.docs.test_questions import TAKES, small

LENT = ("benchmarks", "docs", "examples", "scenarios")
"""Folders of the project, in which the pages say that a reader stands."""
AS_IT_STANDS = ("analyse", "check", "export", "list", "new", "report", "repro", "schema", "show", "view")
FEWEST = {"--engagements": 300, "--states": 2, "--replications": 2, "--draws": 2}
FEWER = re.compile(r"(?m)^(samples|replications): \d+")
UNTIL = 240.0
"""Seconds within which a server answers, the compilation of the rules included."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Terminal:
    """A folder with what the pages say that it holds, the programs of this environment, and servers that are ended."""

    def __init__(self, folder: Path, servers: ExitStack) -> None:
        """Stand in an empty folder; no server outlives the stack that is given."""
        self.folder, self.servers, self.port = folder, servers, free_port()
        self.environment = {
            **os.environ,
            "PATH": f"{Path(sys.prefix, 'bin')}:{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        }
        for name in LENT:
            (folder / name).symlink_to(ROOT / name)

    def words(self, line: str) -> list[str]:
        """Return the words of a line: a folder of results that ends in dots is the newest of that name here."""
        return [self.named(word) for word in shlex.split(line.replace("8786", str(self.port)))]

    def named(self, word: str) -> str:
        if not word.endswith("..."):
            return word
        there = sorted(self.folder.glob(f"{word[:-3]}*"), key=lambda path: path.stat().st_mtime)
        assert there, f"no earlier command has left {word}"
        return str(there[-1].relative_to(self.folder))

    def types(self, line: str) -> str:
        """Type a line, small, and return what is printed; a server is left to run, a page looked at and ended."""
        words = self.words(line)
        if words[0] == "dask":
            self.servers.enter_context(self.serving(words))
            return line
        if words[:2] == ["westphalia", "view"]:
            return self.looked_at(words)
        if words[0] == "python":
            words = [str(FEWEST.get(before, word)) for before, word in pairwise(["", *words])]
        elif words[1] == "sweep":
            words[2] = self.smaller(words[2])
        elif words[1] not in AS_IT_STANDS:
            words = ["westphalia", *small(shlex.join(words))]
        answer = subprocess.run(
            words, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        ends_well = (0, 1) if words[0] == "python" else (0,)  # 1: not all as documented, of so few runs
        assert answer.returncode in ends_well, f"{line}\n{answer.stdout}\n{answer.stderr}"
        assert answer.stdout
        return answer.stdout

    def smaller(self, design: str) -> str:
        """Return a copy of a design, under its name, of few points and runs."""
        there = self.folder / design
        file = (there if there.is_file() else file_meant(design)).resolve()
        text = FEWER.sub(lambda found: f"{found[1]}: 4", file.read_text(encoding="utf-8"))
        copy = self.folder / "smaller" / file.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(re.sub(r"(?m)^scenario: ", f"scenario: {file.parent}/", text), encoding="utf-8")
        return str(copy.relative_to(self.folder))

    @contextmanager
    def serving(self, words: list[str], ended_by: signal.Signals = signal.SIGTERM) -> Iterator[subprocess.Popen[str]]:
        """Start a server, and end it by its id."""
        server = subprocess.Popen(words, cwd=self.folder, env=self.environment, stderr=subprocess.PIPE, text=True)
        try:
            yield server
        finally:
            server.send_signal(ended_by)
            server.communicate(timeout=60)

    def looked_at(self, words: list[str]) -> str:
        """Open a page at the address that is printed, end it as its guide says, and return what came."""
        words = [word for word in words if word not in ("--port", "8765")] + ["--port", str(free_port())]
        with self.serving(words, signal.SIGINT) as server:
            assert server.stderr is not None
            printed = next(line for line in server.stderr if "http://" in line)
            (address,) = [word for word in printed.split() if word.startswith("http://")]
            proxied, at = urlsplit(address), address
            if "--public-host" in words:
                at = proxied._replace(netloc=f"127.0.0.1:{words[-1]}").geturl()
            asked = urllib.request.Request(at, headers={"Host": proxied.netloc})  # noqa: S310 - on loopback
            page = fetched(asked, server)
        assert server.returncode in (0, 130), words
        return page


def fetched(asked: urllib.request.Request, server: subprocess.Popen[str]) -> str:
    """Return the page that a server has, once it answers."""
    until = time.monotonic() + UNTIL
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310 - on loopback
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    pytest.fail("no page was served")


def is_made_small(command: str) -> bool:
    """Return whether a command of the program is known to be quick, or to be made so."""
    return command in (*AS_IT_STANDS, *TAKES, "ask", "compare", "rank", "run", "seek", "sweep", "where")
