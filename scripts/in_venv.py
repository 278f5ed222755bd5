"""Importing this runs the command again with the project's own Python, if it was not already.

So scripts written in Python need no activated environment: ``scripts/read ARTICLE`` is enough.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BIN = "Scripts" if os.name == "nt" else "bin"
_PYTHON = ROOT / ".venv" / _BIN / "python"

if "pytest" not in sys.modules and Path(sys.prefix) != ROOT / ".venv":
    if not _PYTHON.exists():
        sys.exit("run scripts/setup first: it makes .venv with what this command needs")
    os.execv(_PYTHON, [str(_PYTHON), *sys.argv])

sys.path.insert(0, str(ROOT / "hooks"))
