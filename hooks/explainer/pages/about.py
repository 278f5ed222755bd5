"""What is known of the site as a whole."""

from dataclasses import dataclass
from datetime import UTC, datetime

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class About:
    """The site's name, its description, its address and its time.

    Args:
        name, description: in words, not escaped.
        address: where it will stand, with a slash at its end, or "" where nobody knows it.
        date: when it was last changed, in UTC.
    """

    name: str = ""
    description: str = ""
    address: str = ""
    date: datetime = _BEGINNING


#: A site of which nothing is known.
UNKNOWN = About()
