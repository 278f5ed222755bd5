"""Pages that people write on what the dossier has, ``docs/<kind>/<id>.md``: front matter and prose.

The front matter belongs to the dossier and is checked here, each mistake with its place; the prose
belongs to the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)

from explainer.dossier.fields import Truth
from explainer.dossier.formats import Places, validated
from explainer.dossier.front import (
    MISPLACED,
    Written,
    keys_below,
    misplaced_front,
    read_front,
    read_yaml,
    split_front,
    unclosed,
)
from explainer.dossier.handwritten import cleaned
from explainer.problems import Level, Problem, Problems
from explainer.text.article import RESERVED_SLUGS, slugify
from explainer.text.files import read_text

#: Files that stand beside the others and are no page of their kind.
_NOT_OF_A_KIND = frozenset({"index", "README"})


_TRUTH = TypeAdapter(bool)


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


#: A text that says something.
Words = Annotated[
    str, BeforeValidator(_stripped), Field(min_length=1, json_schema_extra={"pattern": r"\S"})
]


#: Small letters and digits, and what is no sign of ours.
_PART = r"[^\s\x00-\x2f\x3a-\x60\x7b-\x7f]+"


def _id(value: str) -> str:
    if value != slugify(value):
        meant = slugify(value)
        raise ValueError(f"{value!r} is no id; did you mean {meant!r}?")
    return value


#: What pages are called in addresses: ``russian-volunteer-corps``.
Id = Annotated[
    Words,
    AfterValidator(_id),
    # Of other scripts editors are told less: which signs are letters differs between programs.
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "minimum": 0,
            "pattern": rf"^(?!(?:{'|'.join(sorted(RESERVED_SLUGS))})$){_PART}(?:-{_PART})*$",
        }
    ),
]


#: A part of a page's frame that can be hidden.
Part = Literal["navigation", "toc", "footer", "path"]


class Page(BaseModel):
    """What the front matter of every page may say besides what its kind asks for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    draft: Truth = Field(
        False, description="`true` while the file is unfinished: nothing of it is published."
    )
    title: Words = Field("", description="Another heading than the page's own.")
    description: Words = Field("", description="One sentence for search engines and previews.")
    hide: tuple[Part, ...] = Field((), description="Parts of the page's frame that are not shown.")
    search: dict[str, str] = Field({}, description="`boost` or `exclude`, for the site's search.")
    formerly: tuple[Id, ...] = Field(
        (), description="Ids that the page had before; each old address leads to the new one."
    )


PageModel = TypeVar("PageModel", bound=Page)


@dataclass(frozen=True)
class Curated(Generic[PageModel]):
    """A file that a person wrote: what its front matter says, and where each value of it stands."""

    id: str
    given: PageModel
    places: Places


def read_curated(
    docs: Path, kind: str, model: type[PageModel], problems: Problems
) -> Iterator[Curated[PageModel]]:
    """All files of a kind whose front matter can be read.

    Args:
        docs: the folder that has a folder for the kind.
        kind: "questions", "actors" or "events".
        model: what the front matter may say. If all of it may be missing, so may the front matter.
        problems: takes what is wrong.
    """
    for path in sorted((docs / kind).rglob("*.md")):
        # A file name need not be UTF-8, a message must be.
        name = path.relative_to(docs).as_posix().encode("utf-8", "replace").decode()
        shown, stem = f"{docs.name}/{name}", PurePosixPath(name).stem
        if stem in _NOT_OF_A_KIND or path.is_dir():
            continue
        if path.parent != docs / kind:
            message = f"pages of this kind stand in {docs.name}/{kind}/ itself; move it there"
            problems.add(Problem(shown, 0, 0, message, kind.removesuffix("s")))
            continue
        if stem != slugify(stem):
            message = f"the file's name is the page's address; call it {slugify(stem)}.md"
            problems.add(Problem(shown, 0, 0, message, kind.removesuffix("s")))
            continue
        given, places = _given(path, shown, kind.removesuffix("s"), model, problems)
        if given is not None:
            yield Curated(stem, given, places)


def _given(
    path: Path, shown: str, rule: str, model: type[PageModel], problems: Problems
) -> tuple[PageModel | None, Places]:
    nothing = None, Places(shown, Written())
    text = read_text(path, shown, problems)
    if text is None:
        return nothing
    text = cleaned(text, shown, problems)
    front = split_front(text)
    needed = [f"`{name}:`" for name, info in model.model_fields.items() if info.is_required()]
    if front.yaml is None:
        if line := misplaced_front(text, model.model_fields):
            problems.add(Problem(shown, line, 1, MISPLACED, "front-matter"))
            return nothing
        if not needed:
            return model(), Places(shown, Written())
        message = (
            f"each {rule} begins with a line `---`, then {' and '.join(needed)},"
            " then a line `---` again"
        )
        problems.add(Problem(shown, 1, 1, message, "front-matter"))
        return nothing
    if not front.closed:
        line, message = unclosed(front, " and ".join(needed) or "the front matter")
        problems.add(Problem(shown, line, 1, message, "front-matter"))
    written = read_front(front, shown, problems)
    if written is None:
        return nothing
    if line := keys_below(front, model.model_fields):
        message = "this stands below the end of the front matter; put it above the line `---`"
        problems.add(Problem(shown, line, 1, message, "front-matter"))
    if _says_draft(written):
        message = "a draft; it is published when you have finished it and this line is gone"
        place = (shown, *written.place(("draft",)))
        problems.add(Problem(*place, message, "draft", Level.NOTICE))
        return nothing
    return validated(model, written, shown, rule, problems)


def is_draft(text: str) -> bool:
    """True for a file whose front matter says that it is not finished."""
    front = split_front(text)
    # Most files have no such line, and need no second look at their YAML.
    if not front.yaml or not front.closed or "draft" not in front.yaml:
        return False
    written = read_yaml(front.yaml, "", Problems())
    return written is not None and _says_draft(written)


def _says_draft(written: Written) -> bool:
    values = written.values
    try:
        # Whatever the model takes for true: a draft must not be published for how it is spelt.
        return isinstance(values, dict) and _TRUTH.validate_python(values.get("draft"))
    except ValidationError:
        return False
