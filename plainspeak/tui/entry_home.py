"""Entry home: the files that an entry can be saved in, and the saving of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.checking.glossary_file import OWN_FILE, GlossaryFile, own_file
from plainspeak.checking.trial import completed, with_open_ends
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import Problem
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.layers import layer_of
from plainspeak.glossary.save import with_differences, with_entry, without_entry
from plainspeak.glossary.standing import origin_line
from plainspeak.glossary.written_fields import Fields
from plainspeak.settings import Settings
from plainspeak.tui.entry_fields import in_form_words


class Home(NamedTuple):
    """A file that an entry can be saved in, and what to call it."""

    path: Path
    label: str


class Saved(NamedTuple):
    """What came of saving: what is wrong, in which case nothing was saved, or else what to tell."""

    problems: tuple[str, ...] = ()
    told: str = ""


def homes_of(entry: Entry | None, settings: Settings) -> list[Home]:
    """The files that an entry can be saved in, the first being the one to propose; `entry` is None for a new one.

    An entry that comes with plainspeak is changed in a file of the person's own, which wins; in its own file only where that
    may be written to, as in a copy of the project.
    """
    if entry and entry.origin.layer in ("user", "project") and entry.origin.path:
        return [Home(Path(entry.origin.path), Path(entry.origin.path).name)]
    homes = [Home(own_file(), f"{OWN_FILE}, your own words"), *_project_homes(settings)]
    if entry and entry.origin.path and os.access(entry.origin.path, os.W_OK):
        shipped = Path(entry.origin.path)
        homes.append(Home(shipped, f"{shipped.name}, which comes with plainspeak"))
    return homes


def _project_homes(settings: Settings) -> Iterator[Home]:
    for folder in settings.glossary.folders:
        files = sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))
        for path in files or [folder / OWN_FILE]:
            yield Home(path, f"{path.name}, in the folder {folder.name}")


def save_entry(home: Home, fields: Fields, old: Entry | None, before: Fields, entries: Sequence[Entry]) -> Saved:
    """Try an entry out among all `entries` in force and save it; `old` and `before` are what it was, for one that changes.

    Raises GlossaryError, UsageError or DocumentError when the file cannot be changed.
    """
    from plainspeak.settings import load_settings

    settings = load_settings()
    file = GlossaryFile(home.path, layer_of(home.path, settings), entries, str(home.path))
    fields = completed(with_open_ends(fields, before))
    in_place = bool(old and old.origin.path and Path(old.origin.path).resolve() == home.path.resolve())

    def written(text: str) -> str:
        if in_place:
            return with_differences(text, before, fields, file.name)
        return with_entry(text, fields, file.name)

    text = file.text()
    after = written(text)
    trial = file.trial(text, after)
    if problems := trial.problems():
        return Saved(tuple(map(_in_words, problems)))
    taken = [f' It takes the place of "{other.jargon}", {origin_line(other)}.' for other in trial.replaced()]
    file.save(written, text, save_bytes)
    return Saved(told=f"Saved in {file.name}.{file.not_in_force()}{''.join(taken)}")


def remove_entry(entry: Entry, entries: Sequence[Entry]) -> Saved:
    """Take an entry out of its file, with every other byte kept. Raises as `save_entry` does."""
    from plainspeak.settings import load_settings

    path = Path(entry.origin.path)
    file = GlossaryFile(path, layer_of(path, load_settings()), entries, str(path))
    text = file.text()
    if problems := file.trial(text, without_entry(text, entry.jargon, entry.kind, file.name)).faults():
        return Saved(tuple(map(_in_words, problems)))
    file.save(lambda now: without_entry(now, entry.jargon, entry.kind, file.name), text, save_bytes)
    return Saved(told=f"\u201c{entry.jargon}\u201d was taken out of {file.name}.")


def can_be_removed(entry: Entry | None) -> bool:
    """Whether an entry stands in a glossary file that is the person's own, or their project's."""
    return bool(entry and entry.origin.layer in ("user", "project") and entry.origin.path.endswith((".yaml", ".yml")))


def _in_words(problem: Problem) -> str:
    return in_form_words(f"{problem.what} {problem.to_do}".strip())
