"""plainspeak: finds jargon in a draft and offers plain words that fit the sentence.

    >>> import plainspeak
    >>> plainspeak.rewrite("We utilise it.")
    'We use it.'

Names are looked up when they are first used (PEP 562), so that ``import plainspeak`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.version import __version__

if TYPE_CHECKING:
    from plainspeak.checking.checker import Checker
    from plainspeak.checking.finding import Finding
    from plainspeak.glossary.entry import Glossary
    from plainspeak.glossary.layers import load_glossary

__all__ = ["Checker", "Finding", "Glossary", "__version__", "check", "load_glossary", "rewrite"]

_HOMES = {
    "Checker": "plainspeak.checking.checker",
    "Finding": "plainspeak.checking.finding",
    "Glossary": "plainspeak.glossary.entry",
    "load_glossary": "plainspeak.glossary.layers",
}
_checker: Checker | None = None


def check(text: str) -> tuple[Finding, ...]:
    """What a reader may stumble over in `text`, in text order.

    Uses the glossary and the settings in force in the current folder; they are read once. Raises GlossaryError or
    SettingsError when they cannot be used. Make a `Checker` of your own for more.
    """
    return _shared_checker().check(text).findings


def rewrite(text: str) -> str:
    """`text` with every safe swap made. Raises as `check` does."""
    return _shared_checker().rewrite(text)


def _shared_checker() -> Checker:
    global _checker  # noqa: PLW0603 - read once for the whole process, like a module
    if _checker is None:
        from plainspeak.checking.checker import Checker

        _checker = Checker.load()
    return _checker


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
