"""Previews of what links lead to: where script runs, by mouse and by keyboard, in a folder of a host."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from browser.serving import at, served_below, site, watched
from conftest import Build, run_build

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: Pages, and links on them that readers would rather look at than follow: names and quotations.
LINKS = (
    ("", "article a.x-proof"),
    ("", "article a.x-actor"),
    ("claims", ".x-matrix a.x-proof"),
    ("claims", ".x-claims-table a.x-proof"),
    ("claims", ".x-claims-table a.x-actor"),
    ("timeline", "a.x-proof"),
    ("questions/is-it-over", "a.x-proof"),
    ("articles/belgorod-raid", ".x-text a.x-actor"),
)


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def below(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, bool]]:
    """The address of a site in a folder of its host, and whether its pages are folders."""
    settings = {"use_directory_urls": str(request.param).lower()}
    with served_below(tmp_path_factory.mktemp("below"), run_build, **settings) as root:
        yield root, request.param


def preview(page: Page) -> Locator:
    """What is shown of a link's target."""
    return page.get_by_role("dialog", name="Preview", exact=True)


def led_to(browser: Browser, link: Locator) -> str:
    """What stands where a link leads: the sentence, or the page's heading."""
    page = browser.new_page()
    page.goto(str(link.evaluate("link => link.href")))
    target = page.locator(":target .x-sentence" if "#" in page.url else "article h1").first
    words = target.inner_text().removesuffix("¶")
    page.close()
    return words


@pytest.mark.parametrize(("name", "links"), LINKS)
def test_a_link_shows_what_it_leads_to(
    browser: Browser, below: tuple[str, bool], name: str, links: str
) -> None:
    """While the mouse is over it or the focus on it, and no longer; nobody else is asked for it."""
    page, told = watched(browser)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(at(below[0], name, below[1]))
    link = page.locator(links).locator("visible=true").first
    words = led_to(browser, link)
    link.hover()
    expect(preview(page)).to_contain_text(words)
    expect(preview(page)).to_be_visible()
    page.mouse.move(0, 0)
    expect(preview(page)).to_have_count(0)
    link.focus()
    expect(preview(page)).to_contain_text(words)
    page.locator("main").evaluate("main => { main.tabIndex = -1; main.focus() }")
    expect(preview(page)).to_have_count(0)
    page.close()
    assert told == []
    assert [url for url in asked if not url.startswith(below[0])] == []


def test_a_preview_is_for_everyone(browser: Browser, below: tuple[str, bool]) -> None:
    """The keyboard reaches it and takes it away, where it stays away; axe finds nothing in it."""
    page, _ = watched(browser)
    page.goto(at(below[0], "claims", below[1]))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-preview]')"):
            break
    expect(preview(page)).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('[data-preview]')")
    page.keyboard.press("Tab")
    expect(page.locator(".md-tooltip2[hidden]")).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(preview(page)).to_have_count(1)
    page.close()


def test_without_script_the_link_is_a_link(browser: Browser, below: tuple[str, bool]) -> None:
    """Nothing else happens, and it leads to the sentence."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at(below[0], "claims", below[1]))
    link = page.locator(".x-matrix a.x-proof").first
    link.hover()
    link.click()
    expect(page.locator(":target .x-sentence")).to_be_visible()
    assert page.url.startswith(f"{below[0]}articles/")
    context.close()


def test_only_pages_with_such_links_load_the_script(built_site: Path) -> None:
    """Others need no name for a preview."""
    for name, there in (("claims", True), ("reference", False)):
        html = (built_site / name / "index.html").read_text(encoding="utf-8")
        assert ("assets/previews.js" in html) is there


def test_no_browser_is_told_to_fetch_another_page(tmp_path: Path, build: Build) -> None:
    """Firefox would, unasked; the policy forbids it, and each page's console would say so."""
    for path in site(tmp_path, build).rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert 'rel="next"' not in html, path
        assert 'rel="prefetch"' not in html, path
