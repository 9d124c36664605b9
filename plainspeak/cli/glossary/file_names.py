"""The glossary file that a person names on the command line."""

from __future__ import annotations

import os
from pathlib import Path

from plainspeak.errors import UsageError
from plainspeak.glossary.layers import glossary_files, layer_of
from plainspeak.settings import Settings


def glossary_file(named: str, settings: Settings) -> Path:
    """The glossary file that a person names: by its path, or by the name of a file in force, with .yaml or without.

    Raises UsageError when there is none.
    """
    if Path(named).is_file():
        return Path(named)
    found = _called(named, settings)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"There are several files called {named}.", f"Say which: {', '.join(map(str, found))}.")
    known = ", ".join(path.name for path in glossary_files(settings))
    raise UsageError(f"There is no glossary file {named}.", f"The files are {known}.")


def new_entries_file(named: str, settings: Settings) -> Path:
    """The glossary file that new entries go to: a path, or the name of a file of the person's own that is in force.

    Raises UsageError when it is only the name of a file that comes with plainspeak: it would not be clear what is meant.
    """
    if Path(named).exists() or Path(named).name != named:
        return Path(named)
    found = _called(named, settings)
    own = [path for path in found if layer_of(path, settings) != "shipped"]
    if found and not own:
        raise UsageError(
            f"{named} is not in this folder.",
            f"The file that comes with plainspeak is {found[0]}. A new one here would be {os.curdir}{os.sep}{found[0].name}.",
        )
    return own[0] if len(own) == 1 else Path(named)


def _called(named: str, settings: Settings) -> list[Path]:
    return [path for path in glossary_files(settings) if named in {path.name, path.stem}]
