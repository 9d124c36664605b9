"""Options: what a check looks at besides the glossary's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plainspeak.settings import Settings


class Options(NamedTuple):
    """`include_quotations`: quoted sentences are checked as the writer's own words. `spelling`: unknown words are questioned."""

    include_quotations: bool = False
    spelling: bool = False


DEFAULTS = Options()


def options_of(settings: Settings | None) -> Options:
    """The options that settings ask for."""
    return DEFAULTS if settings is None else Options(settings.include_quotations, bool(settings.spelling))
