"""The way from a page to the file behind it."""

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from explainer.pages.editing import begun, new_file
from explainer.pages.plan import Page, plan
from pages.dossiers import Draft

GITHUB = "https://github.com/owner/project"
HOSTILE = "\"'><script>alert(1)</script>&value=x#y?z\n---\n% é"


@pytest.mark.parametrize("edit_uri", ["edit/main/docs/", "edit/some/branch/docs/"])
def test_a_new_file_is_begun_with_its_path_and_its_text(edit_uri: str) -> None:
    """GitHub's page for new files, in the right folder of the right branch."""
    page = Page("actors/x.md", "X", "actor", "x", "docs/actors/x & y.md")
    address = urljoin(f"{GITHUB}/", edit_uri + new_file(page, HOSTILE, GITHUB, edit_uri, "docs"))
    parts = urlsplit(address)
    branch = edit_uri.removeprefix("edit/").removesuffix("/docs/")
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{GITHUB}/new/{branch}/docs/actors"
    assert parse_qs(parts.query) == {"filename": ["x & y.md"], "value": [HOSTILE]}
    assert not set(address) & set("\"'<> \n")


@pytest.mark.parametrize(
    ("repo_url", "edit_uri"),
    [
        ("https://example.org/a/b", "edit/main/docs/"),
        ("https://github.com.example.org/a/b", "edit/main/docs/"),
        (GITHUB, "blob/main/docs/"),
        (GITHUB, "edit/main/pages/"),
        (GITHUB, ""),
    ],
)
def test_other_hosts_are_not_guessed(repo_url: str, edit_uri: str) -> None:
    """There the page names the path."""
    page = Page("actors/x.md", "X", "actor", "x", "docs/actors/x.md")
    assert new_file(page, "", repo_url, edit_uri, "docs") == ""


def test_every_page_that_no_one_wrote_can_be_begun() -> None:
    """With hostile names as well; a text too long for an address is left to its writer."""
    draft = Draft("He came on Monday.", title=HOSTILE).actor("x", HOSTILE * 100, "He")
    dossier = draft.done()
    for page in plan(dossier):
        address = new_file(page, begun(page, dossier), GITHUB, "edit/main/docs/", "docs")
        assert len(address) < 8000
        assert ("&value=" in address) is (page.block != "actor")
        assert not set(address) & set("\"'<> \n")
