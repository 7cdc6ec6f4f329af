"""Workers that are processes end with the program that began them, even when it is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

BOSS = """
import os, time
from sim.experiment.sweeps.execution import pool_of
if __name__ == "__main__":
    with pool_of(1, processes=True) as pool:
        print(pool.executor.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_no_worker_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "boss.py"
    script.write_text(BOSS, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as boss:
        assert boss.stdout is not None
        worker = int(boss.stdout.readline())
        assert is_alive(worker)
        boss.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < until:
        time.sleep(0.05)

    assert not is_alive(worker)
