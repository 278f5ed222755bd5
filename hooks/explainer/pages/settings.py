"""The site's own settings, ``extra: explainer:`` in ``mkdocs.yml``, checked like what people write."""

import difflib
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from explainer.dossier.formats import validated
from explainer.dossier.front import Written, read_yaml
from explainer.problems import Problem, Problems

_NAME = "explainer"
#: What the theme reads beside it.
_OTHERS = ("alternate", "analytics", "consent", "generator", "homepage", "social", "status", "tags")


def _reached(text: str) -> str:
    if text and not text.startswith(("https://", "http://", "mailto:")):
        meant = f"; did you mean `mailto:{text}`?" if re.fullmatch(r"[^\s@]+@[^\s@]+", text) else ""
        raise ValueError(f"an address begins with https:// or, for mail, with mailto:{meant}")
    return text


class Settings(BaseModel):
    """What the project asks of whoever sets up a site."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    show: Literal["full", "excerpts"] = Field(
        "excerpts", description="What is published of an article whose own notes do not say."
    )
    report: Annotated[str, AfterValidator(_reached)] = Field(
        "", description="Where a reader says that something is wrong."
    )


class _Extra(BaseModel):
    model_config = ConfigDict(extra="allow")

    explainer: Settings = Settings()


class _File(BaseModel):
    model_config = ConfigDict(extra="allow")

    extra: _Extra = _Extra()


def read_settings(extra: Any, text: str, path: str, problems: Problems) -> Settings:
    """The settings; with mistakes in them, what is right still counts.

    Args:
        extra: the value of ``extra`` in the file, as the builder reads it.
        text: the whole file, for the places of mistakes.
        path: the file, for problems.
        problems: takes what is wrong.
    """
    places = read_yaml(text, path, Problems()) or Written()
    written = Written({"extra": extra}, places.places)
    for name in extra if isinstance(extra, dict) else ():
        close = difflib.get_close_matches(str(name).casefold(), [_NAME], 1, 0.7)
        if close and name != _NAME and name not in _OTHERS:
            line, column = written.place(("extra", name))
            message = f"nothing reads {name!r}; did you mean {_NAME!r}?"
            problems.add(Problem(path, line, column, message, "setting"))
    found, _ = validated(_File, written, path, "setting", problems)
    return found.extra.explainer if found else Settings()
