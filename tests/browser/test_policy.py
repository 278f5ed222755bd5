"""The Content-Security-Policy in a browser: it lets the site work, and nothing else."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.serving import at, served_below, site, watched
from conftest import Build

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "",
    "claims",
    "actors",
    "timeline",
    "articles/belgorod-raid",
    "questions/is-it-over",
    "desk",
)


def use(page: Page, root: str, folders: bool) -> None:
    """Looks at a page of each kind and switches its colours."""
    for name in PAGES:
        page.goto(at(root, name, folders))
        page.locator("h1").first.wait_for()
        before = page.locator("body").get_attribute("data-md-color-scheme")
        for _ in range(3):
            page.locator("form[data-md-component=palette] label:visible").click()
            if page.locator("body").get_attribute("data-md-color-scheme") != before:
                break
        else:
            raise AssertionError("the switch for colours does nothing")


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
def test_everything_works_under_the_policy(
    browser: Browser, tmp_path: Path, build: Build, folders: bool
) -> None:
    """Search, colours and ways through the site work, and the console has nothing to say."""
    page, told = watched(browser)
    with served_below(tmp_path, build, use_directory_urls=str(folders).lower()) as root:
        use(page, root, folders)
        page.goto(root)
        page.locator(".md-search__input").click()
        page.keyboard.type("Gladkov")
        page.locator(".md-search-result__link").first.wait_for()
        page.locator(".md-search-result__link").first.click()
        page.wait_for_url(f"{root}**")
        assert told == []
        page.goto(f"{root}no/such/page/")
        assert page.locator("h1").inner_text().startswith("404")
        assert [text for text in told if "404 (" not in text] == []
    page.close()


def test_files_work_from_a_folder(browser: Browser, tmp_path: Path, build: Build) -> None:
    """Without a server all works but search and previews, whose scripts no browser lets read files."""
    built = site(tmp_path, build, use_directory_urls="false")
    page, told = watched(browser)
    use(page, f"file://{built}/", folders=False)
    assert page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
    page.close()
    reading = ("Access to XMLHttpRequest", "Failed to load resource: net::ERR_FAILED")
    assert [text for text in told if not text.startswith(reading)] == []
