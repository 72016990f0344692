"""What can be asked on the command line, with a help text for each command."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

MISUSED = 2
OF_LIBRARY = "the folder of the library (default: your own)"
ALL = "all"
PROGRAM = "OXUS_PROGRAM"
"""Where the script that starts Oxus says what it is called, so that help and examples can be typed as they stand."""
PAPERS = ("A4", "Letter")
OLDER, NEWER = ("1", "2", "5", "10", "undated"), ("1m", "3m", "6m", "1", "2", "5", "10")
"""The limits of age of models.pages.ages, in years or (m) months."""
EXPORTS = (
    "csl", "bibtex", "ris", "statements-csv", "claims-csv", "statements-jsonl", "claims-jsonl", "annotations",
    "geojson", "notes",
)  # fmt: skip
"""The formats of models.exchange, which only an export loads."""
OF_EXPORTS = (
    "csl, bibtex or ris for the sources; statements-csv or -jsonl, claims-csv or -jsonl for a row each; annotations for"
    " the evidence; geojson for routes and places; notes for a folder of Markdown"
)


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSED, f"{self.prog}: {message} (see {self.prog} --help)\n")


class _Version(argparse.Action):
    """Tells the release, which is looked up only then: every start goes through the parser."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from ui.release import version

        sys.stdout.write(f"Oxus {version()}\n")
        parser.exit()


def understood(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; the name of the command is `command`, empty for the window.

    The parsers of the commands are made only where there may be one: the window need not wait for them.
    """
    options, rest = _of_window(_program(), helps=False).parse_known_args(arguments)
    return parser().parse_args(arguments) if rest else options


def parser() -> argparse.ArgumentParser:
    """The parser of the window and all commands."""
    program = _program()
    top = _of_window(program, helps=True)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    load = _command(commands, "load", "read articles into the library", f"{program} load news/ report.html")
    load.add_argument("paths", metavar="PATH", type=_path, nargs="+", help="an article, or a folder of articles")

    read = _command(commands, "read", "show what articles say, storing nothing", f"{program} read --json news/*.txt")
    read.add_argument("paths", metavar="PATH", type=_path, nargs="+", help="an article, or a folder of articles")
    read.add_argument("--json", action="store_true", help="as JSON, one object an article")

    explain = _command(
        commands,
        "explain",
        "show how an article is read: what each sentence names, which rules matched, and why there is no claim",
        f"{program} explain article.txt --sentence 3 --rule event.agree",
    )
    explain.add_argument("path", metavar="FILE", type=_path, help="an article")
    explain.add_argument(
        "--sentence", metavar="N", type=_number, help="this sentence only, with every rule that did not match"
    )
    explain.add_argument("--rule", metavar="ID", help="this rule only: what each of its patterns lacks")

    statements = _command(
        commands, "statements", "list what the sources say", f"{program} statements --json > statements.json"
    )
    statements.add_argument("--json", action="store_true", help="as JSON, with every claim and its sentence")

    _add_printing(commands, program)

    export = _command(
        commands,
        "export",
        "write sources, statements, evidence, places or notes for other programs",
        f"{program} export bibtex sources.bib",
    )
    export.add_argument("format", metavar="FORMAT", choices=EXPORTS, help=OF_EXPORTS)
    export.add_argument("out", metavar="OUT", type=_place, help="the file to write, for notes a folder")
    export.add_argument("--on", metavar="NAME", type=_word, help="only statements on this country, resource or route")

    back = _command(
        commands, "import-notes", "take notes back from an exported folder", f"{program} import-notes notes/"
    )
    back.add_argument("folder", metavar="FOLDER", type=_place, help="a folder of Markdown files")

    pack = _command(commands, "pack", "hand over the whole library in one file", f"{program} pack region.oxus --notes")
    pack.add_argument("out", metavar="OUT.oxus", type=_place, help="the file to write")
    pack.add_argument("--notes", action="store_true", help="with your notes")

    merge = _command(
        commands,
        "merge",
        "take in what another library holds; nothing that is here is changed",
        f"{program} merge region.oxus",
    )
    merge.add_argument("path", metavar="PATH", type=_place, help="an .oxus file, or the folder of a library")

    _add_correcting(commands, program)
    _add_amending(commands, program)

    note = _command(commands, "note", "write a note on a country", f'{program} note COUNTRY "Ask about the dam."')
    note.add_argument("country", metavar="COUNTRY", type=_word, help="a name or an ISO code")
    note.add_argument("text", metavar="TEXT", help="the note, in Markdown")

    search = _command(
        commands, "search", "find words in statements, articles and notes", f"{program} search railway freight"
    )
    search.add_argument("words", metavar="WORD", nargs="+", type=_word, help="all of them should be there")
    search.add_argument("--json", action="store_true", help="as JSON")

    _command(commands, "check", "verify the library and every claim's sentence", f"{program} check")
    return top


def _add_correcting(commands: argparse._SubParsersAction[_Parser], program: str) -> None:
    correct = _command(
        commands,
        "correct",
        "say what you know better of an article than its file; without an option, show what is known of it",
        f'{program} correct report.txt --date 2021-03-20 --publisher "NAME"\n'
        f"  {program} correct report.txt --as-found date",
    )
    correct.add_argument("article", metavar="ARTICLE", type=_word, help="its title, its id, or the name of its file")
    correct.add_argument("--title", metavar="TEXT", help="its title")
    correct.add_argument("--publisher", metavar="TEXT", help='who published it ("" for nobody known)')
    correct.add_argument("--date", metavar="DAY", dest="published", help="when: 2021-03-20, 2021-03 or 2021")
    correct.add_argument("--byline", metavar="TEXT", dest="author", help="who wrote it")
    correct.add_argument("--address", metavar="URL", dest="url", help="where it is on the web")
    correct.add_argument(
        "--as-found",
        metavar="FIELD",
        action="append",
        default=[],
        choices=("title", "publisher", "date", "byline", "address"),
        help="take the correction of this back: title, publisher, date, byline or address",
    )


def _add_amending(commands: argparse._SubParsersAction[_Parser], program: str) -> None:
    amend = _command(
        commands,
        "amend",
        "put right what was read in a sentence; without an option, show what was read, field by field",
        f"{program} amend 0123456789abcdef --set value=21,000 --set year=2023\n"
        f"  {program} amend 0123456789abcdef --as-read",
    )
    amend.add_argument("claim", metavar="CLAIM", type=_word, help="its id, as statements --json and exports tell it")
    amend.add_argument(
        "--set",
        metavar="FIELD=TEXT",
        action="append",
        default=[],
        type=_field,
        help="what a field should say; empty text for nothing",
    )
    amend.add_argument("--as-read", action="store_true", help="take your correction back first")


def _add_printing(commands: argparse._SubParsersAction[_Parser], program: str) -> None:
    printing = _command(
        commands,
        "print",
        "write a summary as PDF, Word, OpenDocument, Markdown or web pages",
        f"{program} print COUNTRY --to summary.docx --notes\n  {program} print all --each --pdf summaries",
    )
    printing.add_argument(
        "subject",
        metavar="SUBJECT",
        nargs="+",
        type=_word,
        help="countries, resources or routes by name, a saved view, `all` for the whole region,"
        " or all of a kind: countries, commodities, routes, resources, geopolitics, articles",
    )
    where = printing.add_mutually_exclusive_group(required=True)
    where.add_argument("--pdf", metavar="OUT", type=_place, help="the PDF to write, with --each the folder")
    where.add_argument(
        "--to", metavar="OUT", type=_place, help=".pdf, .docx, .odt or .md; without an ending a folder of web pages"
    )
    printing.add_argument("--each", action="store_true", help="a file for each country, resource or route, in a folder")
    printing.add_argument("--notes", action="store_true", help="with your notes")
    printing.add_argument("--short", action="store_true", help="what tells most: a page or two for one subject")
    printing.add_argument("--parts", metavar="A,B", type=_word, help="only these parts, such as map,profile,contested")
    printing.add_argument(
        "--since", metavar="DAY", type=_word, help="with what has changed since a day, such as 2026-01-31"
    )
    printing.add_argument("--words", metavar="WORDS", help="only statements with all these words")
    age = printing.add_mutually_exclusive_group()
    age.add_argument(
        "--older-than",
        metavar="AGE",
        choices=OLDER,
        help="only statements older than 1, 2, 5 or 10 years, or undated ones",
    )
    age.add_argument(
        "--not-older-than",
        metavar="AGE",
        choices=NEWER,
        help="only statements not older than 1m, 3m or 6m (months), 1, 2, 5 or 10 years; the age counts from the time"
        " a statement is of, at the latest from the day its newest source came out",
    )
    printing.add_argument("--language", metavar="CODE", default="en", help="en, ja or ru (default: %(default)s)")
    printing.add_argument(
        "--paper", metavar="NAME", type=_paper, default=PAPERS[0], help="A4 or Letter (default: %(default)s)"
    )


def _paper(typed: str) -> str:
    """The paper of this name in capitals or small letters."""
    found = next((paper for paper in PAPERS if paper.casefold() == typed.strip().casefold()), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"no such paper: “{typed}”; there are {' and '.join(PAPERS)}")
    return found


def _program() -> str:
    return os.environ.get(PROGRAM, "main.py")


def _of_window(program: str, *, helps: bool) -> _Parser:
    top = _Parser(
        prog=program,
        description="A desktop reference on the countries of a region. Without a command it opens the window.",
        epilog="Each command has its own --help with an example.",
        add_help=helps,
    )
    top.add_argument("--library", metavar="DIR", type=_folder, help=OF_LIBRARY)
    top.add_argument("--version", action=_Version, nargs=0, help="tell which release this is")
    # for measuring, so not in the help
    top.add_argument("--quit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    top.set_defaults(command="")
    return top


def _path(text: str) -> Path:
    """A path; an empty one would mean the folder that the user happens to be in."""
    return Path(_word(text))


def _place(text: str) -> Path:
    """The path of what may be there or not: of one that the system does not let us look at, it says why."""
    path = _path(text)
    try:
        path.exists()
    except OSError as error:
        raise argparse.ArgumentTypeError((error.strerror or str(error)).lower()) from None
    return path


def _folder(text: str) -> Path:
    """The folder of a library, which may be there or not; one that was handed over is a file."""
    place = _place(text)
    if place.expanduser().is_file():
        how = "a library is a folder; one that was handed over is merged into yours (merge) or opened in the window"
        raise argparse.ArgumentTypeError(f"{place} is a file: {how}")
    return place


def _word(text: str) -> str:
    """What was typed, unless it is empty, as a variable of the shell may be."""
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return text


def _field(text: str) -> str:
    """The name of a field and what it should say."""
    if not text.partition("=")[1]:
        raise argparse.ArgumentTypeError(f"“{text}” does not say which field: write FIELD=TEXT")
    return text


def _number(text: str) -> int:
    """A whole number from one."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1")
    return int(text)


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    does: str,
    example: str,
) -> argparse.ArgumentParser:
    made = commands.add_parser(
        name,
        help=does,
        description=does[:1].upper() + does[1:] + ".",
        epilog=f"Example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    # SUPPRESS: what was given before the command is not overwritten by a default
    made.add_argument("--library", metavar="DIR", type=_folder, default=argparse.SUPPRESS, help=OF_LIBRARY)
    made.set_defaults(command=name)
    return made
