"""From an article to its statements: who said what, when, about what. Pure; one module a finder."""

from __future__ import annotations

from dataclasses import replace

from site_builder.lexicon import Lexicon
from site_builder.model import Annotation, Article


def annotate(article: Article, lexicon: Lexicon, attitudes: bool = False) -> Annotation:
    """Every attributed statement of the article, by first character; own-voice passages are not listed.

    With `attitudes`, what somebody wants or believes is listed, too.
    """
    # A command that annotates nothing, and needs but a module of the package, does without the tables.
    from site_builder.annotate.dates import date_article, date_statements
    from site_builder.annotate.statements import find_statements
    from site_builder.annotate.topics import find_topics

    published, original = date_article(article)
    statements = find_statements(article, lexicon, attitudes)
    said = date_statements(article, published, original, statements)
    topics = find_topics(article, lexicon.topics, statements)
    return Annotation(
        published=published,
        original_published=original,
        statements=tuple(
            replace(statement, said=when, topics=about) if when or about else statement
            for statement, when, about in zip(statements, said, topics, strict=True)
        ),
    )
