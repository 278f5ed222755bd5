"""Everything that is wrong with a project, found without building it.

The articles and what people know about them are read as for a build, and each page that people wrote
goes the same way from its file to Markdown. What only built pages can tell is not known here: links
that lead nowhere.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from explainer.dossier import build
from explainer.pages.extension import other_blocks
from explainer.pages.plan import without_drafts
from explainer.pages.site import Site
from explainer.problems import Problem, Problems


def all_problems(root: Path) -> Problems:
    """What a build of a project would tell, and in the same words.

    Args:
        root: the folder that has ``mkdocs.yml`` and ``seeds/``.
    """
    problems = Problems()
    settings = _settings(root / "mkdocs.yml", problems)
    docs = root / str(settings.get("docs_dir") or "docs")
    dossier = build(root / "seeds", docs=docs)
    problems.extend(dossier.problems)
    pages = without_drafts(dict(_pages(docs, problems)))
    others = _others(settings, problems)
    site = Site(dossier, pages, others=others, preview=True)
    for source, text in pages.items():
        site.enter(source, "")
        site.written(text)
    problems.extend(site.problems)
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
        try:
            yield source.as_posix(), path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeError) as error:
            problems.add(unreadable(f"{docs.name}/{source.as_posix()}", error))


def unreadable(path: str, error: Exception) -> Problem:
    """A page that is no text."""
    # A file name need not be UTF-8, a message must be.
    shown = path.encode("utf-8", "replace").decode()
    return Problem(shown, 0, 0, f"cannot be read as UTF-8 text: {error}", "unreadable")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; a value with a tag (``!ENV``, ``!!python/name:``) is the builder's alone."""


_Loader.add_multi_constructor("", lambda *_: None)


def _settings(path: Path, problems: Problems) -> Mapping[str, Any]:
    try:
        found = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506 -- safe
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = getattr(error, "problem", None) or error
        problems.add(Problem(path.name, line, column, f"cannot be read: {what}", "yaml"))
        return {}
    return found if isinstance(found, dict) else {}


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
