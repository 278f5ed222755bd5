"""An article that carries an attack, in a browser."""

from pathlib import Path

import pytest
from handmade import HOSTILE, SiteOf, site_fixture  # noqa: F401 -- pytest finds it here
from playwright.sync_api import Browser

from conftest import served
from pages.dossiers import Draft

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("name", [HOSTILE, "<img src=x onerror=alert(1)>", "A & B"])
def test_a_hostile_name_is_shown_and_runs_nothing(
    browser: Browser, site_of: SiteOf, name: str
) -> None:
    """On its page, in the tab, in the header, and in the list that the search makes of it."""
    text = f"He saw {name} on Monday. {{{{ config }}}} [x](javascript:alert(2))"
    draft = Draft(text, title=name).actor("x", name, "He", kind="person")
    draft.event(f"He saw {name} on Monday", "Monday", actors=("x",))
    built = site_of(draft.done())
    assert built.warnings == []
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    with served(built.site) as site:
        for path in ("actors/x/", "articles/raid/", "timeline/", "actors/", "desk/"):
            page.goto(site + path)
            assert page.locator("article img, article script").count() == 0
        page.goto(site + "actors/x/")
        assert page.title().startswith(name)
        page.locator(".md-search__input").click()
        page.keyboard.type("monday")
        page.locator(".md-search-result__link").first.wait_for()
        assert name in page.locator(".md-search-result__list").inner_text()
        assert page.locator(".md-search-result img").count() == 0
    page.close()
    assert dialogs == []


def test_nothing_of_the_attack_is_stored_raw(site_of: SiteOf) -> None:
    """No file of the site holds the script as markup, but the search index, which holds text."""
    draft = Draft(f"He saw {HOSTILE} on Monday.").actor("x", HOSTILE, "He", kind="person")
    built = site_of(draft.done())
    for path in Path(built.site).rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path


def test_a_script_that_got_into_a_page_does_not_run(browser: Browser, site_of: SiteOf) -> None:
    """Were one to get past all else, the page's policy would stop it, in each of its forms."""
    attack = (
        "# Method\n\n<script>document.title = 'ran'</script>\n\n"
        "<p><a id='x' href='javascript:document.title=1' onclick='document.title=2'>x</a></p>\n\n"
        "<p><img src=x onerror='document.title=3'></p>\n\n"
        "<p id='red' style='color: rgb(255, 0, 0)'>red</p>\n"
    )
    built = site_of(Draft("He came.").done(), {"method.md": attack})
    assert built.failed
    page = browser.new_page()
    with served(built.site) as site:
        page.goto(f"{site}method/", wait_until="networkidle")
        page.locator("#x").click()
        page.locator("#x").evaluate("link => link.removeAttribute('onclick')")
        page.locator("#x").click()
        assert page.title().startswith("Method")
        colour = page.locator("#red").evaluate("red => getComputedStyle(red).color")
        assert colour != "rgb(255, 0, 0)"
    page.close()
