"""What people know about an article: ``seeds/<article>.yml``, validated, each mistake with its place."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from explainer.dossier.formats import Places, validated
from explainer.dossier.front import Written, read_yaml
from explainer.problems import Problem, Problems


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("an address begins with https:// or http://")
    return url


class Meaning(BaseModel):
    """Who a phrase means, in this article only, and why we think so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, description="The phrase, verbatim.")
    is_: str | None = Field(None, alias="is", description="The one actor it means (an id).")
    are: tuple[str, ...] = Field((), description="The actors that it means together (ids).")
    one_of: tuple[str, ...] = Field((), description="The actors of which it means one (ids).")
    why: str = Field(min_length=1, description="The reason, for readers.")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum(map(bool, (self.is_, self.are, self.one_of))) != 1:
            raise ValueError("say one of: is, are, one_of")
        return self


class Notes(BaseModel):
    """All that ``seeds/<article>.yml`` may say; every field is optional."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field("", description="The article's title, if its text has none.")
    published: date | None = Field(None, description="The day of publication, as 2023-05-24.")
    published_basis: str = Field("", description="How the day is known, in words.")
    publisher: str = Field("", description="Who published the article.")
    url: Annotated[str, AfterValidator(_web_address)] | None = Field(None, description="Where.")
    language: str = Field("en", pattern="^[a-z]{2,3}$", description="ISO 639 code of the text.")
    rights: str = Field("", description="Whose the text is, and by what right it is shown.")
    show: Literal["full", "excerpts"] | None = Field(None, description="How much is published.")
    sha256: str | None = Field(None, pattern="^[0-9a-f]{64}$", description="Of the text curated.")
    mentions: tuple[Meaning, ...] = Field((), description="Who phrases mean in this article.")


def load_notes(path: Path, shown: str, problems: Problems) -> tuple[Notes, Places]:
    """Reads the notes of an article; with mistakes in them, what is right still counts."""
    if not path.exists():
        return Notes(), Places(shown, Written())
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.add(Problem(shown, 1, 1, f"cannot be read as UTF-8 text: {error}", "unreadable"))
        return Notes(), Places(shown, Written())
    written = read_yaml(text, shown, problems) or Written()
    notes, places = validated(Notes, written, shown, "notes", problems)
    return notes or Notes(), places
