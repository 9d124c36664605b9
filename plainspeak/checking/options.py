"""Options: what a check looks at besides the glossary's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plainspeak.settings import Settings


class Options(NamedTuple):
    """`include_quotations`: quoted sentences are checked as the writer's own words. `spelling`: unknown words are questioned.

    `left`: initials and words that are never questioned, case folded.
    """

    include_quotations: bool = False
    spelling: bool = False
    left: frozenset[str] = frozenset()


DEFAULTS = Options()


def options_of(settings: Settings | None) -> Options:
    """The options that settings ask for."""
    if settings is None:
        return DEFAULTS
    left = frozenset(words.casefold() for words in settings.glossary.left)
    return Options(settings.include_quotations, bool(settings.spelling), left)
