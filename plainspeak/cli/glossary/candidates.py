"""plainspeak glossary candidates: words in your documents that may need an entry."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence

from plainspeak.checking.checker import Checker
from plainspeak.checking.dictionary import Dictionary
from plainspeak.cli.glossary.your_documents import YourDocuments
from plainspeak.cli.parser import Parser, number_up_to, one_of
from plainspeak.cli.streams import deliver, tell
from plainspeak.documents.document import Document
from plainspeak.errors import UsageError
from plainspeak.glossary.candidates import LEAST, Candidate, Source, find_candidates
from plainspeak.glossary.entry import Glossary
from plainspeak.matching.forms import normalise_form
from plainspeak.reports.counts import counted
from plainspeak.reports.terminal import on_one_line
from plainspeak.settings import load_settings
from plainspeak.text.phrases import inflect_phrase
from plainspeak.text.span import Span
from plainspeak.text.spelling_variants import spelling_variants, without_accents

FORMATS = ("text", "csv", "html")
NOTHING_FOUND = 1
_MOST = 100
_HIGHEST = 1_000_000


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    if not options.paths:
        raise UsageError("Say where to look: files or folders.", "For example: plainspeak glossary candidates letters/")
    settings = load_settings()
    checker = Checker.load(settings)
    documents = YourDocuments(options.paths, settings.exclude)
    sources = (_source(document, checker) for document in documents)
    explained = _looked_up(checker.glossary)
    met = find_candidates(sources, _frequency(), options.least)
    found = [candidate for candidate in met if normalise_form(candidate.words) not in explained][: options.most]
    if not found and not documents.status:
        tell("plainspeak: No word there seems to need an entry.")
    deliver(_printed(found, options), options.output)
    if options.output:
        tell(f"plainspeak: {counted(len(found), 'candidate')} saved in {options.output}.")
    return documents.status or (0 if found else NOTHING_FOUND)


def _source(document: Document, checker: Checker) -> Source:
    """A document with what the glossary covers in it, and the initials that it does not."""
    checked = checker.check(document.text, document.masks)
    unknown = [Span(finding.start, finding.end) for finding in checked.findings if finding.check == "acronym"]
    covered = [Span(finding.start, finding.end) for finding in checked.findings if finding.check == "jargon"]
    covered += [Span(left.start, left.end) for left in checked.left_alone]
    covered += [Span(mask.start, mask.end) for mask in document.masks]
    return Source(document.path, document.text, [*covered, *unknown], unknown)


def _looked_up(glossary: Glossary) -> set[str]:
    """The terms that are only looked up: documents are not searched for them, and they have their entry already."""
    terms = (term for entry in glossary.entries if entry.look_up for term in entry.terms)
    return {normalise_form(form) for term in terms for form in (term, inflect_phrase(term, "noun", "plural"))}


def _frequency() -> Callable[[str], int]:
    """What tells how often a word is met in general English, in British or American spelling, with its accents or without."""
    dictionary = Dictionary.load()
    return lambda word: max(map(dictionary.frequency, (word, without_accents(word), *spelling_variants(word))))


def _parser() -> Parser:
    parser = Parser(
        "glossary candidates",
        ["FILE-OR-FOLDER... [options]"],
        "Find words in your documents that may need an entry: rare in general English and frequent here, words that\n"
        "keep standing together, and initials that no entry knows. The page (html) is for a group to vote on; a table\n"
        "(csv) that is filled in goes back with: plainspeak glossary import FILE.",
        "For example: plainspeak glossary candidates letters/ --format html --output vote.html\n\n"
        "The exit status is 0 when there are candidates, 1 when there are none, and 3 when a document could not be read.",
    )
    parser.add_argument("paths", nargs="*", metavar="FILE-OR-FOLDER", help="the documents to look through")
    parser.add_argument(
        "--format",
        type=one_of("format", FORMATS),
        default="text",
        metavar="FORMAT",
        help="text, csv (a table to fill in) or html (a page to print and vote on)",
    )
    parser.add_argument(
        "--least",
        type=number_up_to(_HIGHEST),
        default=LEAST,
        metavar="NUMBER",
        help=f"how often a word must come up ({LEAST})",
    )
    parser.add_argument(
        "--most", type=number_up_to(_HIGHEST), default=_MOST, metavar="NUMBER", help=f"show at most so many ({_MOST})"
    )
    parser.add_argument("--output", metavar="FILE", help="save the list in this file instead of showing it")
    return parser


def _printed(found: Sequence[Candidate], options: Namespace) -> Iterator[str]:
    if options.format == "text":
        yield from map(_line, found)
        return
    from plainspeak.glossary.exchange import voting_sheet

    if options.format == "csv":
        yield ("\ufeff" if options.output else "") + voting_sheet.csv_sheet(found)
    else:
        yield from voting_sheet.html_sheet(found)


def _line(candidate: Candidate) -> str:
    times = f"{counted(candidate.times, 'time')} in {counted(candidate.documents, 'document')}"
    return f"{on_one_line(candidate.words)} ({times}): {on_one_line(candidate.sentence)}\n"
