"""What all tests share: the project, its built site, and a browser that reaches no other machine."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
_HOME = ("127.0.0.1", "::1", "localhost")

Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test that asks another machine for something fails where it asks."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _HOME:
            raise AssertionError(f"a test asked the network for {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, for tests that change its pages, articles or settings."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def build() -> Build:
    """Runs ``mkdocs build`` in a project as a person would; see :func:`run_build`."""
    return run_build


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's own site, built strictly, once for all tests; nobody may change it."""
    site = tmp_path_factory.mktemp("built") / "site"
    done = run_build(ROOT, "--strict", "--site-dir", str(site))
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Where the built site is served while the tests run, with a slash at its end."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, for which no other machine has a name."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert path, "there is no Chromium here; scripts/test installs it or says how"
    with sync_playwright() as playwright:
        nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=path, args=[nowhere])
        # A busy machine takes its time; who waits for what never comes waits no longer than that.
        expect.set_options(timeout=60_000)
        yield browser
        browser.close()


def copy_project(target: Path) -> Path:
    """Copies what a build needs: settings, pages, articles; the hooks are linked, for they are code."""
    target.mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", target)
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, target / folder)
    (target / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    return target


def run_build(
    project: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs ``mkdocs build`` in a folder; its words are in ``stderr``, its verdict is ``returncode``."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each, and 404.html for what is not there."""

    def log_message(self, *_args: object) -> None:
        pass

    def send_error(self, code: int, *_args: object) -> None:  # type: ignore[override]
        body = next((p.read_bytes() for p in Path(self.directory).rglob("404.html")), b"")
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder's address while it is served, with a slash at its end."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
