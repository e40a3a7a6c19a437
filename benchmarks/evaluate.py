"""`make eval`: score the annotators on the seeds' gold standard, and on labelled JSON lines where given.

    python benchmarks/evaluate.py [LABELLED.jsonl …]

Then the pairs of statements whose figures must be flagged, or must not, and what statements in short
articles do to one another.
A labelled file has one document a line: `id`, `text`, `statements` with `spans`, `speaker`, `kind`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.score import score
from site_builder.annotate.years import settle_years
from site_builder.annotated import annotated, as_json
from site_builder.errors import InputError
from site_builder.lexicon import Lexicon
from site_builder.model import Annotation, Article
from site_builder.project import read_lexicon
from tests.gold import gold_documents
from tests.gold.figures import load_pairs
from tests.gold.figures import score as score_pairs
from tests.gold.relations import load_archives
from tests.gold.relations import score as score_relations

COLUMNS = ("direct", "mixed", "indirect", "all", "joint", "words", "attributed", "days", "cited")


def predict(documents: Iterable[dict[str, Any]], lexicon: Lexicon) -> tuple[dict[str, dict[str, Any]], float]:
    """The statements found, by document, as an archive of these documents dates them; and the words a second
    from bytes to statements."""
    read, words, seconds = list[tuple[Article, Annotation]](), 0, 0.0
    for document in documents:
        words += len(document["text"].split())
        start = time.process_time()
        try:
            read.append(annotated(document["text"].encode(), document["id"], lexicon))
        except InputError as error:
            print(error, file=sys.stderr)
        finally:
            seconds += time.process_time() - start
    settled = zip(read, settle_years(read), strict=True)
    found = {a.origin.path: json.loads(as_json(a, annotation, lexicon)) for (a, _), annotation in settled}
    return found, words / seconds


def _shown(figure: float | None) -> str:
    return f"{'–' if figure is None else format(figure, '.1f'):>11}"


def main(paths: list[str]) -> None:
    root = Path(__file__).parents[1]
    sets = [("the five seeds, with their lexicon", gold_documents(), read_lexicon(root, []))]
    for path in paths:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        sets.append((Path(path).name, [json.loads(line) for line in lines], Lexicon()))
    print(f"{'F1, per cent':<36}" + "".join(f"{name:>11}" for name in COLUMNS) + f"{'words/s':>11}")
    for name, documents, lexicon in sets:
        predict(documents, lexicon)  # imports and tables are made once, outside the time taken
        found, speed = predict(documents, lexicon)
        figures = score(documents, found)
        print(f"{name:<36}" + "".join(_shown(figures[c]) for c in COLUMNS) + f"{speed:>11,.0f}")
    flagged = score_pairs(load_pairs())
    right = f"{flagged.named} of {flagged.right} with the right flag"
    rates = f"precision {flagged.precision:.1%}, recall {flagged.recall:.1%}"
    print(f"figures of {flagged.pairs} pairs: {rates}, {right}")
    related = score_relations(archives := load_archives())
    rates = f"precision {related.precision:.1%}, recall {related.recall:.1%}"
    print(f"relations of {related.right + related.missed} in {len(archives)} small archives: {rates}")


if __name__ == "__main__":
    main(sys.argv[1:])
