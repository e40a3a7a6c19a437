"""A small archive that has something to compare: a briefing in two papers, figures, a denial, a headline that
says what the text says again, and words that an outlet's rights keep from the site."""

from __future__ import annotations

WIRE = """\
Blocked roads cost the valley dearly, says governor

ARDEN, June 4, 2018 (Arden Wire) - "The closed roads have cost the Arden valley 40 tonnes of milk a day," \
Governor Lena Voss told reporters on Monday.

Voss said that hauliers had been warned of the closed roads three weeks before. "We asked every haulier for \
a list of trucks and received none," Voss said.

Snow had fallen for nine days.
"""
POST = """\
Hauliers and governor at odds over closed roads

ARDEN, June 4, 2018 (The Valley Post) - The closed roads had cost the Arden valley over 50 tonnes of milk a \
day, Governor Lena Voss said on Monday.

"We have asked all hauliers for a list of their trucks and have received none," Voss told reporters.

Hauliers' leader Pim Daal denied Voss's claim that hauliers had been asked for a list of trucks. "Nobody \
asked us for a list," Daal said.

The passes will stay closed.
"""
SETTINGS = """\
title = "The Valley"

[rights]
default = "full"

[rights.outlets]
"The Valley Post" = "quotation"
"""
COMPARED = {"seeds/wire.txt": WIRE, "seeds/post.txt": POST, "site.toml": SETTINGS}
