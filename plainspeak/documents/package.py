"""Package: the zip file that a Word, OpenDocument, PowerPoint or EPUB document is. Hostile ones are refused in time.

Nothing is ever unpacked to the disk, so what the names in a package say does not matter.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lxml import etree

from plainspeak.errors import DocumentError

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

_MOST_PARTS = 20_000
_LARGEST_PART = 48 << 20
_MOST_MARKS = 1_500_000  # tags and attributes: each takes 100 to 200 bytes of memory
_LARGEST_PACKAGE = 2 << 30  # unpacked, when it is copied
_CONTENT_TYPES = "[Content_Types].xml"
_FORMATS = {  # how the kind of a package that is read begins
    "application/vnd.openxmlformats-officedocument.wordprocessingml": "docx",
    "application/vnd.ms-word.": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml": "pptx",
    "application/vnd.ms-powerpoint.": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/epub+zip": "epub",
}
_OTHERS = {"sheet": "a spreadsheet", "opendocument.presentation": "an OpenDocument presentation"}
_SAVE_AS_OTHER = "Word, OpenDocument text, PowerPoint and EPUB files can be."
_SAVE_AGAIN = "Open it in the program that made it, save it again, and check that."
_PASSWORD = "Take the password off in the program that made it, and check that."  # noqa: S105 - a sentence

_FAULTS = (  # what unpacking a damaged part raises
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


class Package:
    """The parts of one zip file, by name. `name` is what messages call the document. Raises DocumentError."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, OSError) as error:
            raise self.damaged() from error
        names = [part.filename for part in self._parts]
        if len(names) > _MOST_PARTS:
            raise DocumentError(f"{name} has more than {_MOST_PARTS:,} parts, so it is not read.", _SAVE_AGAIN)
        if len(set(names)) < len(names):
            raise DocumentError(f"{name} is damaged: two of its parts have the same name.", _SAVE_AGAIN)
        self.names = frozenset(names)

    def damaged(self, what: str = "") -> DocumentError:
        """The error that says that the package is damaged, and `what` is wrong with it."""
        return DocumentError(f"{self.name} is damaged{': ' + what if what else ''}.", _SAVE_AGAIN)

    def format(self) -> str:
        """What kind of document it is: "docx", "pptx", "odt" or "epub". Raises DocumentError for any other."""
        if "mimetype" in self.names:
            kind = self.read("mimetype")[:100].decode("ascii", "replace").strip()
        elif _CONTENT_TYPES in self.names:
            main = {f"/{target}" for _, kind, target in self.relations("") if kind == "officeDocument"}
            kind = next(
                (one.get("ContentType", "") for one in self.xml(_CONTENT_TYPES) if one.get("PartName") in main), ""
            )
        else:
            kind = ""
        known = next((name for sign, name in _FORMATS.items() if kind.startswith(sign)), "")
        if not known:
            what = next((name for sign, name in _OTHERS.items() if sign in kind), "a zip file")
            raise DocumentError(f"{self.name} is {what}, which cannot be checked.", _SAVE_AS_OTHER)
        return known

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises DocumentError when there is none, or it is damaged or far too large."""
        if part not in self.names:
            raise self.damaged(f"its part {part} is missing")
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise DocumentError(f"{self.name} is protected with a password.", _PASSWORD)
        if info.file_size > _LARGEST_PART:
            raise self._too_large(part)
        try:
            with self._zip.open(info) as file:
                return file.read(_LARGEST_PART)
        except _FAULTS as error:
            raise self.damaged(f"its part {part} cannot be unpacked") from error

    def xml(self, part: str) -> Element:
        """The root element of a part, without comments. Raises DocumentError when it is not plain XML, which has no DOCTYPE."""
        data = self.read(part)
        if data.count(b"<") + data.count(b"=") > _MOST_MARKS:
            raise self._too_large(part)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._not_xml(part, str(error)) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise DocumentError(
                f"{self.name} is not read: its part {part} defines entities, which no word processor does.", _SAVE_AGAIN
            )
        return root

    def _not_xml(self, part: str, why: str) -> DocumentError:
        if "Excessive depth" in why:
            return self.damaged(f"its part {part} is nested too deep")
        if "too long" in why or "too large" in why or "huge" in why.lower():
            return DocumentError(
                f"{self.name} has more than 10 million letters in one piece.", "Split it, and check the parts."
            )
        return self.damaged(f"its part {part} is not XML")

    def _too_large(self, part: str) -> DocumentError:
        return DocumentError(
            f"{self.name} is too large to read: its part {part} holds more than a thousand pages.",
            "Split it, and check the parts.",
        )

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """The relations of a part ("" for the package itself): the id, the last word of the type, and the part meant."""
        path = PurePosixPath(part)
        where = str(path.parent / "_rels" / f"{path.name}.rels")
        if where not in self.names:
            return
        for relation in self.xml(where):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                yield relation.get("Id", ""), kind, joined(str(path.parent), relation.get("Target", ""))

    def copy(self, changed: Mapping[str, bytes]) -> bytes:
        """The package as it is, with some parts `changed` or added. Raises DocumentError."""
        if sum(part.file_size for part in self._parts) > _LARGEST_PACKAGE:
            raise DocumentError(f"{self.name} is too large to copy.", "Split it, and mark the parts.")
        copy = io.BytesIO()
        try:
            with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as out:
                for part in self._parts:
                    self._copy_part(part, out, changed.get(part.filename))
                for name, data in changed.items():
                    if name not in self.names:
                        out.writestr(name, data)
        except _FAULTS as error:
            raise self.damaged("a part of it cannot be unpacked") from error
        return copy.getvalue()

    def _copy_part(self, part: zipfile.ZipInfo, out: zipfile.ZipFile, data: bytes | None) -> None:
        new = zipfile.ZipInfo(part.filename, part.date_time)
        new.compress_type = part.compress_type
        new.external_attr = part.external_attr
        new.comment = part.comment
        if data is not None:
            out.writestr(new, data)
            return
        with self._zip.open(part) as source, out.open(new, "w", force_zip64=part.file_size > _LARGEST_PART) as target:
            while piece := source.read(1 << 20):
                target.write(piece)


def joined(folder: str, target: str) -> str:
    """The name of the part that `target` means in `folder`; ``..`` goes up, and never out of the package."""
    steps: list[str] = []
    for step in (PurePosixPath("/", folder) / target).parts[1:]:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def xml_bytes(root: Element) -> bytes:
    """A part as it is written back."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
