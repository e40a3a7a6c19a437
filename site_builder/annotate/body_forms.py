"""The forms of a body's name: its last words, a company's first word, its letters."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.annotate.figure import Figure, Words, add_bearer, alias_key, is_acronym, lowered
from site_builder.annotate.language import Language
from site_builder.annotate.names import Name, tells_what


class BodyForms:
    """Gives `by_name`, in which every name of an article has its figure, the other forms of bodies' names."""

    def __init__(self, by_name: dict[Words, Figure], language: Language) -> None:
        self._by_name = by_name
        self.language = language

    def join_short(self, named: frozenset[Words]) -> dict[Words, list[Figure]]:
        """A body's short form is the one body whose name ends so ("Defence Ministry"), if there is one.

        A company's is its name without the last word: "Holm Foods" of "Holm Foods Inc." Bodies that the
        article names in full come first, before what else the archive knows by the short form, too. Short
        forms of several of those are given, with all of them.
        """
        sharing: dict[Words, list[Figure]] = {}
        bodies = [words for words, figure in self._by_name.items() if figure.kind == "body"]
        endings: dict[Words, set[str]] = {}
        for words in bodies:
            for cut in range(1, len(words)):
                endings.setdefault(words[cut:], set()).add(self._by_name[words].name)
            if len(words) > 2 and words[-1] in self.language.company_words:
                endings.setdefault(words[:-1], set()).add(self._by_name[words].name)
        for words in bodies:
            figure, longer = self._by_name[words], endings.get(words, set())
            full = {name: alias_key(name) for name in sorted(longer | {figure.name})}
            here = [name for name, key in full.items() if key in named and key != words]
            if len(here) > 1:
                sharing[words] = [self._by_name[full[name]] for name in here]
            elif here or (len(longer) == 1 and not figure.known):
                (name,) = here or longer
                self._by_name[words] = self._by_name[full[name]]
        return sharing

    def join_first_words(self, words: Iterable[str]) -> None:
        """A company's first word is the company: "Norlux" of "Norlux Foods Inc.", if there is one."""
        companies: dict[str, list[Figure]] = {}
        for name, figure in self._by_name.items():
            if len(name) > 1 and name[-1] in self.language.company_words and figure.kind == "body":
                add_bearer(companies.setdefault(name[0], []), figure)
        for word in words:
            if len(companies.get(word, ())) == 1 and not tells_what(word, self.language):
                self._by_name.setdefault((word,), companies[word][0])

    def join_acronyms(self, names: Iterable[Name]) -> None:
        """A body's letters are the body: `FDA` beside its name in brackets, or the one name they abridge."""
        full = self._by_initials()
        before: Name | None = None
        for name in names:
            letters = name.words[0]
            if len(name.words) == 1 and is_acronym(letters) and not name.titles:
                beside = name.bracketed and before is not None and before.end + 2 == name.start
                bodies = full.get(letters.lower(), [])
                if beside and before is not None and before.words[0][0] == letters[0]:
                    bodies = [body for body in (self._by_name.get(lowered(before.words)),) if body] or bodies
                if len(bodies) == 1 and bodies[0].kind != "person":
                    self._merge((letters.lower(),), bodies[0])
            before = name

    def _by_initials(self) -> dict[str, list[Figure]]:
        """The figures that are no persons, by the initials of their names and of what ends them."""
        full: dict[str, list[Figure]] = {}
        for words, figure in self._by_name.items():
            if figure.kind == "person" or len(words) < 2:
                continue
            small = [word for word in words if word not in self.language.grammar.initialless]
            bare = words[:-1] if words[-1] in self.language.company_words else words
            forms = {"".join(word[0] for word in form) for form in (words, small, bare)}
            for form in sorted(form for form in forms if len(form) > 2 or figure.kind == "body"):
                add_bearer(full.setdefault(form, []), figure)
        return full

    def _merge(self, words: Words, body: Figure) -> None:
        """Makes the words a form of the body's name; a name of the archive's list stays the canonical one."""
        other = self._by_name.get(words)
        if other is None or not other.known:
            self._by_name[words] = body
            return
        if body.known or body is other:
            return
        for form, figure in self._by_name.items():
            if figure is body:
                self._by_name[form] = other
