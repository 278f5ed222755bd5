"""The built site in a browser: what readers get, whatever their device and settings."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: One page of each kind; the actor and the article are the first ones there are.
KINDS = (
    "", "claims/", "claims/*/", "actors/", "actors/*/", "timeline/", "articles/", "articles/*/",
    "questions/",
    "questions/*/", "events/*/", "data/", "desk/",
    "method/", "contributing/", "reference/", "architecture/", "changes/", "404.html",
)  # fmt: skip
#: Milliseconds for a search on a busy machine.
PATIENCE = 180_000
SETTINGS = [(1280, "light"), (360, "light"), (1280, "dark"), (360, "dark")]


def address(built_site: Path, site_url: str, kind: str) -> str:
    """The address of a page of a kind."""
    if "*" in kind:
        kind = min(p.relative_to(built_site).as_posix() for p in built_site.glob(kind)) + "/"
    return site_url + kind


@pytest.mark.parametrize(("width", "scheme"), SETTINGS)
def test_axe_finds_nothing(
    browser: Browser, built_site: Path, site_url: str, width: int, scheme: str
) -> None:
    """No page has a barrier that axe knows of, on a phone or a desk, light or dark."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    found = []
    for kind in KINDS:
        page.goto(address(built_site, site_url, kind))
        for violation in Axe().run(page).response["violations"]:
            found += [f"/{kind} {violation['id']}: {n['html']}" for n in violation["nodes"]]
    context.close()
    assert found == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways(
    browser: Browser, built_site: Path, site_url: str, width: int, script: bool
) -> None:
    """At 320 px the page fits, with JavaScript or without; only wide tables scroll, in themselves."""
    page = browser.new_page(viewport={"width": width, "height": 700}, java_script_enabled=script)
    wide = []
    for kind in KINDS:
        page.goto(address(built_site, site_url, kind))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(kind)
    page.close()
    assert wide == []


def test_no_request_leaves_for_a_third_party(
    browser: Browser, built_site: Path, site_url: str
) -> None:
    """Every page, search included, asks its own site only."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for kind in KINDS:
        page.goto(address(built_site, site_url, kind), wait_until="networkidle")
    search(page, "Russia")
    page.close()
    assert [url for url in asked if not url.startswith((site_url, "data:"))] == []


def test_everything_is_readable_without_javascript(
    browser: Browser, built_site: Path, site_url: str
) -> None:
    """Headings, claims with their details, and links to sentences work without script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "claims/")
    first = page.locator(".x-claims-table tbody tr").first
    assert first.locator("blockquote, .x-none").first.is_visible()
    first.get_by_text("How this was read").click()
    assert first.locator("details li").first.is_visible()
    first.get_by_role("link", name="See the sentence").click()
    anchor = page.url.partition("#")[2]
    assert page.locator(f"[id='{anchor}']").is_visible()
    assert page.locator(":target").count() == 1
    context.close()


def test_a_sentence_and_its_claim_link_to_each_other(browser: Browser, site_url: str) -> None:
    """One step from a claim to its sentence, one step back."""
    page = browser.new_page()
    page.goto(site_url + "claims/")
    claim = page.locator(".x-claims-table tbody tr").first.get_attribute("id")
    page.locator(".x-claims-table tbody tr .x-proof").first.click()
    sentence = page.locator(":target").get_attribute("id")
    back = page.locator(f"[id='n-{sentence}'] a[href*='{claim}']")
    assert back.count() == 1
    back.click()
    assert page.url.endswith(f"claims/#{claim}")
    page.close()


def test_search_finds_actors_first(browser: Browser, built_site: Path, site_url: str) -> None:
    """Who looks for a name gets the actor's page on top."""
    page = browser.new_page()
    page.goto(site_url)
    search(page, "Russian Volunteer Corps")
    page.wait_for_function(
        "url => document.querySelector('.md-search-result__link')?.href.startsWith(url)",
        arg=site_url + "actors/russian-volunteer-corps/",
        timeout=PATIENCE,
    )
    page.close()


def search(page: Page, words: str) -> None:
    """Searches, and waits until something is found."""
    page.locator(".md-search__input").click(timeout=PATIENCE)
    page.keyboard.type(words)
    page.locator(".md-search-result__link").first.wait_for(timeout=PATIENCE)


def test_the_marks_of_an_article_can_be_taken_away(
    browser: Browser, built_site: Path, site_url: str
) -> None:
    """Each layer by its box, by keyboard and without script; the words stay."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(built_site, site_url, "articles/*/"))
    words = page.locator(".x-text .x-sentence").first.inner_text()
    colour = "mark => getComputedStyle(mark).backgroundColor"
    marked = page.locator(".x-text mark").first.evaluate(colour)
    page.locator(".x-layer-content").focus()
    page.keyboard.press("Space")
    assert page.locator(".x-text mark").first.evaluate(colour) != marked
    own = page.locator(".x-text .x-own .x-sentence").first
    ground = own.evaluate(colour)
    page.locator(".x-layer-own").focus()
    page.keyboard.press("Space")
    assert own.evaluate(colour) != ground
    page.locator(".x-layer-notes").focus()
    page.keyboard.press("Space")
    assert not page.locator(".x-notes").first.is_visible()
    assert page.locator(".x-text .x-sentence").first.inner_text() == words
    context.close()


def test_dark_is_dark_without_javascript(browser: Browser, site_url: str) -> None:
    """The system's preference counts where the switch does not work."""
    grounds = []
    for scheme in ("light", "dark"):
        context = browser.new_context(
            java_script_enabled=False,
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        page = context.new_page()
        page.goto(site_url)
        ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        grounds.append(sum(int(n) for n in ground.strip("rgb()").split(",")))
        context.close()
    assert grounds[0] > 3 * 200 > 3 * 50 > grounds[1]


def test_on_paper_nothing_is_folded_or_cut(
    browser: Browser, built_site: Path, site_url: str
) -> None:
    """Notes and reasons are open, tables are whole, and quotations name their addresses."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(address(built_site, site_url, "articles/*/"))
    assert page.locator(".x-notes > ol").first.is_visible()
    assert not page.locator(".md-header").is_visible()
    assert page.locator(".x-legend .x-content").is_visible()
    assert not page.locator(".x-legend input").first.is_visible()
    page.goto(site_url + "claims/")
    assert page.locator(".x-claims-table details:not(.x-cite) li").first.is_visible()
    for region in page.locator(".x-scroll").all():
        assert region.evaluate("box => getComputedStyle(box).overflowX") == "visible"
    after = "link => getComputedStyle(link, '::after').content"
    assert "<articles/belgorod-raid/#s-" in page.locator("a.x-proof").first.evaluate(after)
    context.close()


def test_notes_leave_no_holes_in_the_text(
    browser: Browser, built_site: Path, site_url: str
) -> None:
    """On a desk, what notes need more than their paragraphs is three quarters of the text at most."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address(built_site, site_url, "articles/*/"))
    heights = page.locator(".x-passage").evaluate_all(
        """all => all.map(passage => {
             const text = document.createRange();
             text.selectNodeContents(passage.querySelector(".x-sentences"));
             const height = text.getBoundingClientRect().height;
             return [height, passage.getBoundingClientRect().height - height];
           })"""
    )
    text, over = map(sum, zip(*heights, strict=True))
    page.close()
    assert text > 1000
    assert over < text * 3 / 4


def test_home_tells_all_within_two_screens(browser: Browser, site_url: str) -> None:
    """The brief, what is disputed, who is who, what happened, how it was made and what is uncertain
    end within 2 x 800 px of a window of 1280 px.
    """
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(site_url)
    for part in ("p >> nth=0", ".x-block-questions", ".x-block-actors", ".x-block-timeline"):
        assert below(page, f".md-content__inner {part}") < 1600
    assert below(page, ".x-block-uncertain") < 1600
    page.close()


def below(page: Page, selector: str) -> float:
    """Where something that can be seen ends, in px from the page's top."""
    box = page.locator(selector).bounding_box()
    assert box
    assert box["height"]
    return box["y"] + box["height"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize(
    ("kind", "targets"),
    [
        ("claims/", ".x-claims-table tbody tr"),
        ("timeline/", ".x-event"),
        ("articles/*/", ".x-line"),
    ],
)
def test_a_permalink_shows_what_it_names(
    browser: Browser, built_site: Path, site_url: str, kind: str, targets: str, script: bool
) -> None:
    """Claims, events and sentences: in sight, and unlike their neighbours; the way back is one step."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    where = address(built_site, site_url, kind)
    page.goto(where)
    last = page.locator(targets).last
    look = "one => [one, ...one.children].map((it) => getComputedStyle(it).backgroundColor)"
    before = last.evaluate(look)
    page.goto(f"{where}#{last.get_attribute('id')}")
    expect(page.locator(":target")).to_be_in_viewport()
    assert last.evaluate(look) != before
    page.go_back()
    expect(page.locator(":target")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("kind", ["claims/", "timeline/"])
def test_what_is_cited_can_be_copied(
    browser: Browser, built_site: Path, site_url: str, kind: str
) -> None:
    """Opened by keyboard and without script; what is selected has the marks round the words."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(built_site, site_url, kind))
    cite = page.locator(".x-cite:has-text('“')").first
    cite.locator("summary").focus()
    page.keyboard.press("Enter")
    text = cite.locator("p")
    expect(text).to_be_visible()
    copied = text.evaluate(
        "p => { getSelection().selectAllChildren(p); return `${getSelection()}` }"
    )
    assert " ".join(copied.split()) == " ".join((text.text_content() or "").split())
    assert "“" in copied
    assert "In: " in copied
    context.close()


#: Adds up what moves although the reader has done nothing.
_SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({type: "layout-shift", buffered: true});
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_jumps_while_a_page_loads(
    browser: Browser, built_site: Path, site_url: str, width: int
) -> None:
    """No page moves what a reader has begun to read: by half at most of the 0.1 that is called good,
    for a busy machine paints a page in more pieces.
    """
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(f"({_SHIFTS})()")
    moved = []
    for kind in KINDS:
        page.goto(address(built_site, site_url, kind), wait_until="networkidle")
        if (shift := page.evaluate("window.shifted")) > 0.05:
            moved.append((kind, shift))
    page.close()
    assert moved == []


#: Doubles the text, and finds what then ends outside the window and in no box that scrolls.
_DOUBLED = """() => {
  const root = document.documentElement;
  const size = 2 * parseFloat(getComputedStyle(root).fontSize);
  root.style.setProperty("font-size", `${size}px`, "important");
  const cut = (part) => {
    const { width, right } = part.getBoundingClientRect();
    return width && right > innerWidth + 1 && !part.closest(".x-scroll, pre, .md-typeset__scrollwrap");
  };
  const found = [...document.querySelectorAll(".md-content *")].filter(cut);
  const sideways = root.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [];
  return [...found.map((part) => part.outerHTML), ...sideways];
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_text_of_twice_the_size_fits(
    browser: Browser, built_site: Path, site_url: str, width: int
) -> None:
    """With text at 200 % nothing is cut, and no page scrolls sideways."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    cut = []
    for kind in KINDS:
        page.goto(address(built_site, site_url, kind))
        cut += [(kind, found) for found in page.evaluate(_DOUBLED)]
    page.close()
    assert cut == []
