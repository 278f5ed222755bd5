"""One build of the site: which pages there are, and each one's way from Markdown to HTML.

A builder (today MkDocs) walks through the pages one after the other: :meth:`Site.enter`, then
:meth:`Site.markdown`, then :meth:`Site.render` for each block, then :meth:`Site.finish`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from explainer.dossier.front import split_front
from explainer.dossier.handwritten import cleaned
from explainer.dossier.model import Dossier, Place
from explainer.dossier.quotations import Passages
from explainer.pages import feed, stylesheet
from explainer.pages.about import UNKNOWN, About
from explainer.pages.addresses import Addresses, rooted, whole_or_rooted
from explainer.pages.broken import BrokenTemplateError
from explainer.pages.code import place_of
from explainer.pages.descriptions import description
from explainer.pages.exports import EXPORTS, schema_text
from explainer.pages.index import Index
from explainer.pages.linked import Linked
from explainer.pages.metadata import kept_text, title_of
from explainer.pages.names import Names
from explainer.pages.outline import without_repeats
from explainer.pages.plan import (
    FOR_CONTRIBUTORS,
    NOT_IN_SEARCH,
    Page,
    block,
    dossier_pages,
    is_curated,
    plan,
    redirects,
    without_subject,
)
from explainer.pages.policy import forbidden, with_policy
from explainer.pages.quotations import verified
from explainer.pages.quoted import RAW, read_quoted
from explainer.pages.render import Renderer
from explainer.pages.safe import ROOT, html
from explainer.pages.sources import check_source, places, scan, wrong_options
from explainer.pages.unseen import unseen
from explainer.pages.vocabulary import HOMES
from explainer.problems import Problem, Problems
from explainer.text.spans import lines_of


class Site:
    """The pages of a dossier.

    Args:
        dossier: what the site knows.
        written: the Markdown files that people wrote: their texts by their paths in docs/.
        folders: True if pages are folders, False if they end in ``.html``.
        report: where a reader says that something is wrong: an address, or "".
        others: names of blocks that other Markdown extensions know.
        exists: tells whether a file is there, by its path from the project's root.
        preview: True if a page that cannot be made must not stop the others.
        kept: pages to be kept, empty, where nothing else stands.
        about: what is known of the site as a whole.
    """

    def __init__(
        self,
        dossier: Dossier,
        written: Mapping[str, str],
        *,
        folders: bool = True,
        report: str = "",
        others: Collection[str] = (),
        exists: Callable[[str], bool] = lambda _path: True,
        preview: bool = False,
        kept: Iterable[Page] = (),
        about: About = UNKNOWN,
    ) -> None:
        self.dossier = dossier
        left = Problems()
        written = {source: _cleaned(source, text, left) for source, text in written.items()}
        quoted = read_quoted(written, Passages(dossier.sheets.values(), dossier.lost))
        self._index = Index(dossier, quoted.places)
        addresses = Addresses(folders, about.address)
        self.renderer = Renderer(dossier, addresses, self._index, self.name, about)
        self.generated: Mapping[str, Page] = {
            **{p.source: p for p in kept if p.source not in written},
            **{p.source: p for p in plan(dossier, written)},
        }
        self.problems = Problems([*left, *quoted.problems, *without_subject(dossier, written)])
        self._preview = preview
        for problem in self.renderer.broken:
            self._tell(BrokenTemplateError(problem))
        self.taken_over = {p.source: p for p in dossier_pages(dossier) if p.source in written}
        self._report = report
        self._others = others
        self._exists = exists
        self._written, self._links = written, quoted.links
        self._page, self._url = "", ""
        self._about = about
        self._seen: set[str] = set()
        self._quoted: Counter[tuple[str, str]] = Counter()

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Files of the site for addresses that pages had before: path and HTML."""
        addresses = self.renderer.addresses
        for redirect in redirects(self.dossier, self._written):
            old = addresses.file(redirect.source)
            url = old.removesuffix("index.html")
            page = rooted(self._piece("redirect.html", page=redirect.page), url)
            yield old, page if self._preview else with_policy(page)

    def files(self) -> Iterator[tuple[str, str]]:
        """Files of the site that are no pages: its looks, what can be taken away, schemas of that."""
        yield stylesheet.FILE, stylesheet.stylesheet(self._about.address)
        yield from self.renderer.exports.items()
        for export in EXPORTS:
            if export.schema:
                yield export.schema, schema_text(export.described())

    @property
    def has_feed(self) -> bool:
        """True if changes are told where feeds are read, which needs an address."""
        return bool(self._about.address) and feed.PAGE in self._written

    def feed(self, changes: str) -> str:
        """The feed, made from the HTML of the page of changes."""
        page = self.renderer.addresses.page(feed.PAGE)
        return feed.feed(changes, self._about, str.replace(page, ROOT, self._about.address))

    def head(self, source: str, url: str, title: str, told: str) -> str:
        """What stands in a page's head for programs.

        Args:
            source: its Markdown file's path in docs/.
            url: its address on the site.
            title, told: its title and its description, not escaped.
        """
        page = self.generated.get(source) or self.taken_over.get(source)
        kind = page.block if page else HOMES.get(source, "home" if source == "index.md" else "")
        if page and page.option != "id":
            # The page of all has the same and more.
            kind = ""
        linked = Linked(self.renderer.source, lambda to: whole_or_rooted(to, self._about, url))
        facts = {
            "about": self._about,
            "address": self._about.address + url,
            "description": told or self._about.description,
            "feed": feed.FILE if self.has_feed else "",
            "kind": kind,
            "linked": linked.script(kind, page.id if page else ""),
            "title": self._about.name if kind == "home" else title,
        }
        return rooted(self._piece("head.html", **facts), url)

    def enter(self, source: str, url: str) -> None:
        """Begins a page: its Markdown file's path in docs/, and its address on the site."""
        self._page, self._url = source, url
        self._seen = set()
        self._quoted = Counter()

    def title(self) -> str:
        """The page's own title, not escaped, or "" where only its writer can know it."""
        page = self.generated.get(self._page) or self.taken_over.get(self._page)
        return page.title if page else ""

    def name(self, source: str) -> str:
        """What a page that a person wrote is called where another one links to it; not escaped."""
        page = self.taken_over.get(source)
        return page.title if page else title_of(self._written[source], source)

    def meta(self) -> dict[str, Any]:
        """The front matter that the page has unless its writer says otherwise."""
        if self._page in FOR_CONTRIBUTORS:
            return dict(NOT_IN_SEARCH)
        page = self.generated.get(self._page) or self.taken_over.get(self._page)
        if page is None:
            return {}
        told = description(page, self.dossier)
        return {**({"description": told} if told else {}), **page.meta}

    def written(self, whole: str, markdown: str | None = None) -> str:
        """A page's Markdown to be rendered; what is wrong with it becomes a problem.

        Args:
            whole: the whole file.
            markdown: what the builder takes for its text; None to find that here.
        """
        clean = _cleaned(self._page, whole, Problems())
        if clean != whole:
            whole, markdown = clean, None
        if kept := self.body(whole):
            return self.markdown(*kept)
        if markdown is None:
            front = split_front(whole)
            markdown = front.body if front.closed else whole
        return self.markdown(markdown, len(lines_of(whole)) - len(lines_of(markdown)))

    def body(self, whole: str) -> tuple[str, int] | None:
        """The Markdown that the builder would misread, and the number of lines before it.

        That is an actor's, a question's or an event's, whose front matter was checked with the dossier,
        and each page whose own is wrong; None for any other page.
        """
        if self._page in self.generated:
            return None
        if not is_curated(self._page):
            return kept_text(whole, f"docs/{self._page}", self.problems)
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
        if self._page == feed.PAGE:
            self.problems.extend(feed.wrong_days(text, f"docs/{self._page}", offset))
        self.problems.extend(unseen(text, f"docs/{self._page}", offset))
        source = scan(text, self._others)
        right, problems = check_source(source, self._index, f"docs/{self._page}", offset)
        self.problems.extend(problems)
        page = self.taken_over.get(self._page)
        kind = page.block if page else HOMES.get(self._page, "")
        if kind and not places(source, kind, page.options if page else {}):
            right += f"\n\n{block(kind, page.options if page else {})}"
        return right

    def render(self, block: str, options: Mapping[str, Any]) -> str:
        """A block's HTML for the page at hand; "" if it is wrong, which then is a problem."""
        first = self._page in self.generated
        # Markdown may find a block in a place where no line was found for it.
        wrong = [] if first else wrong_options(block, options, self._index)
        for mistake in (mistake for mistake in wrong if mistake.message):
            message = f"in a block that Markdown finds on this page, /// {block}: {mistake.message}"
            self.problems.add(Problem(f"docs/{self._page}", 0, 0, message, mistake.rule))
        if wrong:
            return ""
        page = self.taken_over.get(self._page)
        own = page is not None and (page.block, page.options) == (block, options)
        try:
            html = self.renderer.block(block, options, first=first, own=own)
        except BrokenTemplateError as error:
            return self._tell(error)
        return without_repeats(rooted(html, self._url), self._seen)

    def quotation(self, words: str, href: str) -> str:
        """The HTML of a quotation in prose; "" if it is none, which then is a problem."""
        self._quoted[words, href] += 1
        found = verified(words, href, self._index.passages)
        if isinstance(found, Place):
            return rooted(self._piece("quoted.html", place=found), self._url).strip()
        if (words, href) not in self._links.get(self._page, {}):
            # Written in a way in which only Markdown finds it, without the line.
            for wrong in found:
                message = f"in the quotation `{words}`: {wrong.message}"
                self.problems.add(Problem(f"docs/{self._page}", 0, 0, message, wrong.rule))
        return ""

    def names(self) -> Names | None:
        """What finds actors' names on the page; None where names are no links."""
        if self._page in self.generated or self._page in FOR_CONTRIBUTORS:
            return None
        return self._index.names

    def mention(self, actor: str, words: str) -> str:
        """The HTML of an actor's name in prose; "" on the actor's own page."""
        if self._page == f"actors/{actor}.md":
            return ""
        address = rooted(self.renderer.addresses.actor(actor), self._url)
        return f'<a class="x-actor" data-preview href="{address}">{html(words)}</a>'

    def finish(self, html: str, made_from: str = "") -> str:
        """The page's HTML with its foot; what stayed raw text becomes a problem.

        Args:
            html: what its Markdown became.
            made_from: for a page that a command writes, what a person edits instead.
        """
        if self._page not in self.generated:
            self._find_raw(html)
        edit = self.edit_path
        facts = {"edit": edit, "there": self._exists(edit), "report": self._report}
        facts["made_from"] = made_from
        facts["address"] = self._about.address and self._about.address + self._url
        return html + rooted(self._piece("foot.html", **facts), self._url)

    def foot(self, root: str) -> str:
        """The foot of a page that no file is behind.

        Args:
            root: the address of the site's root, with a slash at its end.
        """
        piece = self._piece("foot.html", made_from="", edit="", report=self._report, address="")
        return str.replace(piece, ROOT, root)

    def forbidden(
        self, source: str, content: str, page: str, scripts: Collection[str]
    ) -> Iterator[Problem]:
        """What a built page has that its policy forbids.

        Args:
            source: its Markdown file's path in docs/; "" for a page of the theme.
            content: what that file became.
            page: the whole page.
            scripts: the inline scripts that the policy allows.
        """
        generated = self.generated.get(source)
        path = generated.edit if generated else f"docs/{source}"
        for found in forbidden(page, scripts):
            if found.tag not in content:
                message = f"{found.message} (a setting here, or the theme, brings it)"
                yield Problem("mkdocs.yml", 0, 0, message, "policy")
                continue
            place = place_of(found.sign, self._written.get(source, ""))
            yield Problem(path, *place, found.message, "policy")

    @property
    def edit_path(self) -> str:
        """The file that a person edits to change the page, from the project's root."""
        page = self.generated.get(self._page)
        return page.edit if page else f"docs/{self._page}"

    def alert(self, problems: Collection[Problem]) -> str:
        """The box that a live preview shows above a page while something is wrong."""
        return self._piece("problems.html", problems=problems) if problems else ""

    def broken(self, problems: Collection[Problem]) -> str:
        """The page that a live preview shows where the theme's own cannot be filled."""
        return self._piece("broken.html", problems=problems)

    def _piece(self, template: str, **facts: Any) -> str:
        try:
            return self.renderer.page(template, **facts)
        except BrokenTemplateError as error:
            return self._tell(error)

    def _tell(self, error: BrokenTemplateError) -> str:
        """Nothing, and a problem, in the place of what a broken template should have made."""
        if not self._preview:
            raise error
        self.problems.add(error.problem)
        return ""

    def no_template(self, name: str) -> None:
        """Tells that the page asks for a template that the theme does not have."""
        message = f"there is no template `{name}`; without `template:` the page has the usual one"
        self.problems.add(Problem(f"docs/{self._page}", 1, 1, message, "no-template"))

    def _find_raw(self, html: str) -> None:
        told = {(problem.path, problem.line, problem.column) for problem in self.problems}
        for key, found in self._links.get(self._page, {}).items():
            places = [(f"docs/{self._page}", *place) for place in found]
            left = [where for where in places if where not in told]
            # Where one of several alike is text, the last is as good a guess as any.
            for where in left[self._quoted[key] :]:
                self.problems.add(Problem(*where, *RAW))
        for piece in html.split("<p>///")[1:]:
            name = piece.split()[0] if piece.split() else ""
            message = f"`/// {name}` was left as text; put empty lines round the block"
            self.problems.add(Problem(f"docs/{self._page}", 0, 0, message, "raw-block"))


def _cleaned(source: str, text: str, problems: Problems) -> str:
    """A page's text without what nobody meant; of some pages the dossier has told it already."""
    told = Problems() if is_curated(source) else problems
    return cleaned(text, f"docs/{source}", told)
