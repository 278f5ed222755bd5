"""What readers come for, done in each way in which they may read: nobody is shut out of an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WAYS = ("mouse", "keyboard", "phone", "no script", "paper")
#: Nobody presses Tab more often for one link.
STOPS = 30


#: Where the notes on a sentence stand, by the number behind it.
_NOTES = "number => `[id='${number.hash.slice(1)}']`"


@dataclass
class Reader:
    """Someone who reads the site in one of the ways.

    Args:
        way: the way.
        page: what they look at, with home open.
    """

    way: str
    page: Page

    def sees(self, *words: str, within: str = "main") -> None:
        """Fails unless all words stand there for the eye."""
        shown = " ".join(self.page.locator(within).first.inner_text().split())
        assert [text for text in words if text not in shown] == []

    def follows(self, link: Locator) -> None:
        """Goes where a link leads; of what is on paper, only where a printed page is at hand."""
        link = link.first
        before = self.page.url
        assert link.is_visible()
        if self.way == "keyboard":
            self.reaches(link)
            self.page.keyboard.press("Enter")
        elif self.way == "paper":
            self.page.goto(str(link.evaluate("link => link.href")))
        elif self.way == "phone":
            link.tap()
        else:
            link.click()
        self.page.wait_for_url(lambda url: url != before)

    def reaches(self, wanted: Locator) -> None:
        """Presses Tab until something has the focus, and sees that it has."""
        for _ in range(STOPS):
            if wanted.evaluate("wanted => wanted === document.activeElement"):
                box = wanted.bounding_box()
                height = self.page.viewport_size["height"]  # type: ignore[index]
                assert box
                assert 0 <= box["y"] < height
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"more than {STOPS} stops to {wanted}")

    def skips(self, words: str) -> None:
        """By keyboard, goes where a link before all others leads."""
        if self.way == "keyboard":
            self.reaches(self.page.get_by_role("link", name=words))
            self.page.keyboard.press("Enter")


@pytest.fixture(params=WAYS)
def reader(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Reader]:
    """Someone who has just opened the site."""
    way = str(request.param)
    context = browser.new_context(
        viewport={"width": 360 if way == "phone" else 1280, "height": 740},
        has_touch=way == "phone",
        java_script_enabled=way != "no script",
    )
    page = context.new_page()
    if way == "paper":
        page.emulate_media(media="print")
    page.goto(site_url)
    yield Reader(way, page)
    context.close()


def test_who_says_it_was_ukraine_and_in_which_words(reader: Reader) -> None:
    """From home to the question, to who says so in which words, to the sentence in the article."""
    page = reader.page
    reader.sees("A Ukrainian unit Russian Defense Ministry + says", within=".x-block-questions")
    reader.skips("Skip to: What is disputed")
    reader.follows(page.get_by_role("link", name="Who carried out the raid?"))
    words = "it was instigated by “a Ukrainian nationalist formation unit”"
    reader.sees("A Ukrainian unit Russian Defense Ministry + says", words)
    reader.skips("Skip to content")
    reader.follows(page.get_by_role("link", name="See the sentence"))
    assert "/articles/belgorod-raid/#s-" in page.url
    reader.sees("The Russian Defense Ministry commented", words, within=":target")


def test_what_happened_on_tuesday(reader: Reader) -> None:
    """Home tells it; the timeline tells it with the article's word for the day, and whose word it is."""
    page = reader.page
    reader.sees(
        "Tuesday 23 May 2023, evening inferred A second attack, by drones, is reported",
        "Matthew Miller speaks at a press conference the article’s own voice",
        within=".x-block-timeline",
    )
    entry = page.locator(".x-block-timeline").get_by_role("link", name="A second attack")
    reader.skips("Skip to: What happened when")
    reader.follows(entry)
    reader.sees("A second attack, by drones, is reported", "“Tuesday evening”", "Viaceslav Gladkov")


def test_who_are_the_two_groups(reader: Reader) -> None:
    """Home leads to them, and their page says how it is known which two they are."""
    page = reader.page
    groups = page.locator(".x-block-actors").get_by_role("link", name="two paramilitary")
    reader.skips("Skip to: Who is who")
    reader.follows(groups)
    reader.sees(
        "Made of Legion for the Freedom of Russia, Russian Volunteer Corps given by a person"
    )
    reader.skips("Skip to content")
    second = page.locator("main").get_by_role("link", name="Russian Volunteer Corps", exact=True)
    reader.follows(second)
    reader.sees("According to the article", "organizations such as the Legion")


def test_which_of_this_is_the_articles_own_opinion(reader: Reader) -> None:
    """What nobody else says is marked by one box, on paper it has no mark, and home counts it."""
    page = reader.page
    reader.sees("The article’s own words", within="main .x-block-voices")
    if reader.way == "phone":
        page.goto(page.url + "articles/belgorod-raid/")
    elif reader.way == "paper":
        reader.follows(page.locator("main").get_by_role("link", name="one article"))
    else:
        reader.follows(page.locator(".md-tabs").get_by_role("link", name="Articles"))
        reader.skips("Skip to content")
        reader.follows(page.locator("main").get_by_role("link", name="Belgorod, May 2023"))
    own = page.locator(".x-own .x-sentence").first
    said = page.locator(".x-line:not(.x-own) mark").first
    ground = "mark => getComputedStyle(mark).backgroundColor"
    assert own.evaluate(ground) != said.evaluate(ground)
    reader.sees("What has no mark is the article’s own voice", within=".x-legend")
    number = page.locator(".x-own + .x-ref").first
    if reader.way == "phone":
        # Beside the text there is no room: its notes are folded below it.
        number.tap()
    reader.sees("the article’s own voice", within=number.evaluate(_NOTES))
    if reader.way != "paper":
        box = page.get_by_label("only the article’s own voice")
        reader.skips("Skip to content")
        if reader.way == "keyboard":
            reader.reaches(box)
            page.keyboard.press("Space")
        else:
            box.check()
        assert own.evaluate(ground) != "rgba(0, 0, 0, 0)"
        assert said.evaluate(ground) == "rgba(0, 0, 0, 0)"
