"""The filters above the table of claims: what a reader does, and what is there without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import ROOT, run_build, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROWS = ".x-claims-table tbody tr"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose console has nothing to say, about the policy or else."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda m: told.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    page.close()
    assert told == []


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of several articles."""
    folder = tmp_path_factory.mktemp("several") / "site"
    project = ROOT / "tests" / "sites" / "wikinews"
    done = run_build(project, "--strict", "--site-dir", str(folder))
    assert done.returncode == 0, done.stderr
    with served(folder) as address:
        yield address


def shown(page: Page) -> Locator:
    """The rows that a reader sees."""
    return page.locator(f"{ROWS}:visible")


def choice(page: Page, name: str) -> Locator:
    """A list to choose from, by the name that a screen reader tells."""
    return page.get_by_role("combobox", name=name, exact=True)


def told(page: Page, count: int, total: int) -> None:
    """The count stands there, is announced, and is the number of rows."""
    words = f"{total} claims" if count == total else f"{count} of {total} claims"
    expect(page.get_by_role("status")).to_have_text(words)
    expect(shown(page)).to_have_count(count)


def having(page: Page, selector: str) -> int:
    """How many rows there are of a kind."""
    return page.locator(f"{ROWS}{selector}").count()


def who(page: Page) -> list[str]:
    """Who speaks, in the order of the rows."""
    return page.locator(f"{ROWS} .x-who").all_inner_texts()


def test_filters_narrow_together(page: Page, site_url: str) -> None:
    """Each filter leaves its rows, together those that are in all of them; reset shows all."""
    page.goto(site_url + "claims/")
    total = having(page, "")
    told(page, total, total)
    choice(page, "Stance").select_option("denies")
    denied = having(page, "[data-stance=denies]")
    assert 0 < denied < total
    told(page, denied, total)
    choice(page, "Actor").select_option("russia")
    both = having(page, "[data-stance=denies][data-actors~=russia]")
    assert both < denied
    told(page, both, total)
    page.get_by_role("button", name="Show all").click()
    told(page, total, total)
    choice(page, "Question").select_option("is-it-over")
    told(page, having(page, "[data-questions~=is-it-over]"), total)
    assert page.url.endswith("claims/?question=is-it-over")


def test_words_are_found_in_any_case_and_accent(page: Page, site_url: str) -> None:
    """Each word must occur, however it is written; letters that are typed are one step back."""
    page.goto(site_url + "claims/")
    total = having(page, "")
    page.get_by_role("searchbox", name="Words", exact=True).press_sequentially("GLÁDKOV")
    found = shown(page).count()
    assert 0 < found < total
    told(page, found, total)
    assert all("Gladkov" in text for text in shown(page).all_inner_texts())
    page.get_by_role("searchbox", name="Words", exact=True).press_sequentially(" zebra")
    told(page, 0, total)
    page.get_by_role("searchbox", name="Words", exact=True).press("Enter")
    told(page, 0, total)
    page.go_back()
    told(page, total, total)
    expect(page.get_by_role("searchbox", name="Words", exact=True)).to_have_value("")


def test_heads_sort(page: Page, site_url: str) -> None:
    """A head sorts up, then down, then not; a screen reader is told; what has no date comes last."""
    page.goto(site_url + "claims/")
    before = who(page)
    button = page.get_by_role("button", name="Who", exact=True)
    head = page.get_by_role("columnheader", name="Who", exact=True)
    expect(head).to_have_attribute("aria-sort", "none")
    button.focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(choice(page, "Sort")).to_have_value("who")
    up = who(page)
    assert up != before
    assert sorted(up, key=str.casefold)[0] == up[0]
    expect(button).to_be_focused()
    button.click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert who(page)[0] == up[-1]
    button.click()
    assert who(page) == before
    assert page.url.endswith("claims/")
    choice(page, "Sort").select_option("-when")
    dates = page.locator(ROWS).evaluate_all("rows => rows.map(row => row.dataset.when)")
    known = [date for date in dates if date]
    assert dates[: len(known)] == known
    assert known == sorted(known, reverse=True)


def test_a_link_opens_what_it_was_made_of(page: Page, site_url: str) -> None:
    """The address holds the filters; what it does not know leaves all; back and forward work."""
    page.goto(site_url + "claims/?stance=denies&sort=-who&by=nobody-of-this-name")
    total = having(page, "")
    told(page, having(page, "[data-stance=denies]"), total)
    expect(choice(page, "Sort")).to_have_value("-who")
    expect(choice(page, "Actor")).to_have_value("")
    choice(page, "Stance").select_option("")
    told(page, total, total)
    page.go_back()
    told(page, having(page, "[data-stance=denies]"), total)
    page.go_forward()
    told(page, total, total)


def test_what_a_link_points_to_is_shown(page: Page, site_url: str) -> None:
    """A row that the filters leave out is there when the address names it, at first or later."""
    page.goto(site_url + "claims/")
    total = having(page, "")
    denied = having(page, "[data-stance=denies]")
    others = page.locator(f"{ROWS}:not([data-stance=denies])")
    first, last = (one.get_attribute("id") for one in (others.first, others.last))
    page.goto(f"{site_url}claims/?stance=denies#{last}")
    told(page, denied + 1, total)
    expect(page.locator(f"[id='{last}']")).to_be_in_viewport()
    page.evaluate("id => { location.hash = id }", first)
    expect(page.locator(f"[id='{first}']")).to_be_in_viewport()
    told(page, denied + 1, total)
    choice(page, "Actor").select_option("russia")
    assert "#" not in page.url


def test_articles_are_filtered_and_their_empty_tables_go(page: Page, several: str) -> None:
    """Where there are several articles one can be chosen; no heading is left without a table."""
    page.goto(several + "claims/")
    total = having(page, "")
    articles = choice(page, "Article")
    slug = page.locator(".x-claims-table").evaluate_all(
        "all => all.sort((a, b) => b.rows.length - a.rows.length)[0].dataset.article"
    )
    articles.select_option(slug)
    told(page, having(page, f"[data-articles~='{slug}']"), total)
    headings = page.locator("h2[id^=in-]")
    tables = page.locator(".x-claims-table")
    assert headings.locator("visible=true").count() == tables.locator("visible=true").count()
    assert tables.locator("visible=true").count() < tables.count()
    page.goto(f"{several}articles/{slug}/claims/")
    own = having(page, "")
    told(page, own, own)
    assert choice(page, "Article").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_filters_are_for_everyone(browser: Browser, site_url: str, width: int, scheme: str) -> None:
    """Filtered and sorted, axe finds nothing and the page does not scroll sideways."""
    page = browser.new_page(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page.goto(site_url + "claims/?stance=denies&sort=who")
    found = [
        f"{v['id']}: {n['html']}"
        for v in Axe().run(page).response["violations"]
        for n in v["nodes"]
    ]
    assert found == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert shown(page).count() == having(page, "[data-stance=denies]")
    reached = page.locator(".x-sort").evaluate_all(
        "all => all.filter(one => one.tabIndex >= 0).length"
    )
    assert (reached > 0) == (width > 1000)
    page.close()


def test_paper_has_what_is_shown(page: Page, site_url: str) -> None:
    """A print of filtered rows says of how many they are, without the controls."""
    page.goto(site_url + "claims/?stance=denies")
    page.emulate_media(media="print")
    told(page, having(page, "[data-stance=denies]"), having(page, ""))
    assert page.locator(".x-filters :is(select, input, button):visible").count() == 0


def test_without_script_all_rows_and_their_parts_are_there(browser: Browser, site_url: str) -> None:
    """No dead control stands there, but every row, and links to pages of one actor or question."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "claims/?stance=denies")
    assert shown(page).count() == having(page, "") > 0
    assert page.locator("article :is(select, button)").count() == 0
    page.get_by_text("The claims of one actor, of one stance, or on one question").click()
    page.locator(".x-slices li[data-value=russia] a").click()
    assert page.url == site_url + "actors/russia/"
    context.close()


def test_only_pages_with_the_table_load_the_script(built_site: Path) -> None:
    """Other pages need it not."""
    for name, there in (("claims", True), ("timeline", False), ("actors", False)):
        html = (built_site / name / "index.html").read_text(encoding="utf-8")
        assert ("assets/table.js" in html) is there
