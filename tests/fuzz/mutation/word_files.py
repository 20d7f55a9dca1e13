"""Changes of a Word file as a package: entries, relationships, kinds of content, encodings of parts.

Those of the XML inside stand in ``word_xml``.
"""

import io
import struct
import zipfile
from collections.abc import Callable
from random import Random

from tests.fuzz.mutation import word_text, word_xml
from tests.fuzz.mutation.mutator import Mutator
from tests.fuzz.mutation.package import in_package, parts_of, written

_TARGETS = (
    b"document.xml",
    b"styles.xml",
    b"../word/document.xml",
    b"/word/footnotes.xml",
    b"file:///etc/passwd",
    b"",
    b"a b.xml",
)


def swap_entries(data: bytes, dice: Random) -> bytes:
    """Let two parts stand under each other's name."""

    def change(files: dict[str, bytes]) -> None:
        one, two = dice.choice(list(files)), dice.choice(list(files))
        files[one], files[two] = files[two], files[one]

    return in_package(data, change)


def drop_entry(data: bytes, dice: Random) -> bytes:
    """Leave a part out."""
    return in_package(data, lambda files: files.pop(dice.choice(list(files))))


def rename_entry(data: bytes, dice: Random) -> bytes:
    """Call a part by a name that is, to some programs, the same."""

    def change(files: dict[str, bytes]) -> None:
        name = dice.choice(list(files))
        other = dice.choice(
            (name.upper(), "/" + name, name.replace("/", "\\"), "./" + name, name + " ", "../" + name)
        )
        files[other] = files.pop(name)

    return in_package(data, change)


def twin_entry(data: bytes, dice: Random) -> bytes:
    """Write a part twice under one name, once cut short or empty."""
    files = parts_of(data)
    if not files:
        return data
    name = dice.choice(["word/document.xml", dice.choice(list(files))])
    content = files.get(name, b"")
    twin = dice.choice((b"", content[: len(content) // 2], content))
    first = dice.random() < 0.5
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, inside in files.items():
            if each == name:
                _entry(archive, each, twin if first else inside)
                _entry(archive, each, inside if first else twin)
            else:
                _entry(archive, each, inside)
    return buffer.getvalue()


def cut_part(data: bytes, dice: Random) -> bytes:
    """Cut a part short, empty it, or put something behind it."""

    def change(files: dict[str, bytes]) -> None:
        name = dice.choice(list(files))
        content = files[name]
        files[name] = dice.choice(
            (content[: dice.randint(0, len(content))], b"", content + b"\0" * 9, content + content)
        )

    return in_package(data, change)


def other_coding_of_part(data: bytes, dice: Random) -> bytes:
    """Write a part in another encoding, whether it says so or not."""

    def change(files: dict[str, bytes]) -> None:
        name = dice.choice(["word/document.xml", dice.choice(list(files))])
        text = files.get(name, b"").decode(errors="replace")
        said = dice.choice(
            ("", '<?xml version="1.0" encoding="UTF-16"?>', '<?xml version="1.1" encoding="latin-1"?>')
        )
        body = text[text.find("?>") + 2 :] if text.startswith("<?xml") else text
        coding = dice.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "utf-32"))
        files[name] = (said + body).encode(coding, errors="xmlcharrefreplace")

    return in_package(data, change)


def other_target(data: bytes, dice: Random) -> bytes:
    """Let a relationship lead elsewhere, outside, or be of another kind."""

    def change(files: dict[str, bytes]) -> None:
        relations = [name for name in files if name.endswith(".rels")]
        if not relations:
            return
        name = dice.choice(relations)
        content = files[name]
        pieces = content.split(b'Target="')
        if len(pieces) > 1:
            place = dice.randrange(1, len(pieces))
            rest = pieces[place].partition(b'"')[2]
            outside = b'" TargetMode="External' if dice.random() < 0.3 else b""
            pieces[place] = dice.choice(_TARGETS) + outside + b'"' + rest
        files[name] = b'Target="'.join(pieces)

    return in_package(data, change)


def other_content_type(data: bytes, dice: Random) -> bytes:
    """Say of a part that it is of another kind."""

    def change(files: dict[str, bytes]) -> None:
        content = files.get("[Content_Types].xml", b"")
        old, new = dice.choice(
            (
                (b"document.main+xml", b"template.main+xml"),
                (b"document.main+xml", b"document.macroEnabled.main+xml"),
                (b"wordprocessingml.document", b"spreadsheetml.sheet"),
                (b"/word/document.xml", b"/word/other.xml"),
                (b'Extension="xml"', b'Extension="xxx"'),
                (b"styles+xml", b"document.main+xml"),
            )
        )
        files["[Content_Types].xml"] = content.replace(old, new)

    return in_package(data, change)


def lie_in_headers(data: bytes, dice: Random) -> bytes:
    """Change sizes, checksums, methods and names in the headers of the archive."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 2, 5))):
        sign = dice.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
        places = [at for at in range(len(changed) - 40) if changed[at : at + 4] == sign]
        if places:
            at = dice.choice(places) + dice.choice((6, 8, 10, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32))
            changed[at : at + 2] = struct.pack("<H", dice.choice((0, 1, 8, 9, 12, 14, 99, 255, 65535)))
    return bytes(changed)


def around_the_archive(data: bytes, dice: Random) -> bytes:
    """Put something before or behind the archive, or store it unpacked."""
    changes: tuple[Callable[[], bytes], ...] = (
        lambda: b"PK\x03\x04" + data,
        lambda: b"\0" * 64 + data,
        lambda: data + b"\0" * 64,
        lambda: data + data,
        lambda: written(parts_of(data), zipfile.ZIP_STORED),
        lambda: written(parts_of(data), dice.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))),
        lambda: written(dict(reversed(parts_of(data).items()))),
    )
    return dice.choice(changes)() if parts_of(data) else data


def much_of_a_part(data: bytes, dice: Random) -> bytes:
    """Put a picture or a part in that unpacks to very much."""

    def change(files: dict[str, bytes]) -> None:
        size = dice.choice((10**5, 10**7))
        name = dice.choice(("word/media/image1.png", "word/styles.xml", "word/other.xml"))
        files[name] = b"<a>" + b" " * size + b"</a>"

    return in_package(data, change)


MUTATORS: tuple[Mutator, ...] = (
    *word_xml.MUTATORS,
    *word_xml.MUTATORS,
    *word_text.MUTATORS,
    *word_text.MUTATORS,
    swap_entries,
    drop_entry,
    rename_entry,
    twin_entry,
    cut_part,
    other_coding_of_part,
    other_target,
    other_content_type,
    lie_in_headers,
    around_the_archive,
    much_of_a_part,
)


def _entry(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Write an entry without a warning where the name is there already."""
    archive.NameToInfo.pop(name, None)
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)
