"""Everything that is wrong with a project, found without building it.

The articles and what people know about them are read as for a build, and each page that people wrote
goes the same way from its file to Markdown. What only built pages can tell is not known here: links
to places in pages that are not there, and what a browser would be forbidden to do.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from explainer.dossier import build
from explainer.dossier.slips import slip
from explainer.pages.code import place_of
from explainer.pages.extension import other_blocks
from explainer.pages.leads import wrong_ways
from explainer.pages.missing import missing_articles
from explainer.pages.plan import without_drafts
from explainer.pages.settings import read_settings
from explainer.pages.site import Site
from explainer.problems import Problem, Problems
from explainer.text.files import read_text


def all_problems(root: Path) -> Problems:
    """What a build of a project would tell, and in the same words.

    Args:
        root: the folder that has ``mkdocs.yml`` and ``seeds/``.
    """
    problems = Problems()
    words, settings = _settings(root, problems)
    docs = root / str(settings.get("docs_dir") or "docs")
    dossier = build(root / "seeds", docs=docs)
    everything = dict(_pages(docs, problems))
    readable = {source: text for source, text in everything.items() if text is not None}
    pages = without_drafts(readable)
    missing = missing_articles(dossier, pages, docs.name)
    if missing.problems:
        dossier = build(root / "seeds", docs=docs, missing=missing.slugs)
    problems.extend([*missing.problems, *dossier.problems])
    others = _others(settings, problems)
    site = Site(dossier, pages, others=others, preview=True)
    for source, text in pages.items():
        site.enter(source, "")
        site.written(text)
    problems.extend(site.problems)
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    files.update(everything, site.generated, (path for path, _ in site.files()))
    # Of a page that cannot be read it is known that it needs a way to it.
    needing = [source for source in everything if source in pages or source not in readable]
    problems.extend(wrong_ways(settings, words, pages, needing, files, dossier))
    return problems


def _pages(docs: Path, problems: Problems) -> Iterator[tuple[str, str | None]]:
    """The Markdown files that a builder takes for pages: their path in docs/ and their text, if they
    can be read.
    """
    for path in sorted(docs.rglob("*.md")):
        source = path.relative_to(docs)
        hidden = any(part.startswith(".") for part in source.parts)
        if (
            hidden
            or path.is_dir()
            or (path.stem == "README" and path.with_name("index.md").exists())
        ):
            continue
        # A file name need not be UTF-8, a message must be.
        shown = f"{docs.name}/{source.as_posix()}".encode("utf-8", "replace").decode()
        yield source.as_posix(), read_text(path, shown, problems)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; a value with a tag (``!ENV``, ``!!python/name:``) is the builder's alone."""


_Loader.add_multi_constructor("", lambda *_: None)


def _settings(root: Path, problems: Problems) -> tuple[str, Mapping[str, Any]]:
    """The text of mkdocs.yml, and what it says, as far as a builder can go on from there."""
    path = root / "mkdocs.yml"
    text = read_text(path, path.name, problems) if path.exists() else None
    if text is None:
        return "", {}
    try:
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a safe loader, see there
    except yaml.YAMLError as error:
        line, column, message = slip(text, error)
        problems.add(Problem(path.name, line + 1, column + 1, message, "yaml"))
        return text, {}
    if not isinstance(found, dict):
        message = "settings are lines of the form `name: value`, as `site_name: Our site`"
        problems.add(Problem(path.name, 1, 1, message, "mkdocs-yml"))
        return text, {}
    if (docs := found.get("docs_dir")) and not (root / str(docs)).is_dir():
        message = f"there is no folder {docs}/ here; `docs_dir:` names the one that has the pages"
        problems.add(Problem(path.name, *place_of("docs_dir:", text), message, "mkdocs-yml"))
    if extra := found.get("extra"):
        read_settings(extra, text, path.name, problems)
    return text, found


def _others(settings: Mapping[str, Any], problems: Problems) -> frozenset[str]:
    """The blocks of other Markdown extensions, which are no mistakes."""
    names: list[str] = []
    configs: dict[str, Any] = {}
    for entry in settings.get("markdown_extensions") or ():
        for name, config in entry.items() if isinstance(entry, dict) else [(entry, None)]:
            if str(name).startswith("pymdownx.blocks."):
                names.append(name)
                configs[name] = config or {}
    try:
        return other_blocks(names, configs)
    except Exception as error:  # whatever an extension raises at options it does not like
        message = f"an extension for Markdown cannot be loaded: {error}"
        problems.add(Problem("mkdocs.yml", 0, 0, message, "mkdocs-yml"))
        return frozenset()
