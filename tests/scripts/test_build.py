"""scripts/build and scripts/serve: what they tell before MkDocs is asked."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with its commands, whose packages are those of this process."""
    made = copy_project(tmp_path / "project")
    shutil.copytree(ROOT / "scripts", made / "scripts")
    (made / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
    (made / ".venv").symlink_to(sys.prefix)
    return made


@pytest.mark.parametrize("command", ["build", "serve"])
def test_settings_that_are_no_yaml(command: str, project: Path) -> None:
    """MkDocs ends at them in words of its own, so ours come first: path, line, column and a way out."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  custom_dir:", "\tcustom_dir:"), encoding="utf-8")
    line = text.partition("  custom_dir:")[0].count("\n") + 1
    done = subprocess.run(
        [project / "scripts" / command], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"mkdocs.yml:{line}:1: a tab stands here; put spaces in its place [yaml]",
        "1 error, 0 notices",
    ]
