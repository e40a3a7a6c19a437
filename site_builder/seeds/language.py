"""A light guess at a text's language: its script, then its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

UNKNOWN = "und"
_SAMPLE = 6_000
"""Characters looked at."""

SMALL_WORDS = {
    "en": "the of and to in that is was for on with by at from has had were which said not be are it",
    "fr": "le la les des du et est une dans que qui pour sur par au aux avec ce cette ont été pas il",
    "de": "der die das und den dem ein eine ist nicht mit von zu auf für im des sich auch hat wurde bei",
    "es": "el la los las de que y en un una por con para del se su al es lo como más fue ha",
    "it": "il la gli le di che e un una per con del della nel non si è sono alla dal dei ha anche",
    "pt": "o a os as de que e em um uma por com para do da no na se ao é não mais foi dos",
}
TELLING_WORDS = {
    "en": "the and of it with from which said says told he she his they their would were that who after",
    "fr": "les est dans qui avec cette ont été",
    "de": "der das und den dem eine ist nicht mit von für auf wurde sagte",
    "es": "según fue más dijo",
    "it": "gli della nel sono alla detto",
    "pt": "uma não são disse pelo",
}
"""Words of no other of these languages, so that one of them tells what a few words are written in."""
_LANGUAGES_OF = {
    word: tuple(language for language, words in SMALL_WORDS.items() if word in words.split())
    for words in SMALL_WORDS.values()
    for word in words.split()
}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0621-\u064a]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0391-\u03c9]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_OTHER_SCRIPT = re.compile("[\u0391-\u03c9\u0400-\u04ff\u05d0-\u05ea\u0621-\u064a\u3040-\u9fff\uac00-\ud7af]")
_UKRAINIAN, _RUSSIAN = re.compile(r"[іїєґІЇЄҐ]"), re.compile(r"[ыэъёЫЭЪЁ]")
_NOT_ARABIC = re.compile(r"[\u067e\u0686\u06af\u0679\u06a9\u06cc]")
_WORD = re.compile(r"[a-z]+[^\W\d_]*|[^\W\d_]+")
"""A run of letters; those of ASCII first, which are told apart in half the time."""
_FEWEST = 3
_FEWEST_DIFFERENT = 2
"""Words of a language that a text of a few words has at least: one alone may be a name."""
_FEW_WORDS = 60
"""Words up to which a text may have too few small ones to be counted."""


def guess_language(text: str) -> str:
    """A BCP 47 tag, "und" when the text does not tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not sample.isascii() and _OTHER_SCRIPT.search(sample):
        letters = sum(map(len, words))
        for language, script in _SCRIPTS:
            found = len(script.findall(sample))
            if letters and found / letters > (0.1 if language == "ja" else 0.5):
                return _by_letters(language, sample)
    return _by_small_words(words)


def _by_letters(language: str, sample: str) -> str:
    """Languages that share a script, told apart by letters only some of them have, or "und"."""
    if language == "ru":
        return "uk" if len(_UKRAINIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
    if language == "ar" and _NOT_ARABIC.search(sample):
        return UNKNOWN
    return language


def _by_small_words(words: list[str]) -> str:
    counts: Counter[str] = Counter()
    for word, times in Counter(filter(_LANGUAGES_OF.__contains__, words)).items():
        for language in _LANGUAGES_OF[word]:
            counts[language] += times
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _FEWEST or ranked[0][1] < len(words) * 0.08:
        return _by_telling_words(words) if len(words) < _FEW_WORDS else UNKNOWN
    clear = len(ranked) == 1 or ranked[0][1] >= ranked[1][1] * 1.2
    return ranked[0][0] if clear else UNKNOWN


def _by_telling_words(words: list[str]) -> str:
    """The one language of which a text of a few words has different small ones, any of them its alone."""
    found = []
    for language, telling in TELLING_WORDS.items():
        own = set(telling.split()).intersection(words)
        if own and len(own.union(set(SMALL_WORDS[language].split()).intersection(words))) >= _FEWEST_DIFFERENT:
            found.append(language)
    return found[0] if len(found) == 1 else UNKNOWN
