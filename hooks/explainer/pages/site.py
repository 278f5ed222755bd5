"""One build of the site: which pages there are, and each one's way from Markdown to HTML.

A builder (today MkDocs) walks through the pages one after the other: :meth:`Site.enter`, then
:meth:`Site.markdown`, then :meth:`Site.render` for each block, then :meth:`Site.finish`.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from explainer.dossier.front import split_front
from explainer.dossier.model import Dossier
from explainer.pages.addresses import Addresses, rooted
from explainer.pages.index import Index
from explainer.pages.outline import without_repeats
from explainer.pages.plan import FOR_CONTRIBUTORS, NOT_IN_SEARCH, Page, dossier_pages, plan
from explainer.pages.render import Renderer
from explainer.pages.sources import check_source, places, scan
from explainer.pages.vocabulary import HOMES
from explainer.problems import Problem, Problems


class Site:
    """The pages of a dossier.

    Args:
        dossier: what the site knows.
        written: the Markdown files that people wrote, by their path in docs/.
        folders: True if pages are folders, False if they end in ``.html``.
        report: where a reader says that something is wrong: an address, or "".
        others: names of blocks that other Markdown extensions know.
        exists: tells whether a file is there, by its path from the project's root.
    """

    def __init__(
        self,
        dossier: Dossier,
        written: Collection[str],
        *,
        folders: bool = True,
        report: str = "",
        others: Collection[str] = (),
        exists: Callable[[str], bool] = lambda _path: True,
    ) -> None:
        self.dossier = dossier
        self.renderer = Renderer(dossier, Addresses(folders))
        self.generated: Mapping[str, Page] = {p.source: p for p in plan(dossier, written)}
        self.problems = Problems()
        self.taken_over = {p.source: p for p in dossier_pages(dossier) if p.source in written}
        self._report = report
        self._others = others
        self._exists = exists
        self._index = Index(dossier)
        self._page, self._url = "", ""
        self._seen: set[str] = set()

    def enter(self, source: str, url: str) -> None:
        """Begins a page: its Markdown file's path in docs/, and its address on the site."""
        self._page, self._url = source, url
        self._seen = set()

    def title(self) -> str:
        """The page's own title, not escaped, or "" where only its writer can know it."""
        page = self.generated.get(self._page) or self.taken_over.get(self._page)
        return page.title if page else ""

    def meta(self) -> dict[str, Any]:
        """The front matter that the page has unless its writer says otherwise."""
        if self._page in FOR_CONTRIBUTORS:
            return dict(NOT_IN_SEARCH)
        page = self.generated.get(self._page) or self.taken_over.get(self._page)
        return dict(page.meta) if page else {}

    def body(self, whole: str) -> tuple[str, int] | None:
        """A question's Markdown and the number of lines before it; None for any other page.

        The builder would print front matter that it cannot read, and take a first line such as
        "Note: …" for it.
        """
        if not self._page.startswith("questions/") or self._page in self.generated:
            return None
        front = split_front(whole)
        return front.body, front.body_line - 1

    def markdown(self, text: str, offset: int = 0) -> str:
        """The Markdown to be rendered: what is wrong taken out, the block of its kind put in.

        Args:
            text: the page's Markdown without its front matter.
            offset: how many lines of the file stand before it.
        """
        if self._page in self.generated:
            return text
        source = scan(text, self._others)
        right, problems = check_source(source, self._index, f"docs/{self._page}", offset)
        self.problems.extend(problems)
        page = self.taken_over.get(self._page)
        kind = page.block if page else HOMES.get(self._page, "")
        if kind and not places(source, kind, page.id if page else ""):
            option = f"    id: {page.id}\n" if page else ""
            right += f"\n\n/// {kind}\n{option}///\n"
        return right

    def render(self, block: str, options: Mapping[str, Any]) -> str:
        """A block's HTML for the page at hand."""
        first = self._page in self.generated
        page = self.taken_over.get(self._page)
        own = page is not None and (page.block, page.id) == (block, options.get("id"))
        html = self.renderer.block(block, options, first=first, own=own)
        return without_repeats(rooted(html, self._url), self._seen)

    def finish(self, html: str) -> str:
        """The page's HTML with its foot; a block that stayed raw text becomes a problem."""
        if "///" in html and self._page not in self.generated:
            self._find_raw(html)
        edit = self.edit_path
        facts = {"edit": edit, "there": self._exists(edit), "report": self._report}
        foot = self.renderer.page("foot.html", **facts)
        return html + rooted(foot, self._url)

    @property
    def edit_path(self) -> str:
        """The file that a person edits to change the page, from the project's root."""
        page = self.generated.get(self._page)
        return page.edit if page else f"docs/{self._page}"

    def alert(self, problems: Collection[Problem]) -> str:
        """The box that a live preview shows above a page while something is wrong."""
        return self.renderer.page("problems.html", problems=problems) if problems else ""

    def _find_raw(self, html: str) -> None:
        for piece in html.split("<p>///")[1:]:
            name = piece.split()[0] if piece.split() else ""
            message = f"`/// {name}` was left as text; put empty lines round the block"
            self.problems.add(Problem(f"docs/{self._page}", 0, 0, message, "raw-block"))
