"""The live preview: it follows the files, and shows what is wrong instead of stopping."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

Get = Callable[[str], str]


@pytest.fixture
def get(project: Path) -> Iterator[Get]:
    """Fetches a page of a preview of the project, once it is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(
        command,
        cwd=project,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def fetch(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=20) as found:
                return str(found.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return error.read().decode("utf-8")
        except (urllib.error.URLError, ConnectionError):
            return ""

    yield fetch
    server.terminate()
    server.wait(timeout=20)


def wait_for(get: Get, path: str, words: str, *, there: bool = True) -> str:
    """The page once the words are on it, or no longer on it."""
    deadline = time.monotonic() + 40
    page = ""
    while time.monotonic() < deadline:
        page = get(path)
        if page and (words in page) == there:
            return page
        time.sleep(0.3)
    raise AssertionError(f"{words!r} {'did not come' if there else 'stayed'} on /{path}")


def test_a_preview_follows_seeds_and_shows_problems(project: Path, get: Get) -> None:
    """Edit a seed, see it; break one, see the problem on every page; mend it, see it gone."""
    wait_for(get, "articles/belgorod-raid/", "Adrian Dumitru")
    seed = project / "seeds/belgorod-raid.txt"
    text = seed.read_text(encoding="utf-8")
    seed.write_text(text.replace("Adrian Dumitru", "Someone Else"), encoding="utf-8")
    wait_for(get, "articles/belgorod-raid/", "Someone Else")
    broken = project / "seeds/broken.txt"
    broken.write_bytes(b"Caf\xe9")
    page = wait_for(get, "claims/", "seeds/broken.txt:1:4")
    assert 'role="alert"' in page
    assert "Who claims what" in page
    broken.unlink()
    wait_for(get, "claims/", "seeds/broken.txt", there=False)


def test_a_block_with_a_mistake_is_told_on_the_page(project: Path, get: Get) -> None:
    """A misspelt block stops nothing; the box names the line."""
    page = wait_for(get, "method/", "Method")
    # It would stop the script that the preview's server adds.
    assert "Content-Security-Policy" not in page
    path = project / "docs/method.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n/// clams\n///\n", encoding="utf-8")
    page = wait_for(get, "method/", "did you mean `claims`?")
    assert 'role="alert"' in page


def test_an_unreadable_article_keeps_its_pages(project: Path, get: Get) -> None:
    """The pages that were open, and the page for unknown addresses, say what is wrong."""
    seed = project / "seeds/belgorod-raid.txt"
    wait_for(get, "actors/ukraine/", "Ukraine")
    text = seed.read_bytes()
    seed.write_bytes(b"Caf\xe9")
    for path in ("articles/belgorod-raid/", "actors/ukraine/", "nowhere/"):
        page = wait_for(get, path, "seeds/belgorod-raid.txt:1:4")
        assert 'role="alert"' in page
    seed.write_bytes(text)
    wait_for(get, "actors/ukraine/", "Claims")


@pytest.fixture
def pages(project: Path) -> Path:
    """The folder of templates and theme in a copy of the code, which a test may break."""
    hooks = project / "hooks"
    original = hooks.resolve()
    hooks.unlink()
    shutil.copytree(original, hooks, ignore=shutil.ignore_patterns("__pycache__"))
    return hooks / "explainer/pages"


def test_a_broken_template_stops_no_preview(pages: Path, get: Get) -> None:
    """Broken templates of pages and theme are told on every page, which goes on without them."""
    wait_for(get, "method/", "Something wrong here?")
    paths = [pages / "templates/foot.html", pages / "theme/main.html"]
    right = [path.read_bytes() for path in paths]
    for path in paths:
        path.write_bytes(path.read_bytes() + b"{% if %}")
    page = wait_for(get, "method/", "theme/main.html:")
    assert "templates/foot.html:" in page
    assert "Something wrong here?" not in page
    for path, words in zip(paths, right, strict=True):
        path.write_bytes(words)
    wait_for(get, "method/", "Something wrong here?")
    wait_for(get, "method/", "broken template", there=False)


def test_a_theme_that_cannot_be_filled_stops_no_preview(pages: Path, get: Get) -> None:
    """A mistake that only shows on a page is told in that page's place."""
    wait_for(get, "method/", "Something wrong here?")
    path = pages / "theme/main.html"
    right = path.read_bytes()
    path.write_bytes(right.replace(b"{{ explainer_alert }}", b"{{ nothing.here() }}"))
    page = wait_for(get, "method/", "theme/main.html:")
    assert "broken template: 'nothing' is undefined" in page.replace("&#39;", "'")
    path.write_bytes(right)
    wait_for(get, "method/", "Something wrong here?")
