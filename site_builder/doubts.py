"""What the machine may be unsure of, how it is called, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look: how one and several are called, and what to do about it."""

    one: str
    many: str
    todo: str


_OR_REVIEWED = "or add `- reviewed: NAME DATE` if it is right"
DOUBTS = {
    "orphaned": Doubt(
        "quotation no longer in its source", "quotations no longer in their sources",
        "put the words as they now stand there after `>`, or put the old seed back",
    ),
    "reworded": Doubt(
        "statement that has other words than before", "statements that have other words than before",
        "read it against its source and add `- reviewed: NAME DATE`, or renew the one that is there",
    ),
    "speaker": Doubt(
        "speaker not identified", "speakers not identified",
        "write the name after `speaker:`, or add `- reviewed: NAME DATE` if nobody can tell",
    ),
    "pronoun": Doubt(
        "pronoun that may mean another", "pronouns that may mean another",
        f"write the right name after `speaker:`, {_OR_REVIEWED}",
    ),
    "general": Doubt(
        "name that bodies of many places have", "names that bodies of many places have",
        "write whose it is after `speaker:`, as in content/lexicon/people.yaml, "
        "or add `- reviewed: NAME DATE` if nobody can tell",
    ),
    "role": Doubt(
        "role that contradicts a known one", "roles that contradict known ones",
        "add the role to content/lexicon/people.yaml, write another after `role:`, "
        "or add `- reviewed: NAME DATE` if the source says so",
    ),
    "suggestion": Doubt(
        "value the machine now has otherwise", "values the machine now has otherwise",
        "take it over, or add `- reviewed: NAME DATE` to keep yours",
    ),
    "lost": Doubt(
        "statement no longer found", "statements no longer found",
        "edit it to keep it, or take it out with `site-builder prune`",
    ),
    "same": Doubt(
        "statement that may be another one again", "statements that may be others again",
        "write both ids under `same:` or `different:` in content/lexicon/decisions.yaml",
    ),
    "date": Doubt("date left open", "dates left open", f"write the day after the key, {_OR_REVIEWED}"),
    "marks": Doubt(
        "quotation mark that stands alone", "quotation marks that stand alone",
        f"see where the quotation ends and move the words after `>`, {_OR_REVIEWED}",
    ),
    "voice": Doubt(
        "outlet's own voice that holds words of somebody", "passages of own voice that hold words of somebody",
        f"put the words in a statement of their own, with `speaker:` and `kind:`, {_OR_REVIEWED}",
    ),
    "left": Doubt(
        "run of words left out of every passage", "runs of words left out of every passage",
        "put them back after `>`, or in a statement of their own (`speaker:` the outlet, `kind: own-voice`), "
        "or add `- reviewed: NAME DATE` to leave them out",
    ),
    "undated": Doubt(
        "document with statements of no day", "documents with statements of no day",
        "write the day after `said:` below each, or leave it empty where nothing tells it",
    ),
    "topic": Doubt(
        "statement without a topic", "statements without a topic",
        "add a term to content/lexicon/topics.yaml, write `topics:` yourself, or leave it empty for none",
    ),
}  # fmt: skip
"""The most doubtful first."""
TOPICLESS = "topic"
