"""The files of a project in which people quote articles, and every quotation in them with its place."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from explainer.dossier.front import split_front
from explainer.dossier.reanchoring import (
    Anchored,
    Edit,
    Quoted,
    Written,
    changed,
    in_yaml,
    reanchor,
    sums,
)
from explainer.dossier.sources import Source, load_sources, merges_in, with_text
from explainer.pages.quotations import Link, as_markdown, links, meant, without_marks
from explainer.pages.sources import scan
from explainer.problems import Problems
from explainer.text.article import slugify
from explainer.text.spans import lines_of


def read_files(root: Path) -> dict[str, str]:
    """The text of each file, by its path from the root; what cannot be read is left to the build."""
    found = {}
    for path in [*sorted((root / "seeds").glob("*.yml")), *sorted((root / "docs").rglob("*.md"))]:
        try:
            found[path.relative_to(root).as_posix()] = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeError):
            continue
    return found


def reanchored(
    root: Path,
    files: Mapping[str, str],
    curated: Callable[[Source], str | None],
    *,
    compared: bool = False,
) -> tuple[list[Source], Anchored]:
    """All articles, and what the change of some means for the quotations in some files.

    The new sums of the articles are proposed last, and only if nothing is left to a person: until then
    the build stays red. Labels, stances and headings that rest on words which have changed are left to a
    person, too. With the sums, what was checked in another text is proposed to be checked no more.

    Args:
        root: the project's folder.
        files: the files.
        curated: gives the text of an article that has the sum in its notes, if that can be found.
        compared: True if a person has compared what rests on changed words.
    """
    sources = load_sources(root / "seeds", Problems())
    found = changed(sources)
    texts = {source.article.slug: (source, curated(source)) for source in found}
    before = {slug: with_text(s, text) for slug, (s, text) in texts.items() if text is not None}
    quoted = (one for path, text in files.items() for one in quotations(path, text))
    anchored = reanchor(sources, quoted, files, before)
    for source in found:
        # Its sum would say that nobody has to choose between the two.
        anchored.left += merges_in(source.article, source.places.path)
    if not anchored.left and (compared or not anchored.compare):
        anchored.edits += anchored.asked
        for source in found:
            path = source.article.path.removesuffix(".txt") + ".yml"
            anchored.edits += sums(path, files[path], source)
    return sources, anchored


def applied(files: Mapping[str, str], edits: list[Edit]) -> dict[str, str]:
    """The files that are changed, as they would be."""
    new: dict[str, str] = {}
    for edit in sorted(edits, key=lambda edit: (edit.path, -edit.start)):
        text = new.get(edit.path, files[edit.path])
        new[edit.path] = text[: edit.start] + edit.new + text[edit.end :]
    return {path: text for path, text in new.items() if text != files[path]}


def quotations(path: str, text: str) -> Iterator[Quoted]:
    """Every quotation in a file, by its path from the project's root."""
    if path.endswith(".yml"):
        yield from in_yaml(path, text, 0, len(text), slugify(Path(path).stem))
        return
    front = split_front(text)
    if front.yaml is not None:
        start = len(lines_of(text)[0])
        yield from in_yaml(path, text, start, start + len(front.yaml))
    offset = len(text) - len(front.body)
    yield from _in_blocks(path, text, offset)
    for link in links(front.body):
        if not link.slip and link.href.startswith("quote:"):
            yield _in_prose(path, text, offset, link)


def _in_blocks(path: str, text: str, offset: int) -> Iterator[Quoted]:
    body = text[offset:]
    lines = lines_of(body)
    for block in scan(body).blocks:
        if block.name == "quote" and block.options:
            start = offset + sum(map(len, lines[: block.first + 1]))
            end = start + sum(map(len, lines[block.first + 1 : block.last]))
            yield from in_yaml(path, text, start, end)


def _in_prose(path: str, text: str, offset: int, link: Link) -> Quoted:
    start, end = (offset + at for at in link.inside)
    value = without_marks(link.words)[0]
    first, last = ("", "") if value == link.words else (text[start], text[end - 1])

    def write(new: str) -> str:
        return first + as_markdown(new) + last

    article, sentence = meant(link.href.partition(":")[2])
    at = offset + link.target.end - len(sentence)
    named = Written(at, at + len(sentence), sentence, str) if sentence else None
    return Quoted(path, Written(start, end, value, write), article, named)
