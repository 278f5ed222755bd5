"""scripts/draft: what people write is begun, from a text or a web page, and nothing is overwritten."""

import itertools
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from conftest import Build, copy_project
from explainer.dossier.notes import load_notes
from explainer.pages.check import all_problems
from explainer.problems import Problems
from scripts.commands import ROOT, run

PAGE = ROOT / "tests/cases/pages/dam.html"
SLUG = "dam-is-safe-mayor-says"
#: Who “she” is may be open, and who rejects what may be read wrongly.
UNSURE = (
    "Anna Berg met Eva Holm on Monday. She said that the dam was safe.\n\n"
    "Farmers from the villages above it, and some in the town, reject what the mayor wrote.\n"
)
ARTICLES = sorted((ROOT / "tests/cases/dossiers").glob("*/*.txt"))


def without_articles(target: Path) -> Path:
    """A project without articles, and without anything on them."""
    project = copy_project(target)
    for folder in ("seeds", "docs/questions", "docs/actors", "docs/events"):
        shutil.rmtree(project / folder, ignore_errors=True)
    (project / "seeds").mkdir()
    (project / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    return project


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Such a project, for one test."""
    return without_articles(tmp_path / "project")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A project that was drafted from a web page, and what was said; nobody may change it."""
    project = without_articles(tmp_path_factory.mktemp("begun") / "project")
    done = run("draft", str(PAGE), "--project", str(project))
    assert (done.returncode, done.stderr) == (0, "")
    return project, done.stdout


def files(project: Path) -> dict[str, bytes]:
    """Everything that people write."""
    found = (*project.glob("seeds/*"), *project.glob("docs/*/*.md"))
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found}


def errors(project: Path) -> list[str]:
    """What a strict build would fail on."""
    return [str(problem) for problem in all_problems(project).errors]


def test_from_a_web_page(begun: tuple[Path, str]) -> None:
    """The article's words come into seeds/, what the page states into its notes, nothing else of it."""
    project, _ = begun
    text = (project / f"seeds/{SLUG}.txt").read_text(encoding="utf-8")
    assert text.startswith("Dam is safe, mayor says\n\nThe mayor of Oakby, Anna Berg, said on")
    assert text.endswith("cracks,” the River Board said in a statement on Tuesday.\n")
    assert not re.search("(?i)read more|advertisement|ten cakes|all rights|home", text)
    problems = Problems()
    notes, _ = load_notes(project / f"seeds/{SLUG}.yml", "notes", problems)
    assert list(problems) == []
    assert notes.title == "Dam is safe, mayor says"
    assert str(notes.published) == "2024-03-05"
    assert notes.published_basis == "stated in the page's metadata"
    assert (notes.publisher, notes.url) == ("The Example", "https://example.org/news/dam-is-safe")
    assert (notes.language, notes.rights, notes.show) == ("en", "", "excerpts")
    assert errors(project) == []


def test_what_is_begun(begun: tuple[Path, str]) -> None:
    """Main actors, a possible contradiction, days: each a draft with what was read."""
    project, said = begun
    written = [line.removeprefix("wrote ") for line in said.splitlines() if "wrote" in line]
    assert set(written) == files(project).keys() - {"docs/articles/index.md"}
    assert "docs/actors/river-board.md" in written
    assert "docs/questions/that-it-had-warned-the-town.md" in written
    assert [path for path in written if path.startswith("docs/events/2024-03-0")]
    for path in written[2:]:
        assert (
            yaml.safe_load((project / path).read_text("utf-8").split("---\n")[1])["draft"] is True
        )


@pytest.mark.slow
def test_drafts_of_any_article(empty: Path) -> None:
    """No draft turns a build red, none is written twice, and one that is finished is right."""
    for article in ARTICLES:
        # Two cases may have an article of one name.
        named = str(empty / "seeds" / f"{article.parent.name}-{article.name}".replace("_", "-"))
        shutil.copy(article, named)
        assert run("draft", named, "--project", str(empty)).returncode == 0, article
        assert errors(empty) == [], article
    before = files(empty)
    again = run("draft", named, "--project", str(empty))
    assert "wrote" not in again.stdout
    assert files(empty) == before
    for path in empty.glob("docs/*/*.md"):
        text = re.sub("^draft: true.*\n", "", path.read_text("utf-8"), flags=re.M)
        # Each in words of its own: what two say alike is told.
        own = (f"Words {path.stem} {number}" for number in itertools.count())
        open_ = r"^((?:  - )?(?:question|says|event)):$"
        text = re.sub(open_, lambda key, own=own: f"{key[1]}: {next(own)}", text, flags=re.M)
        path.write_text(text, encoding="utf-8")
    assert errors(empty) == []


def test_suggestions_are_what_the_notes_take(empty: Path) -> None:
    """Without their #, suggestions are right as soon as what is open is filled in."""
    article = empty / "seeds" / "unsure.txt"
    article.write_text(UNSURE, encoding="utf-8")
    run("draft", str(article), "--project", str(empty))
    notes = article.with_suffix(".yml")
    text = notes.read_text(encoding="utf-8")
    found = re.findall(r"^# (?:mentions|corrections):\n(?:#  .*\n)+", text, re.MULTILINE)
    assert len(found) == 2
    new = re.sub("^# ", "", "".join(found), flags=re.M)
    new = new.replace(" is:\n", " is: anna-berg\n").replace(" why:\n", " why: It is.\n")
    notes.write_text(text + new, encoding="utf-8")
    assert errors(empty) == []


def test_nothing_is_overwritten(empty: Path) -> None:
    """What a person wrote under any of the names stays as it is, and is told."""
    own = {
        "docs/actors/river-board.md": "Mine.\n",
        f"seeds/{SLUG}.yml": "title: Mine\n",
    }
    for name, text in own.items():
        (empty / name).parent.mkdir(parents=True, exist_ok=True)
        (empty / name).write_text(text, encoding="utf-8")
    done = run("draft", str(PAGE), "--project", str(empty))
    for name, text in own.items():
        assert (empty / name).read_text(encoding="utf-8") == text
        assert f"left alone {name}: it is there already" in done.stdout
    assert (empty / "docs/actors/anna-berg.md").exists()


@pytest.mark.slow
def test_another_text_of_the_same_name(empty: Path) -> None:
    """A text that differs from the page's is a person's to decide on."""
    (empty / f"seeds/{SLUG}.txt").write_text("Another text.\n", encoding="utf-8")
    done = run("draft", str(PAGE), "--project", str(empty))
    assert done.returncode == 1
    assert f"draft: seeds/{SLUG}.txt has another text than the page" in done.stderr
    assert not (empty / f"seeds/{SLUG}.yml").exists()


@pytest.mark.slow
def test_a_begun_question_may_be_renamed(empty: Path) -> None:
    """A draft that was given a better name is not begun a second time."""
    run("draft", str(PAGE), "--project", str(empty))
    (begun,) = (empty / "docs/questions").glob("*.md")
    begun.rename(begun.with_name("who-knew-of-the-cracks.md"))
    run("draft", str(PAGE), "--project", str(empty))
    assert [path.name for path in begun.parent.glob("*.md")] == ["who-knew-of-the-cracks.md"]


@pytest.mark.slow
def test_hostile_pages(empty: Path, tmp_path: Path) -> None:
    """What a page says of itself is text in the notes, whatever signs it has."""
    title = "a: b\n# c\n---\n\u202e“d” <script>alert(1)</script> &quot;"
    page = PAGE.read_text(encoding="utf-8").replace("Dam is safe, mayor says", title)
    page = page.replace("The Example", "x\ndraft: no\u0000\u0085- {y: [")
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    done = run("draft", str(path), "--project", str(empty))
    assert (done.returncode, done.stderr) == (0, "")
    assert errors(empty) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.txt", "there is no such file"),
        ("README.md", "is no .txt and no .html"),
        ("tests/cases/timexes/parts.txt", "put it into seeds/ first"),
        ("ftp://example.org/page.html", "only addresses with https:// or http:// are fetched"),
        ("file:///etc/hosts", "only addresses with https:// or http:// are fetched"),
    ],
)
def test_what_is_no_article(empty: Path, name: str, message: str) -> None:
    """What cannot be drafted from is told in one line with a way out, and nothing is written."""
    done = run("draft", name, "--project", str(empty))
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list((empty / "seeds").iterdir()) == []


class _Web(BaseHTTPRequestHandler):
    """A page, and what else one may find on the web."""

    def do_GET(self) -> None:
        kind, body = "text/html; charset=utf-8", PAGE.read_bytes()
        if self.path == "/picture":
            kind = "image/png"
        if self.path == "/empty":
            body = b"<html><body><p></p></body></html>"
        status = {"/gone": 410, "/file": 302}.get(self.path, 200)
        self.send_response(status)
        if self.path == "/file":
            self.send_header("Location", PAGE.as_uri())
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # its name there
        pass


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    """Where a small web is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Web) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.slow
def test_from_an_address(empty: Path, web: str) -> None:
    """Where there is a network, the address is enough."""
    done = run("draft", f"{web}/page", "--project", str(empty))
    assert (done.returncode, done.stderr) == (0, "")
    assert (empty / f"seeds/{SLUG}.txt").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "the server says 410 Gone"),
        ("/picture", "is image/png, not a web page"),
        ("/file", "the server says 302"),
        ("/empty", "no article was found in the page"),
    ],
)
def test_what_cannot_be_fetched(empty: Path, web: str, path: str, message: str) -> None:
    """What the web does not have is told in one line, and nothing is written."""
    done = run("draft", f"{web}{path}", "--project", str(empty))
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list((empty / "seeds").iterdir()) == []


@pytest.mark.slow
def test_no_network(empty: Path) -> None:
    """Without a network, the way out is named."""
    done = run("draft", "http://127.0.0.1:9/page", "--project", str(empty))
    assert done.returncode == 1
    assert "save the page in your browser and name that file instead" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_the_site_of_a_draft_builds_strictly(
    begun: tuple[Path, str], build: Build, tmp_path: Path
) -> None:
    """From a saved page to a site in one command each, and no draft is published."""
    done = build(begun[0], "--strict", "--site-dir", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"articles/{SLUG}/index.html").exists()
    assert not list((tmp_path / "questions").glob("*/index.html"))
