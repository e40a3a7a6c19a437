"""How a statement is cited: as text in two styles, as CSL-JSON, BibTeX and RIS, and as COinS.

Nothing in a citation stands without the speaker: the title begins with the name, and there is no author,
since the one who wrote the article did not say the words. There is no date of access: pages know no clock.
"""

from site_builder.cite.address import percent, plain_url, text_link
from site_builder.cite.cited import Cited, cited, one_line, shortened
from site_builder.cite.formats import bibtex, coins, csl_json, iso, ris
from site_builder.cite.marks import say_quoted
from site_builder.cite.styles import apa, attributed, chicago

__all__ = (
    "Cited", "apa", "attributed", "bibtex", "chicago", "cited", "coins", "csl_json", "iso", "one_line",
    "percent", "plain_url", "ris", "say_quoted", "shortened", "text_link",
)  # fmt: skip
