"""Of whom the article tells but that they were asked or told something: `did not reply`, `was informed`."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Span

BESIDE = 160
"""Characters after a name that are looked at."""
REACH = 10
"""Words after a name within which it is told that its bearer did not answer."""
ANSWER_REACH = 5
"""Words between "not" and "reply": `did not immediately respond`, `could not be reached`."""


class Unanswering:
    """Reads what the article tells of whoever is named at a place."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.read: dict[int, bool] = {}
        """What was looked at so far, by the character after a name."""

    def at(self, end: int) -> bool:
        """Whether all that is told of a figure, behind its name that ends at `end`, is that it was asked."""
        if end not in self.read:
            self.read[end] = self._is_told(end)
        return self.read[end]

    def _is_told(self, end: int) -> bool:
        tokens = tokenise(self.text, Span(end, min(end + BESIDE, len(self.text))), (), self.language)
        stop = next((at for at, token in enumerate(tokens) if token.tag in ".;:!?"), len(tokens))
        return self._did_not_answer([token.lower for token in tokens[:stop]]) or self._was_told(tokens[:stop])

    def _did_not_answer(self, words: list[str]) -> bool:
        language = self.language
        for at, word in enumerate(words[:REACH]):
            if word in language.silences:
                return not self._speaks(words[at + 1 :])
            if word in language.grammar.negations or word in language.refusals:
                near = range(at + 1, min(at + 1 + ANSWER_REACH, len(words)))
                last = next((after for after in near if words[after] in language.answers), None)
                if last is not None:
                    return not self._speaks(words[last + 1 :])
            if self._speaks([word]):
                return False
        return False

    def _speaks(self, words: list[str]) -> bool:
        """Whether one of the words is a verb of speech: `…, saying it was late`."""
        forms = (self.language.verbs.get(word) for word in words)
        return any(
            form is not None
            and form.verb.quote
            and form.form != "base"
            and not form.noun
            and form.verb.lemma not in self.language.questioning
            for form in forms
        )

    def _was_told(self, tokens: list[Token]) -> bool:
        """Whether it is a hearer: `was informed of the case`, `has been asked whether`."""
        verb = next((at for at, token in enumerate(tokens) if token.tag not in "AR"), len(tokens))
        form = self.language.verbs.get(tokens[verb].lower) if verb < len(tokens) else None
        if form is None or not form.verb.addressee or form.form not in ("past", "participle"):
            return False
        passive = any(token.lower in self.language.grammar.be for token in tokens[:verb])
        return passive and not self._speaks([token.lower for token in tokens[verb + 1 :]])
