"""The Content-Security-Policy in a browser: it lets the site work, and nothing else."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import Build, copy_project

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "",
    "claims",
    "actors",
    "timeline",
    "articles/belgorod-raid",
    "questions/is-it-over",
    "desk",
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each, and 404.html for what is not there."""

    def log_message(self, *_args: object) -> None:
        pass

    def send_error(self, code: int, *_args: object) -> None:  # type: ignore[override]
        body = next(Path(self.directory).rglob("404.html")).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder's address while it is served, with a slash at its end."""
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def site(folder: Path, build: Build, **settings: object) -> Path:
    """This project's own site with other settings."""
    project = copy_project(folder / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.writelines(f"\n{name}: {value}\n" for name, value in settings.items())
    done = build(project, "--strict", SITE_URL="http://127.0.0.1/of/us/")
    assert done.returncode == 0, done.stderr
    return project / "site"


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


def use(page: Page, root: str, folders: bool) -> None:
    """Looks at a page of each kind and switches its colours."""
    for name in PAGES:
        page.goto(at(root, name, folders))
        page.locator("h1").first.wait_for()
        before = page.locator("body").get_attribute("data-md-color-scheme")
        for _ in range(3):
            page.locator("form[data-md-component=palette] label:visible").click()
            if page.locator("body").get_attribute("data-md-color-scheme") != before:
                break
        else:
            raise AssertionError("the switch for colours does nothing")


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
def test_everything_works_under_the_policy(
    browser: Browser, tmp_path: Path, build: Build, folders: bool
) -> None:
    """Search, colours and ways through the site work, and the console has nothing to say."""
    built = site(tmp_path, build, use_directory_urls=str(folders).lower())
    (tmp_path / "served/of").mkdir(parents=True)
    shutil.move(built, tmp_path / "served/of/us")
    page, told = watched(browser)
    with served(tmp_path / "served") as host:
        root = f"{host}of/us/"
        use(page, root, folders)
        page.goto(root)
        page.locator(".md-search__input").click()
        page.keyboard.type("Gladkov")
        page.locator(".md-search-result__link").first.wait_for()
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url(f"{root}**")
        assert told == []
        page.goto(f"{root}no/such/page/")
        assert page.locator("h1").inner_text().startswith("404")
        assert [text for text in told if "404 (" not in text] == []
    page.close()


def test_files_work_from_a_folder(browser: Browser, tmp_path: Path, build: Build) -> None:
    """Without a server all works but search and previews, whose scripts no browser lets read files."""
    built = site(tmp_path, build, use_directory_urls="false")
    page, told = watched(browser)
    use(page, f"file://{built}/", folders=False)
    assert page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
    page.close()
    reading = ("Access to XMLHttpRequest", "Failed to load resource: net::ERR_FAILED")
    assert [text for text in told if not text.startswith(reading)] == []
