"""Embedded subset fonts of the PDF: only the glyphs that are used, with ToUnicode maps."""

from dataclasses import dataclass, field

from danvan_desktop.exporters.pdf.objects import Dictionary, PdfFile, Stream, dictionary, name, numbers
from danvan_desktop.fonts import Face as FontFace
from danvan_desktop.fonts import FontSet
from danvan_desktop.fonts.truetype import TrueType

# ISO 32000-1, table 123. Symbolic: its characters are not only those of the standard Latin set.
_FIXED_PITCH, _SYMBOLIC, _ITALIC, _FORCE_BOLD = 1, 4, 64, 1 << 18
_BOLD = 600
"""The weight (400 is regular, 700 bold) from which a face is bold."""
# A character stands at its own code where that is printable ASCII, so that a space is 32 and obeys Tw.
_OWN_CODES = range(32, 127)
_FREE_CODES = (*range(128, 256), *range(1, 32), 127)
_STAND_INS = "□?"
# Spaces and hyphens that forbid a break have done their work once lines are broken: they are read as plain
# ones, so that a search finds "25-NQ/TW". A no-break space keeps its own code because Tw must not widen it.
_READ_AS = {"\u00a0": " ", "\u2011": "-"}
# ISO 32000-1, 9.10.3: a CMap section holds at most 100 entries.
_CMAP_ENTRIES = 100


@dataclass
class _Subset:
    """Up to 256 characters of a font that share a font object."""

    resource: str
    codes: dict[str, int] = field(default_factory=dict)
    taken: int = 0

    def code(self, character: str) -> int | None:
        """The byte for ``character``, None when there is no room left."""
        known = self.codes.get(character)
        if known is not None:
            return known
        if ord(character) in _OWN_CODES:
            code = ord(character)
        elif self.taken < len(_FREE_CODES):
            code = _FREE_CODES[self.taken]
            self.taken += 1
        else:
            return None
        self.codes[character] = code
        return code


class EmbeddedFace:
    """One font file, and which of its glyphs the document uses so far."""

    def __init__(self, font: FontFace, prefix: str) -> None:
        self._font = font
        self._prefix = prefix
        self._subsets: list[_Subset] = []
        glyphs = font.file.glyphs
        self._stand_in = next(ord(character) for character in _STAND_INS if glyphs[ord(character)])

    def encode(self, text: str) -> list[tuple[str, bytes]]:
        """``text`` as stretches of one font resource each."""
        if not text:
            return []
        if not self._subsets:
            self._subsets.append(_Subset(f"{self._prefix}0"))
        first = self._subsets[0]
        try:
            return [(first.resource, bytes(map(first.codes.__getitem__, text)))]
        except KeyError:
            if all(first.code(character) is not None for character in dict.fromkeys(text)):
                return self.encode(text)
        return self._stretches(text)

    def _stretches(self, text: str) -> list[tuple[str, bytes]]:
        """The same where a character stands in a further subset."""
        stretches: list[tuple[str, bytearray]] = []
        for character in text:
            resource, code = self._place(character)
            if not stretches or stretches[-1][0] != resource:
                stretches.append((resource, bytearray()))
            stretches[-1][1].append(code)
        return [(resource, bytes(codes)) for resource, codes in stretches]

    def _place(self, character: str) -> tuple[str, int]:
        for subset in self._subsets:
            code = subset.code(character)
            if code is not None:
                return subset.resource, code
        subset = _Subset(f"{self._prefix}{len(self._subsets)}")
        self._subsets.append(subset)
        return self._place(character)

    def write(self, file: PdfFile) -> None:
        """Add the used glyphs to ``file`` under the resource names that :meth:`encode` gave."""
        for subset in self._subsets:
            file.fonts[subset.resource] = file.add(self._font_object(file, subset))

    def _font_object(self, file: PdfFile, subset: _Subset) -> Dictionary:
        last = max(subset.codes.values())
        points = [0] * (last + 1)
        for character, code in subset.codes.items():
            points[code] = self._glyph_point(character)
        base = _tagged_name(subset.resource, self._font.file.name)
        return dictionary(
            Type=name("Font"),
            Subtype=name("TrueType"),
            BaseFont=name(base),
            FirstChar=0,
            LastChar=last,
            Widths=numbers(*map(self._width, points)),
            FontDescriptor=file.add(self._descriptor(file, base, points)),
            ToUnicode=file.add(Stream(_to_unicode(base, subset.codes))),
        )

    def _glyph_point(self, character: str) -> int:
        """The code point whose glyph is drawn: a box where the font lacks the character."""
        glyphs = self._font.file.glyphs
        candidates = (ord(character), ord(_READ_AS.get(character, character)))
        return next((point for point in candidates if glyphs[point]), self._stand_in)

    def _width(self, point: int) -> float:
        """Advance width in thousandths of the font size."""
        file = self._font.file
        return self._thousandths(file.advances[file.glyphs[point]])

    def _thousandths(self, units: int) -> float:
        return round(units * 1000 / self._font.file.units_per_em, 2)

    def _descriptor(self, file: PdfFile, base: str, points: list[int]) -> Dictionary:
        font, program = self._font.file, self._font.subset(points)
        return dictionary(
            Type=name("FontDescriptor"),
            FontName=name(base),
            Flags=_flags(font),
            FontBBox=numbers(*map(self._thousandths, font.box)),
            ItalicAngle=font.italic_angle,
            Ascent=self._thousandths(font.ascent),
            Descent=self._thousandths(font.descent),
            CapHeight=self._thousandths(font.cap_height),
            # No file tells the width of its stems: pdflib's estimate from the weight.
            StemV=50 + int((font.weight / 65) ** 2),
            MissingWidth=self._width(0),
            FontFile2=file.add(Stream(program, Length1=len(program))),
        )


def _flags(font: TrueType) -> int:
    flags = _SYMBOLIC
    for flag, holds in (
        (_FIXED_PITCH, font.is_monospaced),
        (_ITALIC, font.italic_angle),
        (_FORCE_BOLD, font.weight >= _BOLD),
    ):
        flags |= flag if holds else 0
    return flags


def _tagged_name(resource: str, font_name: str) -> str:
    """The font's PostScript name behind the six letters that mark a subset."""
    tag = "".join(chr(65 + int(figure)) if figure.isdigit() else figure for figure in resource)
    return f"{tag.upper().rjust(6, 'A')}+{font_name}"


def _to_unicode(base: str, codes: dict[str, int]) -> bytes:
    """The CMap that gives back the text when it is copied or read aloud."""
    entries = [
        f"<{code:02X}> <{_READ_AS.get(character, character).encode('utf-16-be').hex().upper()}>"
        for character, code in sorted(codes.items(), key=lambda item: item[1])
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{base} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _CMAP_ENTRIES):
        section = entries[start : start + _CMAP_ENTRIES]
        lines += [f"{len(section)} beginbfchar", *section, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


class EmbeddedFaces:
    """The four looks of the document's typeface."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._faces: dict[tuple[bool, bool], EmbeddedFace] = {}

    def face(self, *, bold: bool, italic: bool) -> EmbeddedFace:
        """The face for a look; only those asked for come into the file."""
        if (bold, italic) not in self._faces:
            font = self._fonts.face(bold=bold, italic=italic)
            self._faces[bold, italic] = EmbeddedFace(font, f"F{'B' if bold else 'R'}{'I' if italic else 'U'}")
        return self._faces[bold, italic]

    def write(self, file: PdfFile) -> None:
        """Add all that were used to ``file``."""
        for _, face in sorted(self._faces.items()):
            face.write(file)
