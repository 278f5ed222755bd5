"""The one style sheet of the site."""

import re

from explainer.pages.addresses import rooted
from explainer.pages.safe import ROOT
from explainer.pages.stylesheet import stylesheet


def test_the_style_sheet_holds_all_parts_in_order() -> None:
    """The look comes first, paper last and under its condition; comments are left out."""
    made = stylesheet()
    places = [made.index(sign) for sign in ("--x-paper:", ".x-stance", ".x-event", "@media print")]
    assert places == sorted(places)
    assert "/*" not in made
    assert made.count("{") == made.count("}")
    rules = re.sub(r"{[^{}]*}", "", made)
    assert not re.search(r"[^\w\s.,:()\[\]{}@*>+~=^\"#|-]", rules), (
        "what is no selector hides a rule"
    )
    assert made == stylesheet()


def test_paper_has_whole_addresses() -> None:
    """What follows a link on paper is the site's address and the way from there."""
    address = 'https://example.org/a"\\<b/'
    assert r'--x-site: "https://example.org/a\22 \5c \3c b/"' in stylesheet(address)
    link = f'<a class="x-proof x-words" data-preview href="{ROOT}articles/raid/#s-1"><q>it</q></a>'
    assert rooted(link, "actors/ukraine/") == (
        '<a class="x-proof x-words" data-preview href="../../articles/raid/#s-1"'
        ' data-at="articles/raid/#s-1"><q>it</q></a>'
    )
