"""Dead links are found, living ones are not."""

import pytest

from explainer.pages.links import Links
from explainer.problems import Problem

PAGES = {
    "index.html": '<a href="claims/#c-1">x</a><a href="./">home</a><p id="top">',
    "claims/index.html": '<li id="c-1"><a href="../actors/a%20b/">x</a><a href="..">up</a>',
    "actors/a b/index.html": '<a href="../../claims/#c-1">x</a><a href="#here" id="here">',
    "404.html": '<a href="/project/claims/">x</a><img src="/project/logo.svg">',
}

DEAD = {
    "no page": '<a href="nowhere/">',
    "no anchor": '<a href="claims/#c-2">',
    "no anchor here": '<a href="#c-2">',
    "no file": '<img src="picture.png">',
    "outside the site": '<a href="/elsewhere/">',
    "above the site": '<a href="../../">',
    "a Markdown file": '<a href="claims.md">',
}


def dead(**more: str) -> list[Problem]:
    """The dead links of the pages above and one more."""
    pages = {**PAGES, **more}
    found = Links("/project/")
    for target, html in pages.items():
        found.add(target, html, f"docs/{target}")
    return list(found.dead({"logo.svg"}, pages.__getitem__))


def test_living_links_are_left_alone() -> None:
    """Pages, folders, anchors, files, other sites: nothing is said."""
    outside = '<a href="https://example.org/x#y">x</a><a href="mailto:a@example.org">x</a>'
    assert dead(**{"x.html": outside}) == []


@pytest.mark.parametrize("html", DEAD.values(), ids=DEAD)
def test_dead_links_name_the_file_to_edit(html: str) -> None:
    """A link that leads nowhere is a problem of the page's source."""
    problems = dead(**{"x.html": html})
    assert [p.path for p in problems] == ["docs/x.html"]
    assert problems[0].rule == "dead-link"


def test_html_shown_as_text_is_no_link() -> None:
    """Prose may show what a link looks like."""
    text = '<pre>&lt;a href="nowhere/"&gt;</pre>'
    assert dead(**{"x.html": text}) == []
