"""SLURM as far as the page on clusters needs it: ``sbatch`` starts a job's script here, ``scancel`` ends it.

dask-jobqueue is the real one; where it is not installed, the sweep goes to the cluster of the page's two terminals.
"""

import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.docs.pages import ROOT, blocks
from tests.docs.terminal import Terminal, free_port

LOGIN_NODE = "tcp://login-node:8786"
SMALL = {
    "cores=8": "cores=1",
    "processes=8": "processes=1",
    "jobs=10": "jobs=1",
    '"host": "tcp://0.0.0.0:8786"': '"host": "tcp://127.0.0.1:{port}", "dashboard_address": "127.0.0.1:0"',
}
SBATCH = """#!/bin/sh
set -e
cp "$1" {home}/job.sh
export HOME={home} WESTPHALIA_CACHE={compiled}
setsid bash {home}/job.sh >> {home}/job.log 2>&1 &
echo $! >> {home}/jobs
echo "Submitted batch job $!"
"""
SCANCEL = """#!/bin/sh
for job in "$@"; do kill -- "-$job"; done
"""
ACTIVATE = "export PATH={programs}:$PATH\n"


def script(port: int) -> str:
    """Return the script of the page for one worker and a port of this machine alone."""
    (text,) = blocks(ROOT / "docs" / "cluster.md", "python")
    for shown, small in SMALL.items():
        assert text.count(shown) == 1, shown
        text = text.replace(shown, small.format(port=port))
    return text


def job_of(terminal: Terminal) -> str:
    """Return what the page's script gives to ``sbatch``."""
    text = script(free_port()).replace("cluster.scale(jobs=1)", "print(cluster.job_script())").splitlines()[:-2]
    return subprocess.run(
        [sys.executable, "-c", "\n".join(text)],
        cwd=terminal.folder,
        env=terminal.environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@contextmanager
def workers_of(terminal: Terminal, line: str) -> Iterator[str]:
    """Let the page's script ask for workers, and yield the line of the sweep with the address that it prints."""
    if importlib.util.find_spec("dask_jobqueue") is None:
        yield line.replace(LOGIN_NODE, "tcp://127.0.0.1:8786")
        return
    home = batch_system(terminal)
    (terminal.folder / "workers.py").write_text(script(free_port()), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "workers.py"],
        cwd=terminal.folder,
        env={**terminal.environment, "PATH": f"{home}:{terminal.environment['PATH']}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as left_running:
        assert left_running.stdout is not None
        try:
            yield line.replace(LOGIN_NODE, left_running.stdout.readline().strip())
        finally:
            left_running.communicate("\n", timeout=60)
            for job in (home / "jobs").read_text(encoding="utf-8").split():
                with suppress(ProcessLookupError):
                    os.killpg(int(job), signal.SIGTERM)


def batch_system(terminal: Terminal) -> Path:
    """Write the two programs and the environment that jobs activate; return their folder, a home of its own."""
    home = terminal.folder / "home"
    (home / "westphalia" / "bin").mkdir(parents=True)
    activate = home / "westphalia" / "bin" / "activate"
    activate.write_text(ACTIVATE.format(programs=Path(sys.prefix, "bin")), encoding="utf-8")
    compiled = os.environ.get("WESTPHALIA_CACHE") or Path.home() / ".cache" / "westphalia"
    for name, text in (("sbatch", SBATCH), ("scancel", SCANCEL)):
        (home / name).write_text(text.format(home=home, compiled=compiled) if name == "sbatch" else text, "utf-8")
        (home / name).chmod(0o755)
    return home
