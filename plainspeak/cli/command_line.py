"""The command line: which command the words make, and what its errors look like."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from plainspeak.cli.streams import READER_GONE, as_seen_from_here, drop_output, set_up_streams, tell
from plainspeak.errors import DocumentError, PlainspeakError, UsageError, did_you_mean
from plainspeak.version import __version__


class _Command(NamedTuple):
    """A command: the module that runs it, and what it does in a few words."""

    module: str
    does: str


COMMANDS = {
    "check": _Command("plainspeak.cli.check", "find jargon in files, folders or piped text"),
    "rewrite": _Command("plainspeak.cli.rewrite", "swap jargon for plain words where that is safe"),
    "review": _Command(
        "plainspeak.cli.review", "go through a file question by question, in plain lines, for screen readers too"
    ),
    "mark": _Command("plainspeak.cli.mark", "make a copy of a document with tracked changes, comments or highlights"),
    "explain": _Command("plainspeak.cli.explain", "say what a piece of jargon means, and what to say instead"),
    "glossary": _Command("plainspeak.cli.glossary", "check and test the glossary"),
}
_OPTIONS = ("--help", "--version")
_HELP = """\
plainspeak finds jargon in a draft and offers plain words that fit the sentence.
Nothing that you write leaves this computer.

  plainspeak               open the app with an empty draft
  plainspeak FILE          open the app on a file
{commands}

  plainspeak COMMAND --help   what a command can do
  plainspeak --version        which version this is

The exit status is 0 when all is well, 1 when something was found, 2 when a
command, a setting or the glossary is wrong, and 3 when a document could not be
read. Where several hold, 2 comes before 3, and 3 before 1.
"""


def run(words: Sequence[str]) -> int:
    """Run the command that `words` make. Returns the exit status; errors are told in plain words on standard error."""
    set_up_streams()
    try:
        status = _dispatch(words)
        sys.stdout.flush()
    except PlainspeakError as error:
        _tell_error(error)
        return error.exit_status
    except BrokenPipeError:
        drop_output()
        return READER_GONE
    except OSError as error:
        drop_output()
        tell(f"plainspeak: {_said_of(error)}.")
        return DocumentError.exit_status
    return status


def _dispatch(words: Sequence[str]) -> int:
    first = words[0] if words else ""
    if first == "help":
        words = [*words[1:2], "--help"]
        first = words[0]
    if first in COMMANDS:
        status: int = import_module(COMMANDS[first].module).run(words[1:])
        return status
    if first in ("-h", "--help"):
        sys.stdout.write(_help())
        return 0
    if first in ("-V", "--version"):
        sys.stdout.write(f"plainspeak {__version__}\n")
        return 0
    if first.startswith("-") and first != "-":
        raise UsageError(f"There is no option {first}.", did_you_mean(first, _OPTIONS) or "See plainspeak --help.")
    if first and first != "-" and not os.path.lexists(first):
        raise _unknown(first)
    from plainspeak.cli.open_app import run as open_app

    return open_app(words)


def _said_of(error: OSError) -> str:
    """What an error of the system is about. One without a name comes of the current folder or of standard output."""
    if isinstance(error, FileNotFoundError) and not error.filename:
        return "The folder that you are in is not there any more. Go to another, and try again"
    what = f"{error.filename} cannot be used" if error.filename else "The results cannot be written"
    return f"{what}: {error.strerror or error}"


def _unknown(word: str) -> UsageError:
    near = did_you_mean(word, COMMANDS)
    if not near and ("." in word or os.sep in word):
        return UsageError(f"There is no file called {word}.", "Look at the spelling and the folder.")
    return UsageError(f'There is no command or file called "{word}".', near or "See plainspeak --help.")


def _help() -> str:
    rows = (f"  plainspeak {name:<13} {command.does}" for name, command in COMMANDS.items())
    return _HELP.format(commands="\n".join(rows))


def _tell_error(error: PlainspeakError) -> None:
    """Tell what went wrong: for a settings or glossary file, every problem on a line of its own, with its place."""
    problems = getattr(error, "problems", ())
    for problem in problems:
        tell(as_seen_from_here(problem))
    tell(f"plainspeak: {'Nothing was done. Put that right first.' if problems else error}")
