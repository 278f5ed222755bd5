"""Where a reader edits the file behind a page; where there is none yet, GitHub can begin it."""

from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from explainer.dossier.model import Dossier
from explainer.dossier.skeletons import actor_file, notes_file
from explainer.pages.plan import Page

#: Servers take addresses of some 8,000 characters; a longer text is left to its writer.
_LONG = 6000


def new_file(page: Page, text: str, repo_url: str, edit_uri: str, docs: str) -> str:
    """The address of GitHub's page for a new file, seen from ``edit_uri``; "" on other hosts.

    Args:
        page: the page whose file it is.
        text: what the file begins with.
        repo_url, edit_uri: as in mkdocs.yml, the second as in ``edit/main/docs/``.
        docs: the name of the folder of pages.
    """
    kind, _, rest = edit_uri.partition("/")
    branch = rest.removesuffix(f"/{docs}/")
    if urlsplit(repo_url).hostname != "github.com" or kind != "edit" or branch == rest:
        return ""
    path = PurePosixPath(page.edit)
    value = quote(text, safe="")
    query = f"filename={quote(path.name, safe='')}"
    if len(value) <= _LONG:
        query += f"&value={value}"
    up = "../" * edit_uri.count("/")
    return f"{up}new/{branch}/{quote(str(path.parent))}?{query}"


def begun(page: Page, dossier: Dossier) -> str:
    """The text that the file behind a page begins with."""
    if page.block == "actor":
        return actor_file(dossier.actors[page.id])
    if page.edit.endswith(".yml"):
        return notes_file(dossier.sheets[page.id])
    return f"# {' '.join(page.title.split())}\n"
