"""Sites in a browser: built with other settings, served in a folder of a host, watched."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from conftest import Build, copy_project, served


def site(folder: Path, build: Build, address: str = "", **settings: object) -> Path:
    """This project's own site with other settings, for an address."""
    project = copy_project(folder / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.writelines(f"\n{name}: {value}\n" for name, value in settings.items())
    done = build(project, "--strict", SITE_URL=address)
    assert done.returncode == 0, done.stderr
    return project / "site"


@contextmanager
def served_below(folder: Path, build: Build, **settings: object) -> Iterator[str]:
    """The address of such a site while it stands in a folder of a host, and knows that."""
    (folder / "host/of").mkdir(parents=True)
    with served(folder / "host") as host:
        root = f"{host}of/us/"
        shutil.move(site(folder, build, root, **settings), folder / "host/of/us")
        yield root


def watched(browser: Browser) -> tuple[Page, list[str]]:
    """A page, and what its console says is wrong; that a page is not there is what 404 means."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda m: told.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return page, told


def at(root: str, page: str, folders: bool) -> str:
    """The address of a page."""
    if folders:
        return f"{root}{page}/" if page else root
    stem = page or "index"
    return f"{root}{stem}.html" if stem not in ("actors",) else f"{root}{stem}/index.html"
