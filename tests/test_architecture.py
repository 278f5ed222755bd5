"""The page on how the house is laid tells what is there."""

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path


def test_page_is_fresh(root: Path) -> None:
    """The architecture page is what scripts/architecture would write now."""
    command = [sys.executable, "scripts/architecture", "--check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_dependency_has_its_reason(root: Path) -> None:
    """Each package that the project asks for is on the page, and none that it does not ask for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    page = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    tables = page.split("## Why each package is there")[1].split("\n## ")[0]
    told = [row.split("|")[1] for row in tables.splitlines() if row.startswith("| `")]
    assert {name for cell in told for name in re.findall(r"`([^`]+)`", cell)} == {
        re.split(r"[<>=!~\[ ;]", wish)[0] for wish in asked
    }
