"""Importing this runs the command again with the project's own Python, if it was not already.

So scripts written in Python need no activated environment: ``scripts/read ARTICLE`` is enough. Where
there is no .venv but the packages are there, as on a host of static sites, that Python does.
"""

import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BIN = "Scripts" if os.name == "nt" else "bin"
_PYTHON = ROOT / ".venv" / _BIN / "python"

if "pytest" not in sys.modules and Path(sys.prefix) != ROOT / ".venv":
    if _PYTHON.exists():
        os.execv(_PYTHON, [str(_PYTHON), *sys.argv])
    if importlib.util.find_spec("pydantic") is None or importlib.util.find_spec("mkdocs") is None:
        sys.exit("run scripts/setup first: it makes .venv with what this command needs")

sys.path.insert(0, str(ROOT / "hooks"))
