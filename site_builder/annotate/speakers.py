"""Whom the words that name a speaker stand for.

In order: a name; a noun for an office or a body ("the spokesman", "the center"), which answers to the
figure it fits; a pronoun, which answers to the most salient figure before it, and tells its gender from
then on. Where two figures come too close the speaker stays open. Somebody the article does not name
("a neighbour", "two officials") is a speaker of their own, to whom a later noun or pronoun may go back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_builder.annotate.brought_in import brought_in
from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure, Words, disagree, is_acronym, lowered, name_key
from site_builder.annotate.issued import Issued
from site_builder.annotate.language import Language
from site_builder.annotate.mentions import Mentions, Use
from site_builder.annotate.named import are_several, head_of, office_alone, office_before
from site_builder.annotate.names import Name, find_names, without_possessive
from site_builder.annotate.noun_speakers import NounSpeakers
from site_builder.annotate.nouns import is_plural, noun_of
from site_builder.annotate.owners import Owners
from site_builder.annotate.phrases import is_person_or_body
from site_builder.annotate.reports import Report, passed_on
from site_builder.annotate.resolved import BY_NAME, UNOWNED, Resolved, weighed
from site_builder.annotate.salience import Salience, leader
from site_builder.annotate.sentences import opening_phrase
from site_builder.annotate.titles import is_title, without_post_nominals
from site_builder.annotate.tokens import POSSESSIVES, Token, tokenise
from site_builder.annotate.unanswering import Unanswering
from site_builder.model import Span

BROUGHT_IN = "a pronoun, and somebody else was brought in before it"


class Speakers:
    """Resolves the sources of an article's reports, asked for in the order of the text."""

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        cast: Cast,
        language: Language,
        labelled: Mapping[Span, Figure],
    ) -> None:
        """`labelled`: whom the labels of an interview stand for, filled as it is read."""
        self.text = text
        self.labelled = labelled
        self.cast = cast
        self.language = language
        self.mentions = Mentions(names, cast)
        self.salience = Salience(self.mentions, cast, Unanswering(text, language))
        self.owners = Owners(text, language)
        self.issued = Issued(text, self.mentions, language)
        self.nouns = NounSpeakers(text, cast, self.salience, self.issued, self._by_name)
        self.resolved: dict[Span, Resolved] = {}
        self.asked: Figure | None = None
        """Who was asked in the report before, by a name."""
        self.unowned = False
        """Whether the last who spoke was a document of nobody known: "it" after it is that."""

    def resolve(self, report: Report, *, headline: bool = False) -> Resolved:
        """Who the source of a report is; the same source is the same speaker.

        Whom a `headline` does not name the text does: they are nobody to whom a later pronoun goes back.
        """
        source = report.source
        if source is None:
            figure = self.labelled.get(report.spans[0])
            if figure is None:
                return Resolved()
            start, end = report.spans[0].start, report.spans[-1].end
            self.mentions.hear(Use(start - 1, end, figure, True), report.spans)
            return Resolved(figure=figure, how="the one interviewed")
        found = self.resolved.get(source)
        heard = None
        if found is None:
            found = self._in_full(self._resolve(source, report), source, headline=headline)
            self.resolved[source] = found
            self.unowned = found.how == UNOWNED
            self._is_told_to_be_a_person(found.figure)
            if found.figure is not None and (found.figure.named or not headline):
                heard = Use(*source, found.figure, True)
        if found.figure is not None:
            self.issued.told.append((report, found.figure))
        self.asked = self._asked(report)
        self.mentions.hear(heard, report.spans)
        return found

    def _is_told_to_be_a_person(self, figure: Figure | None) -> None:
        """What speaks under a given name and the word for a place is no place: `Tom Hill said`."""
        if figure is None or figure.kind != "body" or figure.known:
            return
        given, _, last = figure.name.lower().rpartition(" ")
        if given in self.language.given_names and last in self.language.body_endings:
            figure.kind, figure.gender = "person", self.language.given_names[given]

    def by_person(self, report: Report) -> Report:
        """What a person passes on, as theirs: `…, Moss said`; an outlet carries it: `…, Radio One said`."""
        if report.carrier is None or report.via is None:
            return report
        tokens = tokenise(self.text, report.via, (), self.language)
        if any(token.lower in self.language.body_nouns for token in tokens):
            return report
        figure, noun = self._by_name(tokens).figure, noun_of(tokens, self.language)
        office = noun is not None and self.language.person_noun(noun.head) is not None
        named = figure is not None and figure.kind == "person"
        return passed_on(report, report.carrier) if named or (figure is None and office) else report

    def _in_full(self, found: Resolved, source: Span, *, headline: bool) -> Resolved:
        """The same, with the country's name for a ministry that the article names in full elsewhere."""
        figure = found.figure
        if figure is None or figure.known or figure.kind == "person":
            return found
        name = self.owners.in_full(self.text[slice(*source)], source.end, anywhere=headline)
        name = name or self.owners.in_full(figure.name, source.end, anywhere=headline)
        if name is None:
            return found
        body = self.cast.find_known(tuple(name.split())) or self.cast.named(name)
        return replace(found, figure=body, role=None)

    def _resolve(self, source: Span, report: Report) -> Resolved:
        if source in self.labelled:
            return Resolved(figure=self.labelled[source], how="the letters before a turn of an interview")
        pronoun = self.text[slice(*source)].lower().replace("'", "’").partition("’")[0]
        if pronoun in self.language.pronouns:
            return self._who_answers(pronoun, report) or self._by_pronoun(pronoun, source.start, report.spans)
        tokens = tokenise(self.text, source, (), self.language)
        several = self._one_of_several(tokens)
        if several is not None:
            return several
        if are_several(tokens, self.language):
            return Resolved(figure=self.nouns.unnamed(tokens, "body"), how="several speakers")
        beside = tokenise(self.text, report.apposition, (), self.language) if report.apposition else []
        found = self._by_name(tokens)
        if found.figure is not None:
            role = found.role or office_alone(self.text, beside, self.language)
        elif found.how:
            return found
        elif self._are_joined(tokens, beside):
            return Resolved(figure=self.nouns.unnamed(beside, "body"), how="several speakers")
        else:
            role = office_alone(self.text, tokens, self.language)
            named = self._by_name(beside).figure
            if named is not None and named.kind != "body" and not self._is_of_body(tokens, named):
                found = Resolved(figure=named, how="the name beside it")
                self._tell(named, _of_whom(tokens))
            else:
                found = self.nouns.find(tokens, source.start)
        body = found.figure is not None and found.figure.named and found.figure.kind == "body"
        role = None if body else role
        return found if found.role == role else replace(found, role=role)

    def _are_joined(self, tokens: list[Token], beside: list[Token]) -> bool:
        """Whether several are named beside a noun for several: `two residents, Ann Lee and Per Sand, said`."""
        noun = noun_of(tokens, self.language)
        return noun is not None and is_plural(noun, self.language) and are_several(beside, self.language)

    def _tell(self, named: Figure, tokens: list[Token]) -> None:
        """What the words beside a name say of its bearer."""
        noun = noun_of(tokens, self.language)
        named.described.update(token.lower for token in tokens if token.tag in "wN")
        named.gender = named.gender or (self.cast.gender_of(noun.head) if noun else None)

    def _is_of_body(self, tokens: list[Token], named: Figure) -> bool:
        """Whether a name beside a phrase is that of the body it ends with: `the coach of the team, Norlux,`."""
        linked = any(token.tag == "I" for token in tokens)
        one_word = named.kind == "name" and " " not in named.name
        return one_word and linked and tokens[-1].lower in self.language.body_nouns

    def _by_name(self, tokens: list[Token]) -> Resolved:
        """The figure named at the head of a phrase, and the office written before the name.

        No figure but `how` where a name is there, and nothing tells whose it is.
        """
        if not tokens:
            return Resolved()
        start = 1 if tokens[0].tag == "D" else 0
        words = tuple(without_possessive(token.text) for token in tokens[start:] if token.text[0].isalnum())
        shared = self.cast.sharing.get(lowered(words))
        known = self.cast.find_known(words) if words and shared is None else None
        if known is not None and (known.known or self._is_whole(known, words, tokens)):
            return Resolved(figure=known, how=BY_NAME)
        head = without_post_nominals(head_of(tokens[start:], self.language), self.language)
        bare = start and len(head) == 1 and is_title(head[0].lower, self.language)
        bare = bare or (bool(head) and head[-1].text in self.language.initial_offices)
        if not head or bare or head[-1].tag != "N" or not self._ends_in_name(head):
            return Resolved()
        name = list(find_names(head, self.language))[-1]
        titled = bool(name.titles) and bool(self.cast.bearers(name.words, name.titles))
        body_noun = len(name.words) == 1 and name.words[0].lower() in self.language.body_nouns
        if body_noun and len(head) > 1 and not titled:
            body = self.cast.named(self.text[head[0].start : head[-1].end])
            return Resolved(figure=body, how=BY_NAME)
        if start and is_acronym(name.words[0]) and name.words[0].lower() in self.salience.office_letters:
            return Resolved()
        figure = self._bearer(name)
        if figure is None and lowered(name.words) in self.cast.sharing:
            return Resolved(how="what several bodies are called for short, none of them named before it")
        if figure is None and len(self.cast.bearers(name.words, name.titles)) > 1:
            return Resolved(how="a surname that several bear, and nothing near tells whose it is")
        if figure is None and (len(name.words) > 1 or self._is_proper(name.words[0])):
            figure = self.cast.named(" ".join(name.words))
        how = BY_NAME if figure is not None else ""
        office = office_before(self.text, head, name.bare, self.language)
        styled = office is not None and figure is not None and figure.name.startswith(office)
        return Resolved(figure=figure, role=None if styled else office, how=how)

    def _bearer(self, name: Name) -> Figure | None:
        if name.bare in self.mentions.whose:
            return self.mentions.whose[name.bare]
        return self.cast.find(name.words, name.titles)

    def _is_whole(self, known: Figure, words: Words, tokens: list[Token]) -> bool:
        """Whether the phrase is the name of a body to its end, or of somebody, and no office closes it."""
        closing = self.language.departments | self.language.body_purposes
        body = known.kind == "body" and words[-1].lower() in closing
        return len(words) > 1 and (body or self._ends_in_name(tokens))

    def _ends_in_name(self, head: list[Token]) -> bool:
        """Whether the last word is a name, though it may be an office too: `Ann Baker`, `her son Dean`."""
        last = head[-1]
        if not is_title(last.lower, self.language):
            return True
        if last.tag != "N" or (head[-2:-1] and head[-2].tag == "D"):
            return False
        if head[-2:-1] and head[-2].lower in self.language.corps.get(last.lower, ()):
            return True
        if len(head) == 1:
            return bool(self.cast.bearers((without_possessive(last.text),)))
        before = head[-2].lower
        given = last.lower in self.language.given_names and is_title(before, self.language)
        return given or before in self.language.given_names or before in self.language.honorifics

    def _is_proper(self, word: str) -> bool:
        """Whether a single capitalised word is a name, not a common noun that opens a sentence."""
        lower = word.lower()
        if lower in self.language.grammar.anybody | self.language.grammar.somebody:
            return False
        if len(word) < 2 or word.isupper() or lower in self.cast.proper:
            return len(word) > 1
        thing = lower in self.language.documents or lower in self.language.evidence
        grammar = self.language.grammar
        plural = lower.endswith(grammar.plural) and not lower.endswith(grammar.no_plural)
        return not (thing or plural or is_person_or_body(lower, self.language))

    def _asked(self, report: Report) -> Figure | None:
        """The person whom the report asks something: `a reporter asked Lee if …`."""
        if report.to is None or not self._has_verb(report, self.language.questioning):
            return None
        figure = self._by_name(tokenise(self.text, report.to, (), self.language)).figure
        return figure if figure is not None and figure.kind == "person" else None

    def _who_answers(self, pronoun: str, report: Report) -> Resolved | None:
        """Who was asked just before, where "she" answers."""
        gender = self.language.pronouns[pronoun]
        if self.asked is None or gender is None or disagree(self.asked, gender):
            return None
        if not self._has_verb(report, self.language.answering_verbs):
            return None
        return Resolved(figure=self.asked, how="a pronoun, for who was asked just before")

    def _has_verb(self, report: Report, lemmas: frozenset[str]) -> bool:
        words = self.text[slice(*report.cue)].lower().split() if report.cue is not None else []
        forms = (self.language.verbs.get(word) for word in words)
        return any(form is not None and form.verb.lemma in lemmas for form in forms)

    def _by_pronoun(self, pronoun: str, at: int, spans: tuple[Span, ...]) -> Resolved:
        """The most salient figure before a pronoun, if it leads the next by a margin."""
        gender = self.language.pronouns.get(pronoun)
        if gender is None:
            of_body = pronoun in self.language.pronouns_of_bodies
            single = pronoun in self.language.grammar.things
            of_body = of_body and not (single and self.unowned)
            body = self._body_acting(at) if of_body and single else None
            body = body or (self.salience.body_before(at, single=single) if of_body else None)
            return Resolved(figure=body, how="a pronoun for the body that spoke last" if body else "a pronoun")
        ranked = self.salience.for_pronoun(gender, at, spans)
        if not ranked:
            return Resolved(how="a pronoun, and nobody before it that it fits")
        start = min(at, *(span.start for span in spans))
        before = brought_in(self.text, start, gender, self.mentions, self.language)
        figure, how = leader(ranked), "a pronoun"
        office = before.office if before.office and before.office.head in self.language.offices else None
        if before.overtakes(ranked):
            figure = before.instead(ranked)
            how = "a pronoun, for who was brought in right before it" if figure is not None else BROUGHT_IN
        elif figure is not None and office is not None and not self.salience.fits(figure, office):
            figure, how = None, BROUGHT_IN
        elif figure is None:
            how = "a pronoun, and the candidates too close"
        if figure is not None:
            figure.gender = gender
        return weighed(how, figure, ranked)

    def _one_of_several(self, tokens: list[Token]) -> Resolved | None:
        """`One`, `the other`, `another of them`, after several spoke whom the article does not name."""
        grammar = self.language.grammar
        single = next((at for at, token in enumerate(tokens[:2]) if token.lower in grammar.singling), None)
        last = self.mentions.spoken[-1].figure if self.mentions.spoken else None
        if single is None or last is None or last.named:
            return None
        around = {token.lower for token in tokens[:single] + tokens[single + 1 :]}
        several = last.several or last
        known = {several.name.rpartition(" ")[2].lower()}
        if not around <= grammar.definites | grammar.oblique | grammar.of | known:
            return None
        first = several.name.partition(" ")[0].lower()
        if last.several is None and first not in grammar.counting and not several.name.endswith(grammar.plural):
            return None
        words = self.text[tokens[0].start : tokens[single].end]
        name = f"{words} {min(grammar.of)} {several.name[0].lower()}{several.name[1:]}"
        figure = Figure(name=name, kind="person", named=False, several=several)
        return Resolved(figure=figure, role=name, how="one of several who spoke before")

    def _body_acting(self, at: int) -> Figure | None:
        """The body that is the subject of the sentence before "it": `The agency has 12 boats.`"""
        tokens, bodies = opening_phrase(self.text, at, self.language), self.language.body_nouns
        while len(tokens) > 2 and tokens[-1].tag == "w" and tokens[-1].lower not in bodies:
            tokens.pop()  # "the agency works", a verb of no table
        if not tokens or self.mentions.is_within_words(tokens[0].start):
            return None
        noun = noun_of(tokens, self.language)
        if noun is not None and noun.definite and noun.head in bodies - self.language.documents:
            return self._by_name(tokens).figure or self.nouns.find(tokens, tokens[0].start).figure
        name = [token for token in tokens if token.tag == "N"]
        if tokens[0].tag != "N" or tokens[: len(name)] != name:
            return None
        figure = self._by_name(name).figure
        words = {*name_key(figure.name), *figure.described} if figure is not None else set[str]()
        return figure if figure is not None and not words.isdisjoint(bodies) else None


def _of_whom(tokens: list[Token]) -> list[Token]:
    """The words of a phrase without those for an owner: `predecessor` of "the mayor’s predecessor"."""
    owners = (at + 1 for at in range(len(tokens) - 1, -1, -1) if tokens[at].lower.endswith(POSSESSIVES))
    return tokens[next(owners, 0) :]
