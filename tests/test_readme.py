"""What the README shows is what the program makes."""

from __future__ import annotations

import re
from pathlib import Path

import click

from site_builder.cli import main
from site_builder.lexicon import OUTLET_TYPES
from site_builder.scaffold import scaffold
from tests.readme import NOTE, README, make_karsk


def test_the_entry_is_the_one_that_is_built(tmp_path: Path) -> None:
    entry = make_karsk(tmp_path).read_text("utf-8")
    (shown,) = re.findall(r"^```markdown\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert shown.rstrip("\n") in entry
    assert NOTE in shown


ROW = re.compile(r"^\| `site-builder (\w+)[^`]*` \| (.*?)(?<!\\) \| ?(.*) ?\|$", re.MULTILINE)


def test_the_table_of_commands_names_every_command_with_its_options() -> None:
    """`--project` and `--help` are told of above it, for all."""
    rows = {name: options for name, _, options in ROW.findall(README.read_text("utf-8"))}
    told = {name: sorted(set(re.findall(r"`(--[a-z-]+)", options))) for name, options in rows.items()}
    there = {
        name: sorted(
            option.opts[-1]
            for option in made.params
            if isinstance(option, click.Option) and option.name != "project"
        )
        for name, made in main.commands.items()
    }
    assert told == there


def test_choices_of_a_format_are_all_told() -> None:
    rows = {name: options for name, _, options in ROW.findall(README.read_text("utf-8"))}
    for name, made in main.commands.items():
        for option in made.params:
            if isinstance(option.type, click.Choice):
                assert [choice for choice in option.type.choices if choice not in rows[name]] == [], name


def test_the_types_of_outlets_are_told_here_and_to_a_new_archive(tmp_path: Path) -> None:
    scaffold(tmp_path)
    for path in (README, tmp_path / "content/lexicon/outlets.yaml"):
        told = " ".join(re.sub("(?m)^#", "", path.read_text("utf-8")).split())
        assert f"{', '.join(OUTLET_TYPES)}." in told, path
