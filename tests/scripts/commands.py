"""A command of scripts/, run as a person would."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(name: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a script from the project's folder; ``given`` is its standard input."""
    return subprocess.run(
        [sys.executable, f"scripts/{name}", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
