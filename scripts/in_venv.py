"""Importing this runs the command again with the project's own Python, if it was not already.

So scripts written in Python need no activated environment: ``scripts/read ARTICLE`` is enough. What is
missing is installed first. Where there is no .venv but the packages are there, as on a host of static
sites, that Python does.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BIN = "Scripts" if os.name == "nt" else "bin"
_PYTHON = ROOT / ".venv" / _BIN / "python"


def _has_packages() -> bool:
    return all(importlib.util.find_spec(name) for name in ("mkdocs", "pydantic", "rapidfuzz"))


if "pytest" not in sys.modules and Path(sys.prefix) != ROOT / ".venv":
    if not _PYTHON.exists() and not _has_packages():
        made = subprocess.run([ROOT / "scripts" / "setup"], check=False)
        if made.returncode:
            sys.exit(made.returncode)
    if _PYTHON.exists():
        os.execv(_PYTHON, [str(_PYTHON), *sys.argv])

sys.path.insert(0, str(ROOT / "hooks"))
