"""What a person made of an entry and what the machine now says, brought together value by value.

base = the machine's last output, ours = the file now, theirs = the machine's output now:

| ours to base | theirs to base           | result                                                        |
|--------------|--------------------------|---------------------------------------------------------------|
| same         | changed                  | theirs                                                        |
| changed      | same, or equal to ours   | ours                                                          |
| changed      | changed, and differently | ours; theirs is a suggestion until they agree                 |
| deleted      | present                  | stays deleted, until it is restored                           |
| present      | gone                     | ours; if nobody touched it, a warning until it is pruned      |
| untouched    | in another's words       | taken out; its id leads to the one that took over its words   |

A field that is missing may be filled by the machine; an empty one says that there is none. The file is
changed line by line, so that everything else a person wrote stays as it is, to the letter; a file in
which that cannot be done, or that has a fault, is left alone.
"""

from __future__ import annotations

from site_builder.memory import Base, Known
from site_builder.merge.bases import base_of, unmerged
from site_builder.merge.merger import Merged, merge, without
from site_builder.merge.passages import words_of

__all__ = ["Base", "Known", "Merged", "base_of", "merge", "unmerged", "without", "words_of"]
