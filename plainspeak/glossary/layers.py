"""Layers: the shipped glossary, the user's own, then the project's; a later one wins where two cover the same term.

`glossary_files`, `fingerprint` and `stamp` read no YAML, so that a compiled glossary can be found at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from zlib import crc32

from plainspeak.errors import GlossaryError
from plainspeak.glossary.entry import FAMILIES, Entry, Glossary
from plainspeak.glossary.naming import term_key, with_ids
from plainspeak.glossary.problems import Problem, did_you_mean, quoted
from plainspeak.settings import Settings
from plainspeak.version import __version__

LAYERS = ("shipped", "user", "project")

Load = Callable[[Path, str], tuple[list[Entry], list[Problem]]]
"""Reads a glossary file of a layer: its entries, and everything wrong with it."""


def shipped_folder() -> Path:
    """The folder of the glossary that comes with plainspeak, installed or in a checkout."""
    installed = Path(__file__).parent / "shipped"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "glossary"


def glossary_files(settings: Settings) -> list[Path]:
    """Every glossary file in force, the layer that wins last."""
    return [path for path, _ in files_with_layers(settings)]


def files_with_layers(settings: Settings) -> list[tuple[Path, str]]:
    """Every glossary file in force with the layer that it belongs to."""
    return [(path, layer) for layer in LAYERS for path in _files_of(layer, settings)]


def _files_of(layer: str, settings: Settings) -> list[Path]:
    chosen = settings.glossary
    if layer == "shipped":
        files = _yaml_files(shipped_folder())
        return [path for path in files if not chosen.files or path.stem in chosen.files]
    files = _yaml_files(chosen.own) if layer == "user" and chosen.own else []
    if settings.origin("glossary.folders").layer == layer:
        files += [path for folder in chosen.folders for path in _yaml_files(folder)]
    return files


def layer_of(path: Path, settings: Settings) -> str:
    """The layer that a glossary file, which need not be there yet, belongs to; "" when it is not in force."""
    chosen = settings.glossary
    folders = [("shipped", shipped_folder())] + ([("user", chosen.own)] if chosen.own else [])
    folders += [(settings.origin("glossary.folders").layer, folder) for folder in chosen.folders]
    home = path.parent.resolve()
    return next((layer for layer, folder in folders if folder.resolve() == home), "")


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in (".yaml", ".yml") and path.name[0] != ".")


def fingerprint(settings: Settings) -> str:
    """A short digest of all that the glossary in force is made from: files, settings and version."""
    from hashlib import blake2b  # takes 5 ms to import

    digest = blake2b(_choices(settings).encode(), digest_size=16)
    for path in glossary_files(settings):
        digest.update(repr(str(path)).encode())
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            digest.update(repr(error).encode())
    return digest.hexdigest()


def stamp(settings: Settings) -> str:
    """What tells the glossary in force from another, like `fingerprint`, in a tenth of the time: sizes and checksums."""
    sums: list[tuple[object, ...]] = []
    for path in glossary_files(settings):
        try:
            data = path.read_bytes()
            sums.append((str(path), len(data), crc32(data)))
        except OSError as error:
            sums.append((str(path), 0, repr(error)))
    return f"{_choices(settings)} {sums}"


def _choices(settings: Settings) -> str:
    """The version, and the settings that say which entries are in force."""
    chosen = settings.glossary
    return repr(
        (__version__, chosen.families, chosen.off, chosen.left, [dict(entry.table) for entry in chosen.entries])
    )


def load_glossary(settings: Settings | None = None, load: Load | None = None) -> Glossary:
    """The glossary in force; without settings, just the shipped one. `load` reads a file, as `load_file` does.

    Raises GlossaryError, with every problem of every file, when one of them stops a file from being used.
    """
    settings = settings or Settings()
    entries, problems = read_layers(settings, load)
    blocking = [problem for problem in problems if problem.blocks]
    if blocking:
        raise GlossaryError.of(blocking)
    return Glossary(tuple(entries), fingerprint(settings))


def read_layers(settings: Settings, load: Load | None = None) -> tuple[list[Entry], list[Problem]]:
    """The entries in force, and everything wrong in the files and the settings that they come from."""
    entries: list[Entry] = []
    problems = _settings_problems(settings)
    for layer in LAYERS:
        more, faults = read_layer(layer, settings, load)
        entries = overlay(entries, more)
        problems += faults
    chosen = settings.glossary
    entries, unknown = _without(entries, chosen.off)
    problems += [_unknown_off(words, entries, settings) for words in unknown]
    entries, _ = _without(entries, chosen.left)  # of initials and words of their own there is no entry
    return [entry for entry in entries if not chosen.families or entry.family in chosen.families], problems


def read_layer(layer: str, settings: Settings, load: Load | None = None) -> tuple[list[Entry], list[Problem]]:
    """The entries of one layer, from its files and the settings, and everything wrong there."""
    from plainspeak.glossary.load import load_file, load_files, read_tables

    entries, problems = load_files(_files_of(layer, settings), layer, load or load_file)
    tables = settings.glossary.entries if settings.origin("glossary.entries").layer == layer else ()
    written, faults = read_tables(tables, layer, entries)
    return [*entries, *written], [*problems, *faults]


def overlay(lower: list[Entry], upper: list[Entry]) -> list[Entry]:
    """Two layers as one. Ids are unique, and those of the lower layer stay as they are.

    An upper entry whose `jargon` is a term of a lower entry of the same kind replaces it; a term in its `also` is taken
    from the lower entry.
    """
    if not upper:
        return lower
    replaced = {term_key(entry.jargon, entry.kind) for entry in upper}
    taken = {term_key(term, entry.kind) for entry in upper for term in entry.also}
    kept = []
    for entry in lower:
        keys = [term_key(term, entry.kind) for term in entry.terms]
        if replaced.isdisjoint(keys):
            kept += _with_terms(entry, [term for term, key in zip(entry.terms, keys, strict=True) if key not in taken])
    return kept + with_ids(upper, {entry.id for entry in kept})


def _with_terms(entry: Entry, terms: list[str]) -> list[Entry]:
    """The entry with these terms only, under the same id; nothing when there are none."""
    if len(terms) == len(entry.terms):
        return [entry]
    return [entry._replace(jargon=terms[0], also=tuple(terms[1:]))] if terms else []


def _without(entries: list[Entry], off: Iterable[str]) -> tuple[list[Entry], list[str]]:
    """The entries without those switched off, by id or by term, and the words that fit none of them."""
    unknown = []
    for words in off:
        left = [other for entry in entries for other in _switched_off(entry, words)]
        if left == entries:
            unknown.append(words)
        entries = left
    return entries, unknown


def _switched_off(entry: Entry, words: str) -> list[Entry]:
    key = term_key(words, entry.kind)
    if words == entry.id or key == term_key(entry.jargon, entry.kind):
        return []
    return _with_terms(entry, [term for term in entry.terms if term_key(term, entry.kind) != key])


def _settings_problems(settings: Settings) -> list[Problem]:
    """What the settings name that does not exist."""
    chosen = settings.glossary
    problems = [
        _problem(settings, "glossary.folders", f"There is no folder {folder}.", "Check the name.")
        for folder in chosen.folders
        if not folder.is_dir()
    ]
    known = {"glossary.files": [path.stem for path in _yaml_files(shipped_folder())], "glossary.families": FAMILIES}
    for setting, names in (("glossary.files", chosen.files), ("glossary.families", chosen.families)):
        for name in names:
            if name not in known[setting]:
                near = did_you_mean(name, known[setting]) or f"Choose from: {', '.join(known[setting])}."
                problems.append(_problem(settings, setting, f"{quoted(name)} is not one of the {setting}.", near))
    return problems


def _unknown_off(words: str, entries: list[Entry], settings: Settings) -> Problem:
    near = did_you_mean(words, (term for entry in entries for term in (entry.id, *entry.terms)))
    what = f"{quoted(words)} is switched off, and no entry covers it."
    return _problem(settings, "glossary.off", what, near or "Take it out of glossary.off.")._replace(blocks=False)


def _problem(settings: Settings, setting: str, what: str, to_do: str) -> Problem:
    source = settings.origin(setting)
    return Problem(str(source.path or "settings"), source.line or 1, 1, what, to_do)
