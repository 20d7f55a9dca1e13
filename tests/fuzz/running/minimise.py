"""A file that shows a defect made smaller: without the steps and pieces that the defect does not need."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lxml import etree

from tests.fuzz.mutation.mutant import Mutant
from tests.fuzz.mutation.package import parts_of, written
from tests.fuzz.seeds.seed import Kind

Still = Callable[[bytes], bool]
"""Whether a file still shows the defect."""
T = TypeVar("T")
_DOCUMENT = "word/document.xml"
_TOKEN = re.compile(rb"(<[^>]*>)")
_OBJECT = re.compile(rb"(?<=\n)\d+ 0 obj\b.*?endobj\s*", re.DOTALL)


def fewest_steps(made: Mutant, still: Still) -> Mutant:
    """Leave out the steps that the defect does not need."""
    place = 0
    while place < len(made.steps) and len(made.steps) > 1:
        shorter = made.without(place)
        if still(shorter.data()):
            made = shorter
        else:
            place += 1
    return made


def fewest(pieces: Sequence[T], still: Callable[[list[T]], bool], tries: int) -> list[T]:
    """Leave out pieces, first many at once, then one by one, asking ``still`` at most so often."""
    kept = list(pieces)
    size = max(1, len(kept) // 2)
    while tries > 0:
        place, before = 0, len(kept)
        while place < len(kept) and tries > 0:
            shorter = kept[:place] + kept[place + size :]
            tries -= 1
            if shorter and still(shorter):
                kept = shorter
            else:
                place += size
        if size == 1 and len(kept) == before:
            break
        size = max(1, size // 2)
    return kept


def smallest(kind: Kind, data: bytes, still: Still, tries: int) -> bytes:
    """Leave out pieces of ``data`` - elements, lines, objects - that the defect does not need."""
    return _SHRINK[kind](data, still, tries)


def _word_file(data: bytes, still: Still, tries: int) -> bytes:
    files = parts_of(data)
    try:
        root = etree.fromstring(files.get(_DOCUMENT, b""))
    except (etree.XMLSyntaxError, ValueError):
        return data

    def without(left: list[int]) -> bytes:
        wanted = set(left)
        tree = etree.fromstring(files[_DOCUMENT])
        gone = [each for place, each in enumerate(tree.iter()) if place and place not in wanted]
        for element in reversed(gone):
            holder = element.getparent()
            if holder is not None:
                holder.remove(element)
        return written({**files, _DOCUMENT: etree.tostring(tree)})

    left = fewest(range(1, sum(1 for _ in root.iter())), lambda kept: still(without(kept)), tries)
    made = without(left)
    return made if still(made) else data


def _split(split: Callable[[bytes], list[bytes]]) -> Callable[[bytes, Still, int], bytes]:
    def shrink(data: bytes, still: Still, tries: int) -> bytes:
        made = b"".join(fewest(split(data), lambda pieces: still(b"".join(pieces)), tries))
        return made if still(made) else data

    return shrink


def _objects(data: bytes) -> list[bytes]:
    pieces, end = [], 0
    for found in _OBJECT.finditer(data):
        pieces += [data[end : found.start()], found[0]]
        end = found.end()
    return [piece for piece in [*pieces, data[end:]] if piece]


def _own_file(data: bytes, still: Still, tries: int) -> bytes:
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError):
        return data
    if not isinstance(raw, dict):
        return data
    keys = fewest(list(raw), lambda kept: still(json.dumps({key: raw[key] for key in kept}).encode()), tries)
    made = json.dumps({key: raw[key] for key in keys}).encode()
    return made if still(made) else data


_SHRINK: Mapping[Kind, Callable[[bytes, Still, int], bytes]] = {
    "docx": _word_file,
    "pdf": _split(_objects),
    "txt": _split(lambda data: data.splitlines(keepends=True)),
    "danvan": _own_file,
    "html": _split(lambda data: [piece for piece in _TOKEN.split(data) if piece]),
    "database": lambda data, _still, _tries: data,
}
