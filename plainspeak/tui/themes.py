"""Themes: the colours of the app.

Text stands out from what is behind it by 4.5 to 1, in high contrast by 7 to 1; edges and scroll bars do so by 3 to 1.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import BUILTIN_THEMES, Theme


class Look(NamedTuple):
    """A theme that a person can choose, and what to say of it."""

    theme: Theme
    does: str


def _marks(must: str, should: str, could: str, muted: str) -> dict[str, str]:
    """The colours of the three levels, and of text that matters less."""
    return {"text-error": must, "text-warning": should, "text-accent": could, "text-muted": muted}


def _chosen(background: str, foreground: str) -> dict[str, str]:
    """The colours of words that are selected, in a text and elsewhere."""
    return {
        f"{where}-selection-{part}": colour
        for where in ("input", "screen")
        for part, colour in (("background", background), ("foreground", foreground))
    }


DEFAULT = "dark"
TERMINAL = "terminal"

LOOKS = {
    DEFAULT: Look(
        Theme(
            name=DEFAULT,
            primary="#7aa2f7",
            secondary="#9ab8e6",
            accent="#e5b567",
            warning="#e5b567",
            error="#f28b94",
            success="#8fcf9f",
            foreground="#e6e6e3",
            background="#191c22",
            surface="#1f232b",
            panel="#2b303a",
            variables={
                **_marks("#ff9aa2", "#f2c572", "#8fc7ff", "#a9b1bd"),
                **_chosen("#a9c4ff", "#14171c"),
                "border-blurred": "#7a8290",
                "block-cursor-background": "#e5b567",
                "block-cursor-foreground": "#191c22",
            },
        ),
        "light letters on a dark page",
    ),
    "light": Look(
        Theme(
            name="light",
            primary="#1f5fa8",
            secondary="#3b6ea5",
            accent="#1f5fa8",
            warning="#7a4a00",
            error="#a3122d",
            success="#1f6b3a",
            foreground="#22252b",
            background="#fbfaf7",
            surface="#f4f2ed",
            panel="#e5e2da",
            dark=False,
            variables={
                **_marks("#a3122d", "#734600", "#0b5394", "#555a63"),
                **_chosen("#1f5fa8", "#ffffff"),
                "border-blurred": "#85827b",
                "block-cursor-background": "#1f5fa8",
                "block-cursor-foreground": "#ffffff",
            },
        ),
        "dark letters on a light page",
    ),
    "high-contrast": Look(
        Theme(
            name="high-contrast",
            primary="#ffe066",
            secondary="#ffffff",
            accent="#ffe066",
            warning="#ffe066",
            error="#ffb3b3",
            success="#a6f0b5",
            foreground="#ffffff",
            background="#000000",
            surface="#000000",
            panel="#1c1c1c",
            boost="#101010",
            variables={
                **_marks("#ffb3b3", "#ffe066", "#a8dcff", "#e6e6e6"),
                **_chosen("#a8dcff", "#000000"),
                "border-blurred": "#9a9a9a",
                "block-cursor-background": "#ffe066",
                "block-cursor-foreground": "#000000",
            },
        ),
        "white and yellow on black, for tired eyes and bright rooms",
    ),
    TERMINAL: Look(
        Theme(
            name=TERMINAL,
            primary="ansi_blue",
            secondary="ansi_cyan",
            accent="ansi_blue",
            warning="ansi_magenta",
            error="ansi_red",
            success="ansi_green",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            ansi=True,
            variables={
                **BUILTIN_THEMES["ansi-dark"].variables,
                **_marks("ansi_red", "ansi_magenta", "ansi_blue", "ansi_default"),
                "border-blurred": "ansi_default",
                "block-cursor-background": "ansi_default",
                "block-cursor-foreground": "ansi_default",
                "block-cursor-text-style": "bold reverse",
                "input-cursor-background": "ansi_default",
                "input-cursor-foreground": "ansi_default",
                "input-cursor-text-style": "reverse",
            },
        ),
        "the colours that you have set for your terminal",
    ),
}
"""The themes by name, in the order in which they are offered."""
