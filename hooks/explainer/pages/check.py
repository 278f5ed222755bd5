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
    mkdocs_yml = root / "mkdocs.yml"
    settings = _settings(mkdocs_yml, problems)
    docs = root / str(settings.get("docs_dir") or "docs")
    if "docs_dir" in settings and not docs.is_dir():
        message = f"there is no folder {docs.name}/ here, which has the pages"
        place = place_of("docs_dir:", _text(mkdocs_yml))
        problems.add(Problem(mkdocs_yml.name, *place, message, "mkdocs-yml"))
    if extra := settings.get("extra"):
        read_settings(extra, _text(mkdocs_yml), mkdocs_yml.name, problems)
    dossier = build(root / "seeds", docs=docs)
    everything = dict(_pages(docs, problems))
    pages = without_drafts(everything)
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
    problems.extend(wrong_ways(settings, _text(mkdocs_yml), pages, files, dossier))
    return problems


def _pages(docs: Path, problems: Problems) -> Iterator[tuple[str, str]]:
    """The Markdown files that a builder takes for pages: their path in docs/ and their text."""
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
        text = read_text(path, shown, problems)
        if text is not None:
            yield source.as_posix(), text


def _text(path: Path) -> str:
    return read_text(path, path.name, Problems()) or "" if path.exists() else ""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; a value with a tag (``!ENV``, ``!!python/name:``) is the builder's alone."""


_Loader.add_multi_constructor("", lambda *_: None)


def _settings(path: Path, problems: Problems) -> Mapping[str, Any]:
    text = read_text(path, path.name, problems) if path.exists() else None
    if text is None:
        return {}
    try:
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a safe loader, see there
    except yaml.YAMLError as error:
        line, column, message = slip(text, error)
        problems.add(Problem(path.name, line + 1, column + 1, message, "yaml"))
        return {}
    if not isinstance(found, dict):
        message = "settings are lines of the form `name: value`, as `site_name: Our site`"
        problems.add(Problem(path.name, 1, 1, message, "mkdocs-yml"))
        return {}
    return found


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
