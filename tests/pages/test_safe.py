"""What a hostile text cannot do."""

import pytest

from explainer.pages.addresses import Addresses, rooted, way_to_root
from explainer.pages.safe import ROOT, addresses_in, visible, web_address

UNSEEN = {
    "a\x00b": "a␀b",
    "a\x1ab": "a␚b",
    "a\x7fb": "a␡b",
    "a\u202eb": "a⟦U+202E⟧b",
    "a\ufeffb": "a⟦U+FEFF⟧b",
    "a\x9bb": "a⟦U+009B⟧b",
    "a\r\nb\rc\u2028d": "a\nb\nc\nd",
    "a\tb\nc“d”": "a\tb\nc“d”",
}


@pytest.mark.parametrize(("text", "expected"), UNSEEN.items())
def test_no_character_is_hidden(text: str, expected: str) -> None:
    """Characters that readers cannot see are shown as signs."""
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "https://example.org/a?b=c": "https://example.org/a?b=c",
        " http://example.org ": "http://example.org",
        "javascript:alert(1)": "",
        "data:text/html,x": "",
        "//example.org": "",
        "https://": "",
        "http://[": "",
        "../../etc": "",
    }.items(),
)
def test_only_web_addresses_become_links(text: str, expected: str) -> None:
    """An address is http or https with a host, or it is none."""
    assert web_address(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "": [("", "")],
        "CC BY (https://example.org/by/2.5/).": [
            ("CC BY (", "https://example.org/by/2.5/"),
            (").", ""),
        ],
        "http://example.org, https://example.org/a.b.": [
            ("", "http://example.org"),
            (", ", "https://example.org/a.b"),
            (".", ""),
        ],
        "javascript:alert(1) //example.org https://": [
            ("javascript:alert(1) //example.org https://", "")
        ],
        'https://example.org/"onclick=x': [
            ("", "https://example.org/"),
            ('"onclick=x', ""),
        ],
    }.items(),
)
def test_addresses_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    """Only addresses of the web are links in a person's words, without the signs after them."""
    assert addresses_in(text) == expected


@pytest.mark.parametrize(
    ("folders", "source", "expected"),
    [
        (True, "index.md", ""),
        (True, "actors/index.md", "actors/"),
        (True, "actors/x.md", "actors/x/"),
        (False, "index.md", "index.html"),
        (False, "actors/x.md", "actors/x.html"),
        (True, "actors/żółw.md", "actors/%C5%BC%C3%B3%C5%82w/"),
    ],
)
def test_addresses_follow_the_site(folders: bool, source: str, expected: str) -> None:
    """A page's address is a folder or a file, as the site is built."""
    assert Addresses(folders).page(source) == ROOT + expected


@pytest.mark.parametrize(
    ("url", "way"),
    {"": "./", "claims/": "../", "actors/x/": "../../", "actors/x.html": "../"}.items(),
)
def test_the_way_to_the_root_is_relative(url: str, way: str) -> None:
    """From every page the same fragment leads to the same place."""
    assert way_to_root(url) == way
    assert rooted(f'<a href="{ROOT}claims/">', url) == f'<a href="{way}claims/">'
