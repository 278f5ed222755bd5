"""What MkDocs makes of dossiers: titles, takeovers, problems, addresses."""

import json
from pathlib import Path

import pytest
from handmade import HOSTILE, SiteOf, site_fixture  # noqa: F401 -- pytest finds it here
from selectolax.lexbor import LexborHTMLParser

from conftest import Build, copy_project
from explainer.pages.check import all_problems
from pages.dossiers import Draft, small

pytestmark = pytest.mark.slow


def test_a_site_of_a_bare_dossier_builds_strictly(site_of: SiteOf) -> None:
    """Every actor and article has its page, and no link is dead."""
    built = site_of(small())
    assert built.warnings == []
    for page in ("actors/ukraine", "actors/b-group", "articles/raid", "claims", "timeline", "desk"):
        assert (built.site / page / "index.html").is_file(), page


def test_pages_that_are_files_build_strictly_too(site_of: SiteOf) -> None:
    """With use_directory_urls off all addresses lead somewhere."""
    built = site_of(small(), use_directory_urls=False)
    assert built.warnings == []
    assert 'href="../articles/raid.html#' in built.read("actors/ukraine.html")


def test_an_empty_dossier_builds_strictly(site_of: SiteOf) -> None:
    """No article, no error."""
    from explainer.dossier.model import Dossier

    assert site_of(Dossier()).warnings == []


@pytest.mark.parametrize("name", [HOSTILE, "A & B", "<img src=x onerror=alert(1)>", "{{ config }}"])
def test_a_title_is_text_wherever_it_stands(site_of: SiteOf, name: str) -> None:
    """In the tab, the header, the contents, the search index and the description."""
    draft = Draft("He came on Monday.", title=name).actor("x", name, "He", kind="person")
    built = site_of(draft.done())
    assert built.warnings == []
    for path in ("actors/x/index.html", "articles/raid/index.html"):
        page = built.read(path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        seen = LexborHTMLParser(page)
        assert seen.css_first("title").text().startswith(f"{name} – ")
        assert [h.text() for h in seen.css("h1")] == [name]
        assert name in seen.css_first("[data-md-component=header-topic]").text()
    docs = json.loads(built.read("search/search_index.json"))["docs"]
    titles = [doc["title"] for doc in docs if doc["location"] == "actors/x/"]
    assert titles == [name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")]


def test_hostile_navigation_is_text(site_of: SiteOf) -> None:
    """What mkdocs.yml and front matter call a page is escaped."""
    page = f"---\ntitle: '{HOSTILE}'\ndescription: '\"><script>alert(2)</script>'\n---\n# X\n"
    built = site_of(
        small(), {"method.md": page}, nav=[{HOSTILE: "index.md"}, {"A & B": "method.md"}]
    )
    for path in ("index.html", "method/index.html"):
        assert "<script>alert" not in built.read(path)


def test_without_a_commit_the_newest_day_told_dates_the_site(
    site_of: SiteOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of the files alone gives the same bytes on every machine and day."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    changes = "# Changes\n\n## 2031-02-03\n\nMore.\n\n## 2031-01-02\n\nThe first.\n"
    built = site_of(small(), {"changes.md": changes}, site_url="https://example.org/")
    assert '"updated": "2031-02-03T00:00:00+00:00"' in built.read("data/dossier.json")
    assert "<lastmod>2031-02-03</lastmod>" in built.read("sitemap.xml")


def test_a_page_that_a_person_wrote_stays(site_of: SiteOf) -> None:
    """Writing an actor's file keeps its words and adds the block of its kind below."""
    built = site_of(small(), {"actors/ukraine.md": "Written by hand.\n"})
    assert built.warnings == []
    page = LexborHTMLParser(built.read("actors/ukraine/index.html"))
    text = page.css_first("article").text()
    assert text.index("Written by hand.") < text.index("Claims")
    assert [h.text() for h in page.css("h1")] == ["Ukraine"]
    assert "docs/actors/ukraine.md" in page.css_first(".x-foot").text()


def test_a_page_that_places_its_block_gets_no_second(site_of: SiteOf) -> None:
    """The block stands where the person put it, once."""
    page = "# Ukraine\n\n/// actor\n    id: ukraine\n///\n\nBelow.\n"
    built = site_of(small(), {"actors/ukraine.md": page})
    assert built.warnings == []
    assert built.read("actors/ukraine/index.html").count('class="x-block x-block-actor"') == 1


def test_mistakes_are_all_reported_and_leave_no_raw_text(site_of: SiteOf) -> None:
    """One run names each wrong block at its line; the rest of the page is built."""
    page = (
        "---\ntitle: T\n---\n\n# T\n\n/// clams\n///\n\n/// claims\n    by: ukrain\n///\n\nEnd.\n"
    )
    built = site_of(small(), {"method.md": page})
    assert built.failed
    assert [w.split(": ")[0] for w in built.warnings] == [
        "docs/method.md:7:1",
        "docs/method.md:11:5",
    ]
    text = LexborHTMLParser(built.read("method/index.html")).css_first("article").text()
    assert "///" not in text
    assert "End." in text


def test_a_dead_link_fails_and_names_the_file(site_of: SiteOf) -> None:
    """Also in raw HTML, which MkDocs does not look at."""
    page = '# T\n\n<p><a href="../claims/#s-nothing">x</a></p>\n'
    built = site_of(small(), {"method.md": page})
    assert built.failed
    assert built.warnings[0].startswith("docs/method.md: the page method/index.html links to")


def test_a_dead_link_is_told_once(site_of: SiteOf) -> None:
    """What MkDocs has said of a link is not said again."""
    page = "# T\n\n[x](nothing.md) and [y](claims.md#nothing)\n"
    warnings = site_of(small(), {"method.md": page}).warnings
    assert warnings == [
        "docs/method.md:3:5: the link `nothing.md` leads to docs/nothing.md, which is not there"
        " [dead-link]",
        "docs/method.md:3:25: the page that `claims.md#nothing` leads to has no place `#nothing`; copy"
        " the address from the page, or end the link before `#` [dead-link]",
    ]


def test_navigation_is_told_once(site_of: SiteOf) -> None:
    """A page that nav: calls wrongly, and one that it does not name; no page is blamed for its menu."""
    nav = [{"Home": "index.md"}, {"Method": "methd.md"}, {"Claims": "claims.md"}]
    pages = {"method.md": "# M\n", "extra.md": "# Extra\n"}
    warnings = site_of(small(), pages, nav=nav).warnings
    told = [warning.partition(": ")[2] for warning in warnings]
    assert told[0] == "there is no page docs/methd.md; did you mean `method.md`? [navigation]"
    extra = (
        "docs/extra.md is not in the navigation; below `nav:` add `- Extra: extra.md` [navigation]"
    )
    assert extra in told
    assert all(line.endswith("[navigation]") for line in told)
    assert not any(line.startswith("docs/method.md") for line in told)


def test_a_wrong_address_for_reports_is_told_once(site_of: SiteOf) -> None:
    """It stands on every page."""
    extra = {"explainer": {"report": "the desk"}}
    (warning,) = site_of(small(), extra=extra).warnings
    assert "report: an address begins with https://" in warning


def test_notices_never_fail(site_of: SiteOf) -> None:
    """What the machine is unsure of is told at info, and on the desk."""
    from explainer.problems import Level, Problem

    draft = Draft()
    draft.problems.append(Problem("seeds/raid.txt", 1, 2, "odd <b>", "odd", Level.NOTICE))
    built = site_of(draft.done())
    assert not built.failed
    assert "seeds/raid.txt:1:2: odd <b> [odd]" in built.infos
    assert "odd &lt;b&gt;" in built.read("desk/index.html")


def test_an_error_fails_and_the_rest_is_built(site_of: SiteOf) -> None:
    """The file is named; all pages are there."""
    from explainer.problems import Problem

    draft = Draft().actor("ukraine", "Ukraine", "Ukraine")
    draft.problems.append(Problem("seeds/bad.txt", 0, 0, "is empty", "empty"))
    built = site_of(draft.done())
    assert built.failed
    assert built.warnings == ["seeds/bad.txt: is empty [empty]"]
    assert (built.site / "actors/ukraine/index.html").is_file()


def test_excerpts_leak_into_no_file(site_of: SiteOf) -> None:
    """A sentence that nothing rests on stands in no file of the site."""
    built = site_of(small(show="excerpts"))
    assert built.warnings == []
    for path in built.site.rglob("*"):
        if path.is_file():
            assert b"Nothing rests upon" not in path.read_bytes(), path


def test_search_finds_actors_first(site_of: SiteOf) -> None:
    """Actors' entries weigh more; the desk and the pages for contributors are not in the index."""
    docs = json.loads(site_of(small()).read("search/search_index.json"))["docs"]
    boosts = {doc["location"]: doc.get("boost") for doc in docs}
    assert boosts["actors/ukraine/"] == 3
    assert boosts["claims/"] is None
    assert not any(location.startswith(("desk", "contributing")) for location in boosts)


def test_without_a_repository_the_file_to_edit_is_named(site_of: SiteOf) -> None:
    """With one there is an edit button to it."""
    built = site_of(small())
    page = built.read("articles/raid/index.html")
    assert "write <code>seeds/raid.yml</code>, which does not exist yet." in page
    assert "edit <code>docs/claims.md</code>." in built.read("claims/index.html")
    assert 'rel="edit"' not in page


def test_with_a_repository_the_edit_button_leads_to_the_file(site_of: SiteOf) -> None:
    """A written page to itself; and a reader's report to the issues."""
    built = site_of(small(), repo_url="https://example.org/a/b", edit_uri="edit/main/docs/")
    assert built.warnings == []
    page = built.read("claims/index.html")
    assert 'href="https://example.org/a/b/edit/main/docs/claims.md"' in page
    assert 'href="https://example.org/a/b/issues/new"' in page
    assert 'data-md-component="source"' not in page


@pytest.mark.parametrize("folders", [True, False])
def test_names_of_any_script_have_addresses(site_of: SiteOf, folders: bool) -> None:
    """Letters that addresses cannot hold are written so that every link still leads somewhere."""
    draft = Draft("Łódź said so on Monday.", slug="łódź").actor("żółw", "Żółw", "Łódź")
    draft.claim("Łódź", "said", "so", actors=["żółw"])
    assert site_of(draft.done(), use_directory_urls=folders).warnings == []


@pytest.mark.parametrize(
    ("text", "told", "kept"),
    [
        ("---\ntitle: [x\n---\n\nBody.\n", "docs/method.md:2:8: the list that opens here", "Body."),
        ("---\ntitle: x\n\nBody.\n", "docs/method.md:1:1: the end is missing: put a line", "Body."),
        ("---\njust words\n---\n\nBody.\n", "docs/method.md:1:1: front matter is a list", "Body."),
        (
            "---\ndate: 2023-05-45\n---\n\nBody.\n",
            "docs/method.md:2:1: '2023-05-45' is no day",
            "Body.",
        ),
        ("Note: this matters\n\nBody.\n", "docs/method.md:1:1: MkDocs takes", "Note: this matters"),
    ],
)
def test_front_matter_is_read_or_told(site_of: SiteOf, text: str, told: str, kept: str) -> None:
    """Front matter that cannot be read is an error and not text; a first line never vanishes."""
    built = site_of(small(), {"method.md": text})
    assert built.failed
    assert [w[: len(told)] for w in built.warnings] == [told]
    page = LexborHTMLParser(built.read("method/index.html")).css_first("article").text()
    assert kept in page
    assert "title:" not in page


def test_a_line_across_the_top_is_no_front_matter(site_of: SiteOf) -> None:
    """A page may begin with a rule."""
    assert site_of(small(), {"method.md": "---\n\nBody.\n"}).warnings == []


def test_a_page_on_no_article_is_an_error(site_of: SiteOf) -> None:
    """Who writes on an article that is not there hears which one is."""
    built = site_of(small(), {"articles/rade.md": "# Text\n"})
    message = "there is no article `rade`; did you mean `raid`?"
    assert built.warnings == [f"docs/articles/rade.md: {message} [no-such-article]"]


@pytest.mark.parametrize("mistake", ["{% if %}", "{{ nothing.here() }}"])
def test_a_broken_template_is_one_line(project: Path, build: Build, mistake: str) -> None:
    """A build stops at it with its file and line, and without a traceback."""
    theme = project / "theme"
    theme.mkdir()
    text = f'{{% extends "base.html" %}}\n{{% block content %}}{mistake}{{% endblock %}}\n'
    (theme / "main.html").write_text(text, encoding="utf-8")
    settings = project / "mkdocs.yml"
    words = settings.read_text(encoding="utf-8")
    settings.write_text(words.replace("hooks/explainer/pages/theme", "theme"), encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "main.html:2: broken template: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("folders", "old"), [(True, "old/index.html"), (False, "old.html")])
def test_an_old_address_leads_to_the_page(site_of: SiteOf, folders: bool, old: str) -> None:
    """Without a script; search engines and the site's search know the new address only."""
    draft = Draft("He came on Monday.").actor("x", HOSTILE, "He", kind="person", formerly=("old",))
    built = site_of(draft.done(), use_directory_urls=folders, site_url="https://example.org/a/")
    assert built.warnings == []
    page = built.read(f"actors/{old}")
    assert "<script" not in page
    seen = LexborHTMLParser(page)
    new = (built.site / "actors/old").joinpath("../x" if folders else "../x.html").resolve()
    address = f"../../actors/{new.name}/" if folders else f"../actors/{new.name}"
    assert new.exists()
    assert seen.css_first("a").attributes["href"] == address
    assert seen.css_first("link[rel=canonical]").attributes["href"] == address
    refresh = seen.css_first("meta[http-equiv=refresh]").attributes["content"]
    assert refresh == f"0; url={address}"
    assert "actors/old" not in built.read("sitemap.xml")
    assert "actors/old" not in built.read("search/search_index.json")


def test_an_old_address_never_replaces_a_page(site_of: SiteOf) -> None:
    """A page that someone wrote at that address stays."""
    draft = Draft().actor("ukraine", "Ukraine", "Ukraine", formerly=("old", "b-group"))
    draft.actor("b-group", "B Group")
    built = site_of(draft.done(), {"actors/old.md": "# Here\n"})
    assert "Here" in built.read("actors/old/index.html")
    assert "B Group" in built.read("actors/b-group/index.html")
    assert built.warnings == []


def test_each_page_can_be_edited_on_github(site_of: SiteOf) -> None:
    """Also one that no one wrote: there the button begins its file."""
    draft = Draft("He came on Monday.", title=HOSTILE).actor("x", HOSTILE, "He", kind="person")
    repository = "https://github.com/owner/project"
    built = site_of(draft.done(), repo_url=repository, edit_uri="edit/main/docs/")
    assert built.warnings == []
    edits, bare = {}, set()
    for path in built.site.rglob("*.html"):
        button = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("a[rel=edit]")
        if button:
            edits[path.relative_to(built.site).as_posix()] = str(button.attributes["href"])
        else:
            bare.add(path.relative_to(built.site).parts[0])
    # Commands write these two from what is edited elsewhere; their foot names that.
    assert bare == {"404.html", "architecture", "reference"}
    assert edits["index.html"] == f"{repository}/edit/main/docs/index.md"
    begun = f"{repository}/new/main/docs/actors?filename=x.md&value=---%0A"
    assert edits["actors/x/index.html"].startswith(begun)
    begun = f"{repository}/new/main/seeds?filename=raid.yml&value=%23"
    assert edits["articles/raid/index.html"].startswith(begun)


@pytest.mark.parametrize("folders", [True, False])
def test_prose_quotes_and_names_from_any_page(site_of: SiteOf, folders: bool) -> None:
    """Its links lead somewhere from wherever they stand, and MkDocs has nothing against them."""
    page = "# Notes\n\n[“it led the raid”](quote:), says Ukraine.\n\n## More\n\nUkraine.\n"
    built = site_of(small(), {"deep/down/notes.md": page}, use_directory_urls=folders)
    assert [w for w in built.warnings if "is not in the navigation" not in w] == []
    html = built.read(f"deep/down/{'notes/index' if folders else 'notes'}.html")
    links = LexborHTMLParser(html).css("article a.x-words, article a.x-actor")
    up, end = ("../../../", "/") if folders else ("../../", ".html")
    assert [link.attributes["href"] for link in links] == [
        f"{up}articles/raid{end}#s-00000000",
        f"{up}actors/ukraine{end}",
        f"{up}actors/ukraine{end}",
    ]
    article = built.read(f"articles/{'raid/index' if folders else 'raid'}.html")
    (back,) = LexborHTMLParser(article).css(".x-where a[href*=notes]")
    assert back.text() == "Notes"
    assert back.parent is not None
    assert back.parent.text() == "1. Quoted on: Notes"


def test_a_template_that_is_not_there_is_told(site_of: SiteOf) -> None:
    """The page is built with the usual one, and the strict build fails without a traceback."""
    page = "---\ntemplate: home.html\n---\n\n# Notes\n\nWords.\n"
    built = site_of(small(), {"timeline.md": page})
    assert built.failed
    assert any(
        "docs/timeline.md:1:1: there is no template `home.html`" in w for w in built.warnings
    )
    assert "Words." in built.read("timeline/index.html")


@pytest.mark.parametrize("slug", ["no", "2023", "2023-05-24", "null"])
def test_an_article_may_be_called_anything(site_of: SiteOf, slug: str) -> None:
    """Its file's name is a name, whatever else YAML would take it for."""
    day = f"# Text\n\n/// voices\n    article: '{slug}'\n///\n"
    built = site_of(Draft("He came.", slug).done(), {"actors/index.md": day})
    assert built.warnings == []
    assert "He came." in built.read(f"articles/{slug}/index.html")


def test_a_build_tells_what_can_be_told_without_one(tmp_path: Path, build: Build) -> None:
    """Of navigation and links both use the same words; a build alone knows places in pages."""
    project = copy_project(tmp_path / "project")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Timeline: timeline.md", "Times: time.md"), encoding="utf-8")
    (project / "docs/new.md").write_text(
        "# New\n\n[a](clams.md), [b](/claims/), [c](claims/) and [d][]: [e](claims.md#f), [g](#h).\n\n"
        "[d]: gone.md\n",
        encoding="utf-8",
    )
    lines = build(project, "--strict").stderr.splitlines()
    built = {line.partition("-  ")[2] for line in lines if line.startswith("WARNING")}
    known = {str(problem) for problem in all_problems(project).errors}
    assert known < built
    assert sorted(line.partition(": ")[0] for line in built - known) == [
        "docs/new.md:3:59",
        "docs/new.md:3:77",
    ]


def test_what_follows_from_a_missing_page_is_not_told(tmp_path: Path, build: Build) -> None:
    """A page that every foot leads to, and a footnote that nothing leads to, are each one line."""
    project = copy_project(tmp_path / "project")
    (project / "docs/contributing.md").unlink()
    with (project / "docs/data.md").open("a", encoding="utf-8") as page:
        page.write("\n\n[^1]: A note.\n")
    done = build(project, "--strict")
    told = [line.partition("-  ")[2] for line in done.stderr.splitlines() if "WARNING" in line]
    assert sorted(line.rpartition("[")[2] for line in told) == ["navigation]", "no-footnote]"]


def test_an_article_that_was_taken_away_is_told_once(tmp_path: Path, build: Build) -> None:
    """Without its article a whole site is one warning: what needs it is named there, and not checked."""
    project = copy_project(tmp_path / "project")
    for path in (project / "seeds").iterdir():
        path.unlink()
    done = build(project, "--strict")
    told = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert len(told) == 1
    assert "seeds: an article is missing: " in told[0]
    assert "docs/index.md (lines " in told[0]
    assert done.returncode == 1
