"""A whole site in which an article, its notes and people's pages carry attacks, as readers get it."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from browser.serving import watched
from conftest import ROOT, copy_project, run_build, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: What could run, load or send something; the site's own pages have none of it in their text.
ACTIVE = (
    "script, style, iframe, object, embed, base, form[action], img[src='x'], [style], [onload],"
    " [onerror], [onclick], [onmouseover], a[href^='javascript:'], a[href^='data:']"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site with the files of the attack in it: no mistake, to a strict build."""
    project = copy_project(tmp_path_factory.mktemp("attack") / "project")
    shutil.copytree(ROOT / "tests/cases/attack", project, dirs_exist_ok=True)
    done = run_build(project, "--strict", SITE_URL="https://example.org/us/")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where it is served."""
    with served(site) as root:
        yield root


def test_nothing_runs_and_nothing_leaves(browser: Browser, site: Path, address: str) -> None:
    """On no page: no dialog, no word from the console, no element of the attack, no other host."""
    page, told = watched(browser)
    asked: list[str] = []
    dialogs: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    active = {}
    # The page for other addresses, and pages that lead on, are not visited under their own.
    pages = [
        p for p in site.rglob("index.html") if '"refresh"' not in p.read_text(encoding="utf-8")
    ]
    for name in (path.relative_to(site).as_posix() for path in pages):
        page.goto(address + name.removesuffix("index.html"))
        if found := page.locator("article").locator(ACTIVE).count():
            active[name] = found
    page.close()
    assert len(pages) > 40
    assert active == {}
    assert dialogs == []
    assert told == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_the_words_are_shown_as_they_are(browser: Browser, address: str) -> None:
    """Markup, templates and signs without a picture are text that a reader can see."""
    page, _ = watched(browser)
    page.goto(f"{address}articles/attack/")
    text = page.locator("article").inner_text()
    for words in (
        "<svg onload=alert(3)>", "{{ config }} {% raw %} ]]> -->", "[x](javascript:alert(4))",
        "</script></textarea></title><!--", "it⟦U+202E⟧ rained⟦U+202C⟧ ␛[31m",
        "<b onmouseover=alert(7)>",
        "<iframe src=//example.invalid>",
    ):  # fmt: skip
        assert words in text
    assert page.title().startswith("</title><script>alert(5)</script> {{ config }} ]]> ⟦U+202E⟧")
    page.goto(f"{address}questions/evil/")
    assert "</script><script>alert(11)</script> {{ config }}" in page.locator("h1").inner_text()
    page.close()


def test_other_programs_get_words_too(site: Path) -> None:
    """No cell is a formula, no line of the calendar is the article's; feed and data are whole."""
    raw = (site / "data/claims.csv").read_bytes().decode()
    rows = list(csv.reader(StringIO(raw, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert any("HYPERLINK" in cell or "=cmd" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@\t\r]", cell)]
    raw = (site / "data/timeline.ics").read_bytes().decode()
    known = {
        f"{event['UID']}".partition("@")[0] for event in Calendar.from_ical(raw).walk("VEVENT")
    }
    dossier = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    assert len(known) == len(re.findall("^BEGIN:VEVENT", raw, re.MULTILINE)) > 4
    assert known <= {event["url"].partition("#")[2] for event in dossier["events"]}
    read = feedparser.parse((site / "feed.xml").read_bytes())
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [
        "2023-05-25 ]]>  <script>alert(15)</script> & {{ x }}"
    ]
    assert "]]&gt;" in read.entries[0].content[0].value
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".jsonld", ".csv", ".ics", ".xml"}:
            assert not set(path.read_text(encoding="utf-8")) & set("\u202e\u202c\x1b\x1a"), path
