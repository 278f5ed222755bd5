"""The doorman: greets MkDocs, calls the core, hands back. The only module that imports mkdocs.

MkDocs loads this file once per process and calls it for every build, so the state of a build is made
anew in :func:`on_config`.
"""

import logging
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, time
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_build_datetime

from explainer.dossier import build
from explainer.dossier.model import Dossier
from explainer.pages import builder
from explainer.pages.about import About
from explainer.pages.broken import BrokenTemplateError, watch, without_broken
from explainer.pages.editing import begun, new_file
from explainer.pages.extension import ExplainerExtension, other_blocks
from explainer.pages.feed import FILE as FEED
from explainer.pages.feed import PAGE as CHANGES
from explainer.pages.feed import days_of
from explainer.pages.links import Links
from explainer.pages.material import ThemeScripts, mended
from explainer.pages.missing import missing_articles
from explainer.pages.outline import Heading, anchors, outline
from explainer.pages.plan import Page as Planned
from explainer.pages.plan import is_reached_from_its_kind, stand_ins, without_drafts
from explainer.pages.policy import with_policy
from explainer.pages.safe import html
from explainer.pages.searchable import searchable
from explainer.pages.settings import Settings, read_settings
from explainer.pages.site import Site
from explainer.problems import Level, Problem, Problems
from explainer.text.files import read_text

#: ``--strict`` counts the warnings of loggers under "mkdocs" only.
log = logging.getLogger("mkdocs.explainer")

#: From ``file://`` Material's script asks for an index of this form, and without one it stops, and with
#: it the switch for colours. The search itself needs a server.
_NO_SEARCH = 'var __index = {"config": {"lang": ["en"], "pipeline": []}, "docs": []}\n'

#: How MkDocs tells of a link that leads nowhere.
_DEAD = re.compile(r"Doc file '(.+?)' contains an? [a-z ]*link '(.+?)',")


class _Reworded(logging.Filter):
    """Hears what MkDocs warns of, to say it in our words, and no dead link twice."""

    def filter(self, record: logging.LogRecord) -> bool:
        """False for what is said otherwise."""
        message = record.getMessage()
        if record.levelno < logging.WARNING:
            return True
        if record.name == _nav_log.name:
            _now.navigation.append(message)
            return False
        if found := _DEAD.match(message):
            _now.links.told(f"docs/{found[1]}", found[2])
        texts = _now.texts
        told = builder.link(message, _now.dossier, lambda p: texts.get(p, ""), _now.links.gone)
        _log(told or ())
        return told is None


class _Build:
    """What lives from on_config to on_post_build."""

    def __init__(self) -> None:
        self.serving = False
        self.settings = Settings()
        self.dossier = Dossier()
        self.site = Site(self.dossier, {})
        self.links = Links()
        self.files: set[str] = set()
        self.problems: list[Problem] = []
        self.scripts = ThemeScripts()
        self.changes = ""
        #: What MkDocs says of nav, and the texts of all pages by their paths.
        self.navigation: list[str] = []
        self.texts: Mapping[str, str] = {}
        #: The page's content while the search has another one.
        self.content = ""


_now = _Build()
_pages_log = logging.getLogger("mkdocs.structure.pages")
_nav_log = logging.getLogger("mkdocs.structure.nav")
_reworded = _Reworded()


def on_startup(*, command: str, dirty: bool) -> None:
    """Tells a live preview from a build."""
    _now.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads our settings and teaches Markdown our blocks."""
    root = Path(config.config_file_path).parent
    for logger in (_pages_log, _nav_log):
        logger.addFilter(_reworded)
    _date_the_build(root)
    wrong = Problems()
    _now.settings = _settings(config, wrong)
    _now.problems = list(wrong)
    _log(_now.problems)
    config.markdown_extensions.append(ExplainerExtension(_render, lambda: _now.site))
    if not config.repo_url:
        # An edit button needs a repository; without one, each page's foot names the file.
        config.edit_uri = None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Reads the seeds, and adds the pages that no one wrote; what someone wrote is never replaced."""
    _now.texts = {f.src_uri: _text(f) for f in files.documentation_pages()}
    written = without_drafts(_now.texts)
    root = Path(config.config_file_path).parent
    _now.dossier, told = _read(root, Path(config.docs_dir), written)
    # Of a page that is no text both tell.
    new = [problem for problem in told if problem not in _now.problems]
    _now.problems += new
    _log(new)
    _date_the_build_by_content(_now.dossier, written.get(CHANGES, ""))
    names = [e for e in config.markdown_extensions if isinstance(e, str)]
    errors = _errors() if _now.serving else []
    before = _now.site.generated.values() if errors else ()
    with _clean_errors():
        _now.site = Site(
            _now.dossier,
            written,
            folders=config.use_directory_urls,
            report=_report(config),
            others=other_blocks(names, config.mdx_configs),
            exists=lambda path: (root / path).is_file(),
            preview=_now.serving,
            kept=list(stand_ins(errors, before)),
            about=_about(config),
        )
    for file in files.documentation_pages():
        if file.src_uri not in written:
            file.inclusion = InclusionLevel.EXCLUDED
        elif file.src_uri in _now.site.taken_over or is_reached_from_its_kind(file.src_uri):
            # Reached from the index of its kind, like the generated pages around it.
            file.inclusion = InclusionLevel.NOT_IN_NAV
    for planned in _now.site.generated.values():
        file = File.generated(config, planned.source, content=planned.markdown)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        file.edit_uri = _edit_uri(planned, root, config)
        files.append(file)
    for path, content in _now.site.files():
        if path not in files.src_uris:
            files.append(File.generated(config, path, content=content))
    for path, content in _now.site.redirects():
        files.append(File.generated(config, path, content=content))
    _now.links = Links(urlsplit(config.site_url or "").path or "/")
    _now.files = {file.dest_uri for file in files}
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Escapes what mkdocs.yml calls pages and sections: MkDocs' templates print it raw."""
    _log(builder.navigation(_now.navigation, _settings_text(config), files.src_uris))
    for page in builder.absent(_now.navigation):
        _now.links.missing(page)
    _now.navigation.clear()
    for item in _all_items(nav.items):
        # A page that mkdocs.yml gives no title has none before it is read.
        if item.title:
            item.title = html(item.title)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Titles and descriptions, escaped; the Markdown, checked."""
    _now.site.enter(page.file.src_uri, page.url)
    for name, value in _now.site.meta().items():
        page.meta.setdefault(name, value)
    if page.meta.get("made_from"):
        page.edit_url = None
    title = page.meta.get("title") or _now.site.title()
    if title:
        page.meta["title"] = html(str(title))
    if description := page.meta.get("description"):
        page.meta["description"] = html(str(description))
    template = str(page.meta.get("template") or "")
    if template and not _has_template(config, template):
        # MkDocs would end with a traceback.
        del page.meta["template"]
        _now.site.no_template(template)
    return _now.site.written(page.file.content_string, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's foot, its outline and its anchors, which MkDocs cannot see in our HTML."""
    with _clean_errors():
        finished = _now.site.finish(html, str(page.meta.get("made_from") or ""))
    if "<h1" not in finished:
        # The theme would print one without an anchor, and "Skip to content" would lead below it.
        finished = f'<h1 id="page">{page.title}</h1>\n{finished}'
    if page.file.src_uri == CHANGES:
        _now.changes = html
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(finished)
    page.toc = TableOfContents([_link(heading) for heading in outline(finished)])
    return finished


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """All pages are rendered: what is wrong in them is known now, and in the theme as well."""
    watch(env, _in_place_of_template)
    ours = config.theme.custom_dir
    broken = without_broken(env, Path(ours)) if ours else []
    if broken and not _now.serving:
        raise PluginError(str(broken[0]))
    _now.site.problems.extend(broken)
    _now.scripts = ThemeScripts(env, config)
    found = list(_now.site.problems)
    _log(found)
    _now.problems += [problem for problem in found if problem.level is Level.ERROR]
    return env


def on_template_context(context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
    """In a live preview, what is wrong stands also on the page for addresses that do not exist."""
    context["explainer_alert"] = _alert()
    context["explainer_foot"] = _now.site.foot(context["base_url"])
    _now.scripts.enter(context["base_url"])
    return context


@event_priority(100)
def _before_search(context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """The search reads a page's content when its context is made: it is given one of its own."""
    _now.content = page.content or ""
    page.content = searchable(_now.content)
    return context


@event_priority(-100)
def _after_search(context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What stands on every page: its head, and in a live preview what is wrong."""
    page.content = _now.content
    context["explainer_alert"] = _alert()
    _now.scripts.enter(context["base_url"])
    title, description = (
        unescape(str(text or "")) for text in (page.title, page.meta.get("description"))
    )
    context["explainer_head"] = _now.site.head(page.file.src_uri, page.url, title, description)
    return context


on_page_context = CombinedEvent(_before_search, _after_search)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Gives each finished page its policy, and remembers it to check its links."""
    output = _guarded(mended(output), page.file.src_uri, page.content or "")
    planned = _now.site.generated.get(page.file.src_uri)
    source = planned.edit if planned else f"docs/{page.file.src_uri}"
    _now.links.add(page.file.dest_uri, output, source)
    return output


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The page for addresses that do not exist is a page too."""
    if not template_name.endswith(".html"):
        return output_content
    return _guarded(mended(output_content))


def on_post_build(config: MkDocsConfig) -> None:
    """Checks every link of every page."""
    folder = Path(config.site_dir)

    def read(path: str) -> str:
        return (folder / path).read_text(encoding="utf-8")

    if _now.site.has_feed:
        (folder / FEED).write_text(_now.site.feed(_now.changes), encoding="utf-8", newline="\n")
    else:
        log.info("there is no feed: it needs site_url, and docs/%s", CHANGES)
    if not config.use_directory_urls and (search := folder / "search").is_dir():
        (search / "search_index.js").write_text(_NO_SEARCH, encoding="utf-8")
    _log(_now.links.dead(_SiteFiles(folder, _now.files), read))
    _now.links = Links()
    for logger in (_pages_log, _nav_log):
        logger.removeFilter(_reworded)


def _edit_uri(page: Planned, root: Path, config: MkDocsConfig) -> str | None:
    """Where a generated page is edited, seen from the folder of pages in the repository."""
    if (root / page.edit).is_file():
        return f"../{page.edit}"
    if not config.repo_url or not config.edit_uri or config.edit_uri_template:
        return None
    docs = Path(config.docs_dir).name
    text = begun(page, _now.dossier)
    return new_file(page, text, config.repo_url, config.edit_uri, docs) or None


def _text(file: File) -> str:
    try:
        return file.content_string
    except (OSError, ValueError):
        wrong = Problems()
        # A file name need not be UTF-8, a message must be.
        shown = f"docs/{file.src_uri}".encode("utf-8", "replace").decode()
        read_text(Path(file.abs_src_path or ""), shown, wrong)
        new = [problem for problem in wrong if problem not in _now.problems]
        _now.problems += new
        _log(new)
        # MkDocs would end with a traceback when it comes to the page.
        file.content_string = ""
        return ""


def _in_place_of_template(problem: Problem) -> str:
    """The theme cannot be filled: a build ends, a live preview says so on the page."""
    if not _now.serving:
        raise PluginError(str(problem))
    if problem not in _now.problems:
        # Most pages have the same template.
        _log([problem])
        _now.problems.append(problem)
    return _now.site.broken(_errors())


class _SiteFiles:
    """Files that MkDocs knew of, and those that themes and plugins wrote besides."""

    def __init__(self, folder: Path, known: set[str]) -> None:
        self._folder, self._known = folder, known

    def __contains__(self, path: object) -> bool:
        return path in self._known or (self._folder / str(path)).is_file()


def _guarded(page: str, source: str = "", content: str = "") -> str:
    """A page with its policy; what that forbids is told.

    A live preview has none: its server adds a script of its own to each page.
    """
    scripts = _now.scripts.here
    for problem in _now.site.forbidden(source, content, page, scripts):
        if problem not in _now.problems:
            _log([problem])
            _now.problems.append(problem)
    return page if _now.serving else with_policy(page, scripts)


def _has_template(config: MkDocsConfig, name: str) -> bool:
    return any((Path(folder) / name).is_file() for folder in config.theme.dirs)


def _errors() -> list[Problem]:
    return [problem for problem in _now.problems if problem.level is Level.ERROR]


def _alert() -> str:
    return _now.site.alert(_errors()) if _now.serving else ""


@contextmanager
def _clean_errors() -> Iterator[None]:
    """Words a broken template as one line, which MkDocs prints without a traceback."""
    try:
        yield
    except BrokenTemplateError as error:
        raise PluginError(str(error)) from error


def _render(name: str, options: Mapping[str, Any]) -> str:
    # The site is made after Markdown is configured, hence the look-up at the time of use.
    try:
        with _clean_errors():
            return _now.site.render(name, options)
    except Exception as error:
        # An exception during a live preview's rebuild would hang every request.
        if not _now.serving:
            raise
        _now.site.problems.add(
            Problem(_now.site.edit_path, 0, 0, f"/// {name}: {error!r}", "crash")
        )
        return ""


def _read(root: Path, docs: Path, pages: Mapping[str, str]) -> tuple[Dossier, list[Problem]]:
    seeds, show = root / "seeds", _now.settings.show
    try:
        dossier = build(seeds, docs=docs, show=show)
        missing = missing_articles(dossier, pages, docs.name)
        if missing.problems:
            dossier = build(seeds, docs=docs, show=show, missing=missing.slugs)
    except Exception as error:
        # An exception during a live preview's rebuild would hang every request.
        if not _now.serving:
            raise
        log.exception("the seeds or the questions could not be read")
        return Dossier(), [Problem("seeds", 0, 0, f"could not be read: {error}", "crash")]
    return dossier, [*missing.problems, *dossier.problems]


def _log(problems: Iterable[Problem]) -> None:
    for problem in problems:
        log.log(logging.WARNING if problem.level is Level.ERROR else logging.INFO, "%s", problem)


def _settings(config: MkDocsConfig, problems: Problems) -> Settings:
    return read_settings(config.extra, _settings_text(config), builder.SETTINGS, problems)


def _settings_text(config: MkDocsConfig) -> str:
    return read_text(Path(config.config_file_path), builder.SETTINGS, Problems()) or ""


def _report(config: MkDocsConfig) -> str:
    given = _now.settings.report
    if given or not config.repo_url:
        return given
    return f"{config.repo_url.rstrip('/')}/issues/new"


def _about(config: MkDocsConfig) -> About:
    address = config.site_url or ""
    return About(
        config.site_name,
        config.site_description or "",
        address if address.endswith("/") or not address else f"{address}/",
        get_build_datetime(),
    )


def _all_items(items: Iterable[Any]) -> Iterable[Any]:
    for item in items:
        yield item
        yield from _all_items(item.children or ())


def _link(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, heading.level)
    link.children = [_link(child) for child in heading.children]
    return link


def _date_the_build(root: Path) -> None:
    """The same commit gives the same bytes: where nothing else is said, its time is the build's."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603
    except OSError:
        return
    if done.returncode == 0 and done.stdout.strip().isdigit():
        os.environ["SOURCE_DATE_EPOCH"] = done.stdout.strip()


def _date_the_build_by_content(dossier: Dossier, changes: str) -> None:
    """Without a commit, in a copy of the files alone, it is the newest day that the site tells.

    No machine's clock decides then, but for a site that tells no day at all.
    """
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return
    days = [sheet.published for sheet in dossier.sheets.values() if sheet.published]
    days += days_of(changes)
    if days:
        newest = datetime.combine(max(days), time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(max(0, int(newest.timestamp())))
