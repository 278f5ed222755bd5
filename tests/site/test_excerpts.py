"""Of articles that are published in excerpts, nothing else is in any file of the site."""

import gzip
import json
import re
import shutil
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from strings import strings

from conftest import ROOT, Build
from explainer.dossier import Dossier
from explainer.dossier import build as read_seeds
from explainer.pages.site import Site
from explainer.text.spans import Span

pytestmark = pytest.mark.slow

ARTICLE = """\
Anna Lee, the mayor of Lower Wharf, keeps eleven geese behind the old lighthouse keeper's cottage.
Anna Lee said that the harbour would open again. Seven grey herons watched from the rotten jetty at dusk.
On Monday, the bridge was closed. On 3 May 2023, the purple ferry sank near the outer breakwater again.
Bob Ray denied that it rained. A stray “ mark makes this sentence about brass lanterns an odd one.
The council of Lower Wharf believes that nobody counts the silver buckets behind the fishmonger's shed.
"""
NOTES = """\
published: 2023-05-24
published_basis: a test
show: excerpts
events:
  - quote: the purple ferry sank near the outer breakwater again
    hide: true
    why: It is no part of this.
corrections:
  - quote: nobody counts the silver buckets
    hide: true
    why: Nobody says so.
"""
#: Fewer words in a row may be anybody's.
RUN = 5


def runs(text: str) -> set[str]:
    """So many words in a row as are nobody's but an article's, whatever stands between the words."""
    words = re.findall(r"\w+", text)
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def forms(path: Path) -> Iterator[str]:
    """A file as its readers might read it."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    raw = data.decode("utf-8", "replace")
    yield from (raw, raw.replace("\r\n ", ""), unquote_plus(unescape(raw)))
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', raw)
    whole = [raw] if path.suffix in (".json", ".jsonld") else []
    texts = [raw, *(text for script in scripts + whole for text in strings(json.loads(script)))]
    for text in texts:
        yield unescape(text)
        yield unescape(re.sub(r"<[^<>]*>", "", text))
    for found in re.findall(r"[\w+/]{40,}=*", raw):
        try:
            yield b64decode(found).decode("utf-8", "replace")
        except Error:
            continue


@pytest.fixture
def several(project: Path) -> Path:
    """A project with many articles, of which nobody wrote much, and all of them in excerpts."""
    (project / "seeds/harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "seeds/harbour.yml").write_text(NOTES, encoding="utf-8")
    for path in (ROOT / "tests/sites/wikinews/seeds").glob("*.txt"):
        shutil.copy2(path, project / "seeds")
    for path in (project / "seeds").glob("*.yml"):
        notes = path.read_text(encoding="utf-8").replace("show: full", "show: excerpts")
        path.write_text(notes, encoding="utf-8")
    return project


def leaks(site: Path, secret: set[str]) -> set[str]:
    """The files of a site that have runs of words which nobody may publish, each with the run."""
    return {
        f"{path.relative_to(site)}: {run}"
        for path in site.rglob("*")
        if path.is_file() and not path.is_relative_to(site / "assets")
        for form in forms(path)
        for run in secret & runs(form)
    }


def kept(dossier: Dossier, written: dict[str, str]) -> set[str]:
    """The runs of words that nobody may publish."""
    index = Site(dossier, written).renderer.index
    shown = set().union(*map(runs, written.values()))
    shown.update(*(runs(sheet.title) for sheet in dossier.sheets.values()))
    found: set[str] = set()
    for slug, sheet in dossier.sheets.items():
        assert sheet.show == "excerpts"
        public = ""
        for line in sheet.lines:
            words = sheet.words(Span(*line.span))
            if index.published(slug, line):
                public += f" {words}"
            else:
                found |= runs(words)
                public += " | " * RUN
        shown |= runs(public)
    return found - shown


#: An unquoted sentence as it might get into a site, in each form that a file may give it.
PLANTED: dict[str, bytes] = {
    "page/index.html": b"<p>Seven <b>grey</b> herons&#32;watched from the rotten jetty</p>",
    "linked/index.html": b'<script type="application/ld+json">{"a": ["Seven grey\\nherons watched'
    b' from"]}</script>',
    "edit/index.html": b'<a href="https://example.org/?value=Seven+grey%20herons+watched+from">x</a>',
    "search/search_index.json": b'{"docs": [{"text": "<p>Seven grey</p> <p>herons watched from"}]}',
    "data/dossier.json": b'{"a": "Seven grey h\\u0065rons watched from"}',
    "data/claims.csv": b'1,"Seven grey herons ""watched"" from"\r\n',
    "data/timeline.ics": b"SUMMARY:Seven grey her\r\n ons watched from\r\n",
    "feed.xml": b"<content>&lt;p&gt;Seven grey herons watched from&lt;/p&gt;</content>",
    "sitemap.xml.gz": gzip.compress(b"<loc>Seven grey herons watched from</loc>"),
    "picture/index.html": b'<img src="data:image/svg+xml;base64,'
    + b64encode(b"<text>Seven grey herons watched from</text>")
    + b'">',
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_leaks_is_found(name: str, tmp_path: Path) -> None:
    """Five words of an unquoted sentence are found in whatever kind of file, however it writes them."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PLANTED[name])
    secret = runs("Seven grey herons watched from the rotten jetty at dusk.")
    assert f"{name}: Seven grey herons watched from" in leaks(tmp_path, secret)


def test_no_file_has_an_unquoted_sentence(several: Path, build: Build) -> None:
    """No page, search index, export, feed, desk, edit link or picture has five words in a row of one,
    escaped in whatever way.
    """
    done = build(
        several,
        "--strict",
        SITE_URL="https://example.org/us/",
        REPO_URL="https://github.com/a/b",
        EDIT_URI="edit/main/docs/",
    )
    assert done.returncode == 0, done.stderr
    docs, site = several / "docs", several / "site"
    written = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in docs.rglob("*.md")
    }
    secret = kept(read_seeds(several / "seeds", docs=docs), written)
    assert len(secret) > 100
    assert (site / "feed.xml").is_file()
    assert "value=" in (site / "actors/bob-ray/index.html").read_text(encoding="utf-8")
    assert sorted(leaks(site, secret)) == []
    desk = (site / "desk/index.html").read_text(encoding="utf-8")
    assert re.search(r"harbour</a>: \d+ of \d+ words, \d+ % \(excerpts\)", desk)


def test_a_title_of_the_text_is_no_gap(several: Path, build: Build) -> None:
    """It stands above the text on the page; the text does not say that it is not reproduced."""
    assert build(several, "--strict").returncode == 0
    page = (several / "site/articles/ford-posts-profit/index.html").read_text(encoding="utf-8")
    text = page.partition('class="x-text"')[2]
    title = "Automobile manufacturer Ford posts unexpected profits"
    assert title in text.partition("x-missing")[0]
