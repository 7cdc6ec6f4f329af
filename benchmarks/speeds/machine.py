"""The machine: what the figures were measured on."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from shutil import which


def machine() -> str:
    """Return one line that names the processor, its cores, the versions of what runs and how busy it all is."""
    parts = [f"{processor()}, {os.cpu_count()} cores", f"Python {platform.python_version()}"]
    parts += [f"{package} {version(package)}" for package in ("mesa", "networkx", "numba", "numpy")]
    compiler = which("gcc")
    if compiler:
        answer = subprocess.run([compiler, "-dumpfullversion"], check=True, capture_output=True, text=True)  # noqa: S603 - the compiler found
        parts.append(f"gcc {answer.stdout.strip()}")
    return "; ".join([*parts, f"load {os.getloadavg()[0]:.1f}"])


def processor() -> str:
    """Return the processor's name."""
    about = Path("/proc/cpuinfo")
    names = [line for line in about.read_text().splitlines() if line.startswith("model name")] if about.exists() else []
    return names[0].partition(":")[2].strip() if names else platform.processor()
