"""The site's style sheet: one file, made of those in `styles/`, each of which styles one thing."""

import re
from pathlib import Path

#: Where it stands on the site.
FILE = "assets/site.css"

_STYLES = Path(__file__).parent / "styles"
#: What comes later overrides what comes before.
_PARTS = ("look", "pieces", "claims", "article", "timeline", "table", "print")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_END = re.compile(r"\s*\n\s*")


def stylesheet(address: str = "") -> str:
    """The style sheet, without what browsers skip; the part for paper stands under its condition.

    Args:
        address: where the site will stand: on paper it precedes each address. "" if it is not known.
    """
    parts = {name: (_STYLES / f"{name}.css").read_text(encoding="utf-8") for name in _PARTS}
    parts["print"] = f'@media print {{:root {{--x-site: "{_quoted(address)}"}}{parts["print"]}}}'
    bare = _COMMENT.sub("", "\n".join(parts.values()))
    return _LINE_END.sub("\n", bare).strip() + "\n"


def _quoted(text: str) -> str:
    r"""Text for a string of CSS: signs that could end it are escaped, as in ``\22 ``."""
    return re.sub(r"""["\\\n<]""", lambda sign: f"\\{ord(sign[0]):x} ", text)
