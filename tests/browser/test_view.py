import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def view(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the command with input that it must refuse."""
    command = [sys.executable, "-m", "sim", "view", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, timeout=120)


def test_a_missing_scenario_is_told_in_a_line() -> None:
    answer = view("nowhere.yaml")

    assert answer.returncode == 2
    assert "there is no file nowhere.yaml" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_port_in_use_is_told_in_a_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = view("--port", str(taken.getsockname()[1]))

    assert answer.returncode == 2
    assert "is in use; choose another with --port" in answer.stderr


def test_a_missing_page_is_told_in_a_line() -> None:
    answer = view("--page", "nowhere.py")

    assert answer.returncode == 2
    assert "there is no file nowhere.py" in answer.stderr
    assert "Traceback" not in answer.stderr
