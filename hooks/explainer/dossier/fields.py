"""Kinds of values that several formats take, each with what an editor is told of it."""

import re
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from explainer.dossier.edtf import DAY_PATTERN, STRETCH_PATTERN, TIME_PATTERN, checked

_CODE = "^[a-z]{2,3}$"
_SUM = "^[0-9a-f]{64}$"
#: YAML's words for yes and no; ``yes`` and ``no`` are words like others.
_TRUE_OR_FALSE = "^([Tt]rue|TRUE|[Ff]alse|FALSE)$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#: The years in which an article may have come out: from the first printed news on. The build asks no
#: clock, so "later than today" cannot be told; what lies in another century is a slip.
_PRINTED, _TO_COME = 1500, 2100
_IN_PRINT = r"(?:1[5-9]|20)\d\d-"
#: What people write without quotation marks is a number to whoever reads YAML.
_YEARS = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}


def _written_as_day(value: object) -> object:
    # Pydantic takes numbers of seconds and times of day for dates as well.
    if isinstance(value, str) and not re.match(_DAY, value):
        raise PydanticCustomError("date_form", "a day is written as in 2023-05-24")
    return value


def _in_print(day: date) -> date:
    if not _PRINTED <= day.year < _TO_COME:
        raise ValueError(
            f"no article came out in {day.year:04}; write the year in which this one did"
        )
    return day


def _web_address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise ValueError(f"this is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("an address begins with https:// or http://")
    return url


def _true_or_false(value: object) -> object:
    if isinstance(value, str) and not re.match(_TRUE_OR_FALSE, value):
        raise PydanticCustomError("bool_form", "write true or false")
    return value


def _only_true(value: bool) -> bool:
    if not value:
        raise ValueError("only true says something here; else leave it out")
    return value


#: True or false; whoever reads YAML takes them for words if they stand between quotation marks.
Truth = Annotated[
    bool,
    BeforeValidator(_true_or_false),
    WithJsonSchema(
        {"type": ["boolean", "string"], "pattern": _TRUE_OR_FALSE, "examples": [True, False]}
    ),
]


def _still_true(value: bool) -> bool:
    if not value:
        raise ValueError("compare the reading with the article, then write true, or leave it out")
    return value


_ONLY_TRUE = WithJsonSchema({"enum": [True, "true", "True", "TRUE"], "examples": [True]})

#: True, or nothing at all.
Yes = Annotated[bool, BeforeValidator(_true_or_false), AfterValidator(_only_true), _ONLY_TRUE]

#: True, or nothing at all; a reading that was checked in another text has ``false``.
Checked = Annotated[bool, BeforeValidator(_true_or_false), AfterValidator(_still_true), _ONLY_TRUE]

#: A day of the calendar on which an article may have come out.
Day = Annotated[
    date,
    BeforeValidator(_written_as_day),
    AfterValidator(_in_print),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": f"^(?={_IN_PRINT}){DAY_PATTERN}$",
            "examples": ["2023-05-24"],
        }
    ),
]


def _one_time(text: str) -> str:
    if "/" in text:
        raise ValueError("this is a stretch of time; `from:` is its beginning, `to:` its end")
    return checked(text)


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


#: A time as EDTF, perhaps a stretch.
Stretch = Annotated[
    str,
    BeforeValidator(_stripped),
    AfterValidator(checked),
    WithJsonSchema({**_YEARS, "pattern": rf"^\s*{STRETCH_PATTERN}\s*$"}),
]

#: A time as EDTF that is no stretch.
Time = Annotated[
    str,
    BeforeValidator(_stripped),
    AfterValidator(_one_time),
    WithJsonSchema({**_YEARS, "pattern": rf"^\s*{TIME_PATTERN}\s*$"}),
]

#: The address of a page on the web.
WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    WithJsonSchema(
        {"type": "string", "format": "uri", "pattern": "^[hH][tT][tT][pP][sS]?://[^/?#]"}
    ),
]


def _language(code: str) -> str:
    if not re.fullmatch(_CODE, code):
        raise ValueError("a language is written in two or three small letters, as en")
    return code


#: A language by its code.
Language = Annotated[
    str,
    AfterValidator(_language),
    WithJsonSchema({"type": "string", "pattern": _CODE}),
]


def _sum(value: str) -> str:
    if not re.fullmatch(_SUM, value):
        raise ValueError(
            "a sum is 64 digits and small letters from a to f; take this line out, or copy it whole"
        )
    return value


#: The SHA-256 sum of a file.
Sum = Annotated[str, AfterValidator(_sum), WithJsonSchema({"type": "string", "pattern": _SUM})]


def listed(value: object) -> object:
    """One text as a list of one."""
    return [value] if isinstance(value, str) else value


_WORDS = {"type": ["string", "number", "boolean"], "minLength": 1}

#: Words, or a list of such.
OneOrMore = Annotated[
    tuple[Annotated[str, Field(min_length=1)], ...],
    BeforeValidator(listed),
    WithJsonSchema({"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]}),
]


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    twice = next((value for at, value in enumerate(values) if value in values[:at]), None)
    if twice is not None:
        raise ValueError(f"{twice!r} stands twice")
    return values


def _several(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) == 1:
        raise ValueError(f"these are at least two; for one alone write `is: {values[0]}`")
    return _each_once(values)


#: A list in which nothing stands twice.
EachOnce = (AfterValidator(_each_once), Field(json_schema_extra={"uniqueItems": True}))

#: Ids of at least two actors.
Several = Annotated[
    tuple[str, ...],
    AfterValidator(_several),
    Field(json_schema_extra={"minItems": 2, "uniqueItems": True}),
]
