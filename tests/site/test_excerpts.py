"""Of an article that is published in excerpts, nothing else is in any file of the site."""

import gzip
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from conftest import Build
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
#: So many words in a row are nobody's but the article's.
RUN = 5


def plain(text: str) -> str:
    """A text with one blank between its words, whatever stands between them in the file."""
    return " ".join(re.findall(r"\w+", text))


def texts(path: Path) -> list[str]:
    """A file as its readers read it."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    raw = data.decode("utf-8", "replace")
    found = [raw, unescape(raw), unescape(re.sub(r"<[^<>]*>", "", raw))]
    if path.suffix == ".ics":
        found.append(raw.replace("\r\n ", ""))
    if path.suffix in (".json", ".jsonld"):
        found += strings(json.loads(raw))
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', raw)
    return found + [text for script in scripts for text in strings(json.loads(script))]


def strings(found: Any) -> list[str]:
    """All strings in some JSON, without the tags that the search index has."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        return [text for one in found for text in strings(one)]
    return [unescape(re.sub(r"<[^<>]*>", "", found))] if isinstance(found, str) else []


def test_no_file_has_an_unquoted_sentence(project: Path, build: Build) -> None:
    """No page, search index, export, feed or desk has five words in a row of one."""
    (project / "seeds/harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "seeds/harbour.yml").write_text(NOTES, encoding="utf-8")
    notes = project / "seeds/belgorod-raid.yml"
    notes.write_text(
        notes.read_text(encoding="utf-8").replace("show: full", "show: excerpts"), encoding="utf-8"
    )
    done = build(project, "--strict", SITE_URL="https://example.org/us/")
    assert done.returncode == 0, done.stderr
    dossier = read_seeds(project / "seeds", docs=project / "docs")
    docs = project / "docs"
    written = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in docs.rglob("*.md")
    }
    index = Site(dossier, written).renderer.index
    shown, kept = "", []
    for slug, sheet in dossier.sheets.items():
        assert sheet.show == "excerpts"
        for line in sheet.lines:
            words = plain(sheet.words(Span(*line.span)))
            if index.published(slug, line):
                shown += f" {words} "
            else:
                kept.append(words.split())
    assert len(kept) >= 5
    runs = {" ".join(words[at : at + RUN]) for words in kept for at in range(len(words) - RUN + 1)}
    prose = " ".join(map(plain, written.values()))
    runs = {run for run in runs if run not in shown and run not in prose}
    assert len(runs) > 30
    site = project / "site"
    assert (site / "feed.xml").is_file()
    leaks = [
        f"{path.relative_to(site)}: {run}"
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.is_relative_to(site / "assets")
        for text in map(plain, texts(path))
        for run in runs
        if run in text
    ]
    assert sorted(set(leaks)) == []
    desk = (site / "desk/index.html").read_text(encoding="utf-8")
    assert re.search(r"harbour</a>: \d+ of \d+ words, \d+ % \(excerpts\)", desk)
