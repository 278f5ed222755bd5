"""What pages say to programs: JSON-LD, read by another program, and the feed."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest
from pyld import jsonld
from selectolax.lexbor import LexborHTMLParser

from explainer.dossier.model import Dossier
from explainer.pages.about import About
from explainer.pages.feed import feed, wrong_days
from explainer.pages.site import Site
from pages.dossiers import Draft, small

ABOUT = About("A & B", "<All>", "https://example.org/us/", datetime(2023, 5, 25, tzinfo=UTC))
SCHEMA = "https://schema.org/"
#: Of its names those that hold addresses.
_ADDRESSES = ("url", "contentUrl", "sameAs")
CONTEXT = {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in _ADDRESSES}}


def head(dossier: Dossier, source: str, url: str, about: About = ABOUT) -> LexborHTMLParser:
    """What stands in a page's head."""
    site = Site(dossier, {"changes.md": "# Changes\n"}, about=about)
    return LexborHTMLParser(f"<head>{site.head(source, url, 'A <b>', '')}</head>")


def nodes(dossier: Dossier, source: str, url: str, about: About = ABOUT) -> list[Any]:
    """The things that a page holds, by their whole names; the context of schema.org is its own names."""
    script = head(dossier, source, url, about).css_first("script")
    read = json.loads(script.text(deep=True))
    assert read.pop("@context") == "https://schema.org"
    made: list[Any] = jsonld.expand(
        {"@context": CONTEXT, **read}, {"base": f"https://example.org/us/{url}"}
    )
    return made[0].get("@graph", made) if len(made) == 1 else made


def types(found: Any) -> set[str]:
    """All types in some JSON-LD."""
    if isinstance(found, list):
        return {name for one in found for name in types(one)}
    if isinstance(found, dict):
        own = {name.removeprefix(SCHEMA) for name in found.get("@type", ())}
        return own.union(*(types(value) for key, value in found.items() if key != "@type"))
    return set()


PAGES = [
    ("articles/raid.md", "articles/raid/", {"Article"}),
    ("claims.md", "claims/", {"Claim", "Organization"}),
    ("actors/index.md", "actors/", {"DefinedTermSet", "DefinedTerm"}),
    ("actors/ukraine.md", "actors/ukraine/", {"DefinedTerm"}),
    ("timeline.md", "timeline/", {"Event"}),
    ("data.md", "data/", {"Dataset", "DataDownload"}),
    ("index.md", "", {"WebSite"}),
]


@pytest.mark.parametrize(("source", "url", "expected"), PAGES)
def test_each_page_says_what_it_holds(source: str, url: str, expected: set[str]) -> None:
    """With or without an address of the site, under the same names; and nothing is rated."""
    assert types(nodes(small(), source, url)) == expected
    here = nodes(small(), source, url, replace(ABOUT, address=""))
    assert here == nodes(small(), source, url)


def test_a_denial_is_never_the_author_s_assertion() -> None:
    """A claim's text has the words that tell how it is meant."""
    claims = {one["@id"]: one for one in nodes(small(), "claims.md", "claims/")}
    texts = [one[f"{SCHEMA}text"][0]["@value"] for one in claims.values()]
    assert texts == [
        "Ukraine denies that it led the raid",
        "Two groups claim they were behind the raid",
    ]
    authors = [
        [a[f"{SCHEMA}name"][0]["@value"] for a in one[f"{SCHEMA}author"]] for one in claims.values()
    ]
    assert authors == [["Ukraine"], ["A Group", "B Group"]]


def test_an_event_is_no_more_exact_than_it_is_told() -> None:
    """A part of a day whose day nobody states is not there; a month is one."""
    draft = Draft("A on Monday. B in May. C at noon.")
    draft.event("A on Monday", "Monday")
    draft.event("B in May", "in May", edtf="2023-05")
    draft.event("C at noon", "noon", part="noon", day_stated=False)
    found = nodes(draft.done(), "timeline.md", "timeline/")
    assert [one[f"{SCHEMA}startDate"][0]["@value"] for one in found] == ["2023-05-22", "2023-05"]


def test_an_event_that_is_somebody_s_word_says_so_in_its_name() -> None:
    """A program that takes no more than the name does not take it for a fact; plans are left out."""
    draft = Draft("A on Monday. B on Monday. C on Monday.")
    draft.event("A on Monday", "Monday")
    draft.event("B on Monday", "Monday", status="claimed")
    draft.event("C on Monday", "Monday", status="planned")
    found = nodes(draft.done(), "timeline.md", "timeline/")
    names = [one[f"{SCHEMA}name"][0]["@value"] for one in found]
    assert names == ["“A on Monday”", "[somebody’s word] “B on Monday”"]


def test_nothing_ends_the_script() -> None:
    """Whatever an article says, the data stays data, and the words come back."""
    words = '</script><script>alert(1)</script><!-- & " \u2028'
    draft = Draft(f"{words} said it.", title=words).actor("x", words, words)
    draft.claim(words, "said", "it", actors=["x"])
    for source in ("claims.md", "actors/x.md", "articles/raid.md"):
        seen = head(draft.done(), source, "x/")
        assert len(seen.css("script")) == 1
        assert "alert(1)" in json.dumps(nodes(draft.done(), source, "x/"))


def test_a_card_is_made_of_text() -> None:
    """Title, description and name are escaped; the address is whole, and there is no picture."""
    seen = head(small(), "claims.md", "claims/")
    card = {m.attributes["property"]: m.attributes["content"] for m in seen.css("meta[property]")}
    assert card == {
        "og:type": "website",
        "og:site_name": "A & B",
        "og:title": "A <b>",
        "og:description": "<All>",
        "og:url": "https://example.org/us/claims/",
    }
    assert seen.css_first("link").attributes["href"] == "../feed.xml"
    unknown = head(small(), "claims.md", "claims/", replace(ABOUT, address=""))
    assert unknown.css("link, meta[property='og:url']") == []


CHANGES = """\
<h1 id="changes">Changes</h1>
<h2 id="2023-05-24_1">2023-05-24: <em>Two</em> &amp; more<a class="headerlink" href="#x">¶</a></h2>
<p>See <a href="../claims/">claims</a>.</p><h3 id="more">More</h3>
<h2 id="other">Not dated</h2><p>Nothing.</p>
<h2 id="2023-05-24">2023-05-24</h2><p>One.</p>
<h2 id="2023-05-02">2023-05-02</h2><p>Zero.</p>
"""


def test_the_feed_is_one_to_another_program() -> None:
    """Each dated entry, its id the same when newer ones of its day come above it."""
    read = feedparser.parse(feed(CHANGES, ABOUT, "https://example.org/us/changes/"))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "A & B: changes"
    assert [(entry.title, entry.id, entry.updated[:10]) for entry in read.entries] == [
        ("2023-05-24: Two & more", "tag:example.org,2023-05-24:/us/changes/2", "2023-05-24"),
        ("2023-05-24", "tag:example.org,2023-05-24:/us/changes", "2023-05-24"),
        ("2023-05-02", "tag:example.org,2023-05-02:/us/changes", "2023-05-02"),
    ]
    assert read.entries[0].link == "https://example.org/us/changes/#2023-05-24_1"
    assert 'href="https://example.org/us/claims/"' in read.entries[0].content[0].value
    assert not feedparser.parse(feed("", ABOUT, "https://example.org/")).bozo


def test_a_change_of_no_day_is_told() -> None:
    """A heading that begins with a number begins with a day; code is code."""
    text = (
        "# Changes\n\n## 2023-02-30\n\n## 2023-05-24: x\n\n```\n## 1\n```\n\n## 24 May\n\n## Old\n"
    )
    assert [str(p).partition(";")[0] for p in wrong_days(text, "docs/changes.md", 3)] == [
        "docs/changes.md:6:4: `2023-02-30` is no day",
        "docs/changes.md:14:4: `24` is no day",
    ]
