"""What people do to entries: it is read, checked word by word, and never undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.entries import ID
from tests.projects import BRIDGE, FERRY, command, entry_file, tree, write_files

QUOTE = '> "We have counted every bolt," Lind told reporters. "We have counted every bolt\n> twice."'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of two documents, built once."""
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE, "seeds/ferry.txt": FERRY})
    done = command("build", "--project", root)
    assert (done.code, done.err) == (0, ())
    return root


def bridge(root: Path) -> Path:
    return entry_file(root, "seed: seeds/bridge.txt")


def edit(path: Path, old: str, new: str) -> bytes:
    """Put `new` in the one place of `old`; what the file then holds."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, text
    path.write_bytes(text.replace(old, new).encode())
    return path.read_bytes()


def line_of(path: Path, words: str) -> int:
    lines = path.read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


EDITS: dict[str, tuple[str, str, str, str]] = {
    "other words": (
        QUOTE,
        '> "We have counted every nut," Lind told reporters.',
        "every nut",
        "expected words of seeds/bridge.txt, found other words (seed [-…-], entry {+…+}): "
        '"We have counted every [-bolt,"-] {+nut,"+} Lind told reporters.',
    ),
    "words that are nowhere": (
        QUOTE,
        "> Zebras graze beyond quarries.",
        "Zebras",
        "expected words of seeds/bridge.txt, found 'Zebras graze beyond quarries.', and nothing like it there",
    ),
    "words that stand twice": (
        QUOTE,
        "> We have counted every bolt",
        "> We have",
        "expected words that name one place of the seed, found these 2 times: add words until they stand once",
    ),
    "no words": (
        QUOTE,
        "",
        "### s-",
        "expected the words of the statement after '>', found none",
    ),
    "a kind that is none": (
        "- kind: direct",
        "- kind: loud",
        "kind: loud",
        "expected direct, mixed, indirect, attitude or own-voice in 'kind', found 'loud'",
    ),
    "a kind that is said to be none": (
        "- kind: direct",
        "- kind:",
        "kind:\n",
        "expected direct, mixed, indirect, attitude or own-voice in 'kind', found 'none'",
    ),
    "a date that is none": (
        "- said: 2019-05-14",
        "- said: on Monday",
        "said: on Monday",
        "expected a date as 2016-12-13 or another EDTF form in 'said', found 'on Monday'",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_statement_with_a_fault_is_one_line_and_the_rest_is_built(name: str, archive: Path) -> None:
    old, new, at, message = EDITS[name]
    path = bridge(archive)
    text = path.read_text("utf-8")
    section = next(part for part in text.split("### ") if QUOTE in part)
    begin = text[: text.index(section)].count("\n") + 1
    after = edit(path, section, section.replace(old, new))
    line = begin if at.startswith("###") else begin + section.replace(old, new).split(at)[0].count("\n")
    done = command("build", "--project", archive)
    shown = path.relative_to(archive).as_posix()
    left_out = "(left out until then: this statement)"
    assert (done.code, done.err) == (1, (f"{shown}:{line}:1: {message} {left_out}",))
    assert path.read_bytes() == after
    page = (archive / "site" / "entries" / f"{path.stem}.html").read_text("utf-8")
    assert section[:10] not in page
    assert "the old bridge was open again" in page


ENTRY_FAULTS: dict[str, tuple[Callable[[str], str], str]] = {
    "no front matter": (
        lambda text: text.split("---\n", 2)[2],
        ":1:1: expected front matter between two lines '---', found none",
    ),
    "a bomb": (
        lambda text: text.replace("entry:", f"x: {'[' * 30_000}\nentry:", 1),
        ":2:35: expected at most 32 levels of nesting, found more",
    ),
    "two versions": (
        lambda text: text.replace(
            "- kind: direct\n", "<<<<<<< HEAD\n- kind: direct\n=======\n- kind: mixed\n>>>>>>> x\n"
        ),
        ":45:1: expected one text, found two with the marks of a conflict: choose, and take the marks out",
    ),
    "no title": (
        lambda text: text.replace("\n# Mayor says the bridge is open\n", "\n").replace("title: ", "headline: "),
        ":13:1: expected a title ('# …'), found none",
    ),
    "no outlet": (
        lambda text: text.replace("outlet: Northern Wire\n", "outlet:\n"),
        ":4:1: expected an outlet's name in 'outlet', found none",
    ),
    "rights that are none": (
        lambda text: text.replace("lang: en\n", "lang: en\nrights: most\n"),
        ":10:1: expected quotation, excerpt or full in 'rights', found 'most'",
    ),
}


@pytest.mark.parametrize("name", ENTRY_FAULTS)
def test_an_entry_with_a_fault_is_left_alone_and_the_rest_is_built(name: str, archive: Path) -> None:
    change, message = ENTRY_FAULTS[name]
    path = bridge(archive)
    text = path.read_text("utf-8")
    path.write_text(change(text), "utf-8")
    before = path.read_bytes()
    done = command("build", "--project", archive)
    line = message.format(name=path.stem)
    left_out = "(left out until then: the whole document)"
    assert (done.code, done.err) == (1, (f"content/entries/{path.name}{line} {left_out}",))
    assert done.out.startswith("1 document, ")
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 2


SLIPS: dict[str, tuple[Callable[[str], str], str]] = {
    "another name": (
        lambda text: re.sub(r"entry: .*", "entry: elsewhere", text, count=1),
        ":2:1: expected entry: {name}, as its file is called, found 'elsewhere': "
        "to rename an entry, rename its file",
    ),
    "a date that is none": (
        lambda text: text.replace("published: 2019-05-14\n", "published: May\n"),
        ":5:1: expected a date as 2016-12-13 or another EDTF form in 'published', found 'May' "
        "(left out until then: the date)",
    ),
    "a key with a slip": (
        lambda text: text.replace("published: 2019-05-14\n", "published: 2019-05-14\nout-let: The Wire\n"),
        ":6:1: expected one of the keys, found 'out-let'; did you mean 'outlet'? "
        "(left out until then: this value)",
    ),
    "a language in words": (
        lambda text: text.replace("lang: en\n", "lang: english\n"),
        ":9:1: expected a language as en or pt-BR in 'lang', found 'english' "
        "(left out until then: the language)",
    ),
    "nobody's review": (
        lambda text: text.replace("- kind: direct\n", "- kind: direct\n- reviewed: Dana Roe, May\n"),
        ":46:1: expected a name and a day as 2016-12-13 in 'reviewed', found 'Dana Roe, May' "
        "(until then it counts as not reviewed)",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_beside_the_statements_leaves_all_of_them_on_the_site(name: str, archive: Path) -> None:
    change, message = SLIPS[name]
    path = bridge(archive)
    text = path.read_text("utf-8")
    path.write_text(change(text), "utf-8")
    before = path.read_bytes()
    done = command("build", "--project", archive)
    assert (done.code, done.err) == (1, (f"content/entries/{path.name}{message.format(name=path.stem)}",))
    assert done.out.startswith("2 documents, 4 statements, ")
    assert path.read_bytes() == before


def test_a_missing_name_is_filled_in(archive: Path) -> None:
    path = bridge(archive)
    before = path.read_bytes()
    path.write_text(re.sub(r"entry: .*\n", "", path.read_text("utf-8"), count=1), "utf-8")
    assert command("build", "--project", archive).code == 0
    assert path.read_bytes() == before


def test_an_edited_entry_stays_byte_for_byte(archive: Path) -> None:
    path = bridge(archive)
    edit(path, QUOTE, f"{QUOTE}\n\nA note   with odd  blanks.\n\n* and a list")
    after = edit(path, "- kind: direct", "-   kind:    direct\n-   x-shelf:  12")
    done = command("build", "--project", archive)
    assert (done.code, done.err) == (0, ())
    assert done.out.split("\n")[0].endswith(" s. 1 entry has been edited by hand.")
    assert path.read_bytes() == after
    page = (archive / "site" / "entries" / f"{path.stem}.html").read_text("utf-8")
    assert "A note   with odd  blanks." in page


def test_a_deleted_statement_stays_deleted(archive: Path) -> None:
    path = bridge(archive)
    section = next(part for part in path.read_text("utf-8").split("### ") if QUOTE in part)
    after = edit(path, f"### {section}", "")
    assert command("build", "--project", archive).code == 0
    assert path.read_bytes() == after
    assert section[:10] not in (archive / "site" / "entries" / f"{path.stem}.html").read_text("utf-8")


NEW = "### new\n\n- speaker: Ana Lind\n- kind: indirect\n\n> the old bridge was open again\n"


def test_a_new_statement_gets_an_id_that_stays(archive: Path) -> None:
    path = bridge(archive)
    before = path.read_bytes() + b"\n" + NEW.encode()
    path.write_bytes(before)
    assert command("build", "--project", archive).code == 0
    after = path.read_bytes()
    made = after.decode().split("### ")[-1].split("\n")[0]
    assert ID.fullmatch(made)
    assert after == before.replace(b"### new", f"### {made}".encode())
    assert f'id="{made}"' in (archive / "site" / "entries" / f"{path.stem}.html").read_text("utf-8")
    assert command("build", "--project", archive).code == 0
    assert path.read_bytes() == after


def test_new_statements_in_two_entries_are_no_problem_to_a_check(archive: Path) -> None:
    write_files(archive, {"content/lexicon/outlets.yaml": "- name: Northern Wire\n"})
    words = {"bridge": "the old bridge was open again", "ferry": "the bridge was closed"}
    for name, quoted in words.items():
        path = entry_file(archive, f"seed: seeds/{name}.txt")
        more = f"\n### new\n\n- speaker: Ana Lind\n- kind: indirect\n\n> {quoted}\n"
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    done = command("check", "--project", archive)
    assert (done.code, [line for line in done.err if "words of one statement alone" not in line]) == (0, [])


def test_an_id_with_a_slip_gives_up_no_address(archive: Path) -> None:
    path = bridge(archive)
    made = next(part for part in path.read_text("utf-8").split("### ") if QUOTE in part)[:10]
    wrong = made[:-1] + ("0" if made[-1] != "0" else "1")
    after = edit(path, made, wrong)
    done = command("build", "--project", archive)
    message = (
        f"expected {made}, which has no other heading here, found {wrong} (left out until then: this statement)"
    )
    assert done.err == (f"content/entries/{path.name}:{line_of(path, wrong)}:1: {message}",)
    assert path.read_bytes() == after
    edit(path, wrong, made)
    assert command("build", "--project", archive).err == ()
    assert command("restore", "--project", archive, made).code == 1


def test_what_stands_in_a_comment_is_shown_nowhere(archive: Path) -> None:
    path = bridge(archive)
    edit(path, QUOTE, f"{QUOTE}\n\nSo the <!-- first --> print.\n\n<!-- Ask Bob.\n\nSoon. -->")
    assert command("build", "--project", archive).err == ()
    shown = b"".join(tree(archive, "site").values())
    assert (b"So the" in shown, b"Ask Bob" in shown, b"Soon." in shown) == (True, False, False)
    assert "<!-- Ask Bob.\n\nSoon. -->" in path.read_text("utf-8")


@pytest.mark.parametrize("kind", ["Direct", "OWN VOICE", "own-Voice"])
def test_a_kind_can_be_written_as_people_do(kind: str, archive: Path) -> None:
    edit(bridge(archive), "- kind: direct", f"- kind: {kind}")
    assert command("build", "--project", archive).err == ()


def test_an_id_stands_once_in_an_entry_and_once_in_the_archive(archive: Path) -> None:
    path, other = bridge(archive), entry_file(archive, "seed: seeds/ferry.txt")
    made = path.read_text("utf-8").split("### ")[1][:10]
    theirs = other.read_text("utf-8").split("### ")[1][:10]
    edit(other, theirs, made)
    more = f"\n### {made}\n\n- kind: indirect\n\n> closed in April\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    done = command("build", "--project", archive)
    first, again = line_of(path, made), path.read_text("utf-8").count("\n") - 4
    assert done.err == (
        f"content/entries/{path.name}:{again}:1: expected each id once, found {made} again "
        f"(first in line {first}) (left out until then: this statement)",
        f"content/entries/{other.name}: expected every id once in the archive, found {made} in "
        f"content/entries/{path.name} too",
    )


WRONG_SEEDS = {
    "misspelled": ("seed: seeds/ferry.txt", "seed: seeds/fery.txt", "seeds/fery.txt"),
    "emptied": ("seed: seeds/ferry.txt", "seed:", ""),
    "that of another entry": ("seed: seeds/ferry.txt", "seed: seeds/bridge.txt", "seeds/bridge.txt"),
}


@pytest.mark.parametrize("name", WRONG_SEEDS)
def test_an_entry_keeps_its_seed_whatever_is_typed_there(name: str, archive: Path) -> None:
    old, new, found = WRONG_SEEDS[name]
    path = entry_file(archive, old)
    source = archive / "site" / "sources" / f"{path.stem}.html"
    shown = source.read_bytes()
    edit(path, old, new)
    done = command("build", "--project", archive)
    message = f"expected seed: seeds/ferry.txt, which this entry is made from, found {found!r}"
    assert (done.code, done.err) == (1, (f"content/entries/{path.name}:{line_of(path, 'seed:')}:1: {message}",))
    assert (new in path.read_text("utf-8"), source.read_bytes() == shown) == (True, True)
    made = path.read_text("utf-8").split("### ")[1][:10]
    assert command("explain", "--project", archive, made).code == 0
    edit(path, new, old)
    assert command("build", "--project", archive).err == ()


@pytest.mark.parametrize("copy", ["a-copy.md", "z-copy.md"])
def test_a_copy_of_an_entry_is_left_out(copy: str, archive: Path) -> None:
    path = entry_file(archive, "seed: seeds/ferry.txt")
    path.with_name(copy).write_text(path.read_text("utf-8").replace(f"entry: {path.stem}\n", ""), "utf-8")
    done = command("build", "--project", archive)
    found = f"found seeds/ferry.txt, which content/entries/{path.name} is made from"
    message = f"expected a seed of its own, {found} (left out until then: the whole document)"
    line = line_of(path.with_name(copy), "seed:")
    assert (done.code, done.err) == (1, (f"content/entries/{copy}:{line}:1: {message}",))
    assert done.out.startswith("2 documents, ")


def test_a_seed_that_is_gone_leaves_its_entry(archive: Path) -> None:
    path = entry_file(archive, "seed: seeds/ferry.txt")
    before = path.read_bytes()
    (archive / "seeds" / "ferry.txt").unlink()
    done = command("build", "--project", archive)
    message = "expected the seed 'seeds/ferry.txt', found none: put it back, or delete this entry"
    assert (done.code, done.err) == (1, (f"content/entries/{path.name}:{line_of(path, 'seed:')}:1: {message}",))
    assert path.read_bytes() == before
    assert (archive / "site" / "entries" / f"{path.stem}.html").is_file()


def test_an_entry_follows_its_changed_seed_and_keeps_its_ids_and_edits(archive: Path) -> None:
    path = bridge(archive)
    ids = re.findall(r"### (s-\w+)", path.read_text("utf-8"))
    after = edit(path, "- kind: direct", "- kind: direct\n- x-shelf: 12").decode()
    (archive / "seeds" / "bridge.txt").write_text(BRIDGE.replace("in April", "in May"), "utf-8")
    done = command("build", "--project", archive)
    assert (done.code, done.err) == (0, ())
    text = path.read_text("utf-8")
    assert re.findall(r"### (s-\w+)", text) == ids
    changed = [(a, b) for a, b in zip(after.split("\n"), text.split("\n"), strict=True) if a != b]
    assert [a.split(":")[0] for a, _ in changed] == ["sha256", "> The bridge was closed in April."]
    assert changed[1][1] == "> The bridge was closed in May."


TOLD = ("the same speaker’s", "Said: 14 May 2019", "")
RETOLD = {
    "as it is": ("Ana Lind", "", TOLD),
    "her name in full": ("Ana Maria Lind", "", TOLD),
    "somebody else": (
        "Bo Hallam",
        "",
        ("The document gives no day for it.", "Said: day not given", "taken from"),
    ),
    "somebody else, read": (
        "Bo Hallam",
        "- reviewed: Eva Berg 2019-06-01\n",
        ("set by the editor", "Said: 14 May 2019", "taken from"),
    ),
}
"""How the statement is given to somebody → speaker, another line of it, and what its page says and does not."""


@pytest.mark.parametrize("name", RETOLD)
def test_a_day_that_was_another_speakers_goes_with_them(name: str, archive: Path) -> None:
    """It was taken over from what the machine's speaker said elsewhere in the article."""
    speaker, line, (reason, said, never) = RETOLD[name]
    path = bridge(archive)
    before, _, own = path.read_text("utf-8").partition(QUOTE)
    head, _, fields = before.rpartition("- speaker: Ana Lind\n")
    path.write_text(f"{head}- speaker: {speaker}\n{line}{fields}{QUOTE}{own}", "utf-8")
    made = re.findall(r"(?m)^### (s-\w+)$", head)[-1]
    command("build", "--project", archive)
    words = " ".join(
        re.sub(r"<[^>]*>", "", (archive / f"site/statements/{made}.html").read_text("utf-8")).split()
    )
    assert (reason in words, said in words, bool(never) and never in words) == (True, True, False), words
