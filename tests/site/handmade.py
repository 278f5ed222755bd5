"""Sites made in this process from dossiers made by hand."""

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import explainer.dossier
from conftest import copy_project
from explainer.dossier.model import Dossier


@dataclass
class Built:
    """What a build left behind.

    Args:
        site: its folder.
        failed: True if a strict build would return 1.
        warnings, infos: what was logged.
    """

    site: Path
    failed: bool = False
    warnings: list[str] = field(default_factory=list)
    infos: list[str] = field(default_factory=list)

    def read(self, path: str) -> str:
        """A file of the site."""
        return (self.site / path).read_text(encoding="utf-8")


class _Collect(logging.Handler):
    def __init__(self, built: Built) -> None:
        super().__init__()
        self._built = built

    def emit(self, record: logging.LogRecord) -> None:
        kept = self._built.warnings if record.levelno >= logging.WARNING else self._built.infos
        kept.append(record.getMessage())


SiteOf = Callable[..., Built]
HOSTILE = "</title><script>alert(1)</script>"


@pytest.fixture(name="site_of")
def site_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SiteOf]:
    """Builds a site of a dossier strictly: ``site_of(dossier, pages={"x.md": …}, **settings)``.

    Pages that quote this project's own article are left out.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")

    def make(dossier: Dossier, pages: dict[str, str] | None = None, **settings: Any) -> Built:
        project = tmp_path / f"project{len(list(tmp_path.iterdir()))}"
        copy_project(project)
        for path in project.glob("docs/actors/*.md"):
            if path.stem != "index":
                path.unlink()
        (project / "docs/index.md").write_text("# Home\n\n/// actors\n///\n", encoding="utf-8")
        for kind in ("actors", "articles", "events", "questions"):
            for path in (project / "docs" / kind).glob("*.md"):
                if path.stem != "index":
                    path.unlink()
        for name, text in (pages or {}).items():
            (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            (project / "docs" / name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(explainer.dossier, "build", lambda *a, **k: dossier, raising=False)
        built = Built(project / "site")
        handler = _Collect(built)
        logger = logging.getLogger("mkdocs")
        level = logger.level
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        try:
            mkdocs_build(load_config(str(project / "mkdocs.yml"), strict=True, **settings))
        except Abort:
            built.failed = True
        finally:
            logger.removeHandler(handler)
            logger.setLevel(level)
        return built

    yield make
    if epoch is None:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
