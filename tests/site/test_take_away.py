"""What readers take away from whole sites: links, files and citations, each of which leads somewhere."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from strings import strings

from conftest import ROOT, run_build

pytestmark = pytest.mark.slow

ADDRESS = "https://example.org/us/"
PROJECTS = {"belgorod": ROOT, "wikinews": ROOT / "tests" / "sites" / "wikinews"}


@dataclass
class Whole:
    """A built site.

    Args:
        project: its sources.
        folder: its files.
        pages: its pages, by their paths in it.
        ids: their anchors.
    """

    project: Path
    folder: Path
    pages: dict[str, LexborHTMLParser] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)

    def read(self, path: str) -> str:
        """A file of it, as it is."""
        return (self.folder / path).read_bytes().decode()

    def leads(self, address: str) -> bool:
        """True if an address leads to a file of the site and, if it names an anchor, to that."""
        parts = urlsplit(address)
        path = unquote(parts.path).removeprefix(urlsplit(ADDRESS).path)
        path += "index.html" if path.endswith("/") or not path else ""
        anchors = self.ids.get(path)
        there = (self.folder / path).is_file()
        return there and (
            not parts.fragment or anchors is None or unquote(parts.fragment) in anchors
        )


@pytest.fixture(scope="module", params=PROJECTS)
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Both sites, built strictly for an address in a folder of a host; nobody may change them."""
    built = Whole(PROJECTS[request.param], tmp_path_factory.mktemp(request.param) / "site")
    done = run_build(built.project, "--strict", "--site-dir", str(built.folder), SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    for path in built.folder.rglob("*.html"):
        name = path.relative_to(built.folder).as_posix()
        built.pages[name] = LexborHTMLParser(path.read_text(encoding="utf-8"))
        built.ids[name] = {str(node.attributes["id"]) for node in built.pages[name].css("[id]")}
    return built


def mappings(found: Any) -> Iterator[dict[str, Any]]:
    """All objects in some JSON."""
    if isinstance(found, dict):
        yield found
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from mappings(one)


def on_pages(whole: Whole) -> Iterator[tuple[str, str]]:
    """All addresses that pages have, each with the page that has it."""
    for name, page in whole.pages.items():
        base = ADDRESS + name.removesuffix("index.html")
        for attribute in ("href", "src"):
            for node in page.css(f"[{attribute}]"):
                yield name, urljoin(base, str(node.attributes[attribute] or ""))
        for node in page.css("meta[property='og:url']"):
            yield name, str(node.attributes["content"])
        for node in page.css("script[type='application/ld+json']"):
            yield from ((name, one) for one in strings(json.loads(node.text(deep=True))))


def in_files(whole: Whole) -> Iterator[tuple[str, str]]:
    """All addresses in files that are no pages, each with the file that has it."""
    for path in (p for p in whole.folder.rglob("*") if p.suffix in {".json", ".jsonld"}):
        name = path.relative_to(whole.folder).as_posix()
        for one in strings(json.loads(path.read_text(encoding="utf-8"))):
            yield name, urljoin(ADDRESS + name, one) if one.startswith("../") else one
    for name in ("data/claims.csv", "data/timeline.ics", "feed.xml", "sitemap.xml"):
        if (whole.folder / name).is_file():
            text = whole.read(name).replace("\r\n ", "")
            for one in re.findall(rf"{re.escape(ADDRESS)}[^\s\"<>,;&]*", text):
                yield name, one


def test_every_address_leads_somewhere(whole: Whole) -> None:
    """To a page, an anchor or a file, from each page and from all that is given out."""
    everything = chain(on_pages(whole), in_files(whole))
    found = {(name, one) for name, one in everything if one.startswith(ADDRESS)}
    assert len({one for _, one in found}) > 200
    assert {"data/claims.csv", "data/timeline.ics", "data/dossier.json", "sitemap.xml"} <= {
        name for name, _ in found
    }
    assert sorted((name, one) for name, one in found if not whole.leads(one)) == []


def test_every_page_has_the_way_to_say_that_something_is_wrong(whole: Whole) -> None:
    """Generated ones, the desk and the page for addresses that do not exist too."""
    for name, page in whole.pages.items():
        if page.css("meta[http-equiv=refresh]"):
            continue
        (link,) = page.css(".x-foot a")
        assert link.text() == "Something wrong here?", name
        base = ADDRESS + name.removesuffix("index.html")
        assert whole.leads(urljoin(base, str(link.attributes["href"]))), name


def test_the_dossier_names_nothing_that_it_has_not(whole: Whole) -> None:
    """Each id of an article, a sentence, an actor, a claim, a question or an event is somebody's."""
    read = json.loads(whole.read("data/dossier.json"))
    have = {kind: {one["id"]: one for one in read[kind]} for kind in read if kind[-1] == "s"}
    assert all(have[kind] for kind in ("articles", "actors", "claims", "questions", "events"))
    sentences = {
        (article["id"], sentence["id"]): sentence
        for article in read["articles"]
        for sentence in article["sentences"]
    }
    for found in mappings(read):
        if "sentence" in found:
            sentence = sentences[found["article"], found["sentence"]]
            assert sentence["start"] <= found["start"] < sentence["end"]
        if isinstance(found.get("claim"), str):
            assert found["claim"] in have["claims"]
        for kind in ("claims", "questions", "events"):
            named = {one for one in found.get(kind, ()) if isinstance(one, str)}
            assert named <= have[kind].keys()
    for claim in read["claims"]:
        assert set(claim["questions"]) == {
            question["id"]
            for question in read["questions"]
            for answer in question["answers"]
            for cited in answer["cited"]
            if cited["claim"] == claim["id"]
        }
    for actor in read["actors"]:
        said = {c["id"] for c in read["claims"] if c["who"]["relation"] == "is"
                and actor["id"] in c["who"]["actors"]}  # fmt: skip
        assert said <= set(actor["claims"])


def test_annotations_find_their_words_alone(whole: Whole) -> None:
    """The words with what stands around them stand in the article once, where the position says."""
    items = json.loads(whole.read("data/annotations.jsonld"))["first"]["items"]
    assert len(items) > 50
    for item in items:
        slug = item["target"]["source"]["id"].split("/")[-2]
        text = (whole.project / f"seeds/{slug}.txt").read_text(encoding="utf-8")
        quote, position = item["target"]["selector"]
        before, exact, behind = quote["prefix"], quote["exact"], quote["suffix"]
        assert text.count(before + exact + behind) == 1
        assert text.index(before + exact + behind) + len(before) == position["start"]
        assert text[position["start"] : position["end"]] == exact


def test_all_can_be_cited(whole: Whole) -> None:
    """Each claim, each event and each sentence: its words, whose article, when, and where."""
    rows = {
        r["claim"]: r for r in csv.DictReader(StringIO(whole.read("data/claims.csv"), newline=""))
    }
    articles = {one["id"]: one for one in json.loads(whole.read("data/dossier.json"))["articles"]}
    site = (
        whole.pages["index.html"].css_first("meta[property='og:site_name']").attributes["content"]
    )

    def cited(text: str, article: str, address: str) -> None:
        told = articles[article]
        year = (told["published"] or "date not known")[:4]
        assert f"In: {told['title']}. {told['publisher'] or 'Publisher not named'}, " in text
        assert year in text.partition("In: ")[2]
        assert (told["address"] or "") in text
        assert text.endswith(f"Shown on: {site}, {address}")
        assert whole.leads(address)

    claims = whole.pages["claims/index.html"].css(".x-claims-table tbody tr")
    assert len(claims) == len(rows) > 20
    for claim in claims:
        row = rows[str(claim.attributes["id"])]
        text = " ".join(claim.css_first(".x-cite p").text().split())
        assert all(" ".join(p.split()) in text for p in row["content"].split(" … "))
        cited(text, row["article"], row["url"])
    events = whole.pages["timeline/index.html"].css("li.x-event")
    assert events
    for event in events:
        text = " ".join(event.css_first(".x-cite p").text().split())
        assert text.endswith(f"{ADDRESS}timeline/#{event.attributes['id']}")
        assert "In: " in text
    for slug in articles:
        page = whole.pages[f"articles/{slug}/index.html"]
        cites = {
            p.css_first("a.x-address").attributes["href"]: p for p in page.css("p:has(.x-address)")
        }
        for line in page.css(".x-line"):
            address = f"{ADDRESS}articles/{slug}/#{line.attributes['id']}"
            text = next(p for p in cites.values() if p.css_first("a.x-address").text() == address)
            words = " ".join(text.text().split())
            assert " ".join(line.css_first(".x-sentence").text().split()) in words
            cited(words, slug, address)
