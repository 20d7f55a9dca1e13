"""Recognise the closing (phần cuối văn bản): Nơi nhận and the signature block, in columns or stacked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from danvan_desktop.importers.recognition.lines.list_markers import is_caps, is_mostly_caps, parse_mark
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.report.model import Filing
from danvan_desktop.report.office.recipients import read_filing, without_end_sign
from danvan_desktop.report.text.fold_diacritics import fold

_LABEL = re.compile(r"Nơi\s+nhận\s*(?::|$)\s*", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:KT|TM|TL|TUQ|Q|K/T|T/M|T/L)(?:\s?\.\s?|\s)(?=[^\W\d_])")
_POSITIONS = re.compile(r"\b(?:CHANH|GIAM DOC|CHU TICH|TRUONG|BI THU|NGUOI|CHI HUY|CUC|VU)\b")
_FILING = re.compile(r"[-–•+]?\s*Lưu\s*:?\s*(.*)", re.IGNORECASE)
_SPLIT_CAPS = re.compile(r"(?<=[;.:])\s+(?=(?:[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ./]*\s+)+[A-ZĐÀ-Ỹ]{2,}$)")
_NAME = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\.?\s+){1,6}[^\W\d_a-z][^\W\d_]*")
_SEAL = re.compile(r"\(.*\)|\[.*\]|(?:Đã ký|đã ký|Ký tên|ký tên)[.,]?", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"(?:SỞ|BAN|BỘ|HỘI|LIÊN ĐOÀN|ĐOÀN (?:THANH|TNCS|KHỐI|ĐẠI)|TỈNH ĐOÀN|UBND|HĐND|ỦY BAN|UỶ BAN|MẶT TRẬN"
    r"|CỤC|PHÒNG|CÔNG (?:AN|ĐOÀN|TY)|CHI CỤC|VĂN PHÒNG|ĐẢNG [ỦU][YỶ]|TRƯỜNG|TRUNG TÂM|BỆNH VIỆN"
    r"|TÒA ÁN|TỔNG CÔNG)\s",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:Phó\s+|Quyền\s+)*(?:Tổng\s+)?(?:Chánh\s|Giám đốc|Chủ tịch|Chủ nhiệm|Bí thư|Trưởng\s"
    r"|(?:Cục|Vụ|Viện|Hiệu|Đội|Trạm)\s+trưởng)",
    re.IGNORECASE,
)
_FAR_RIGHT = 15
_LONGEST = 120
_LONGEST_TITLE = 70
_MOST_SIGN_LINES = 8


@dataclass(slots=True)
class Closing:
    """What stood below the text."""

    recipients: list[str] = field(default_factory=list)
    as_above: bool = False
    filing: Filing | None = None
    filing_text: str = ""
    sign_lines: list[str] = field(default_factory=list)
    signer: str | None = None
    other_position: str | None = None
    """A post above the name, below the signature: told from the signing lines by its place only."""
    other_signing: list[str] = field(default_factory=list)
    """Titles and name of who signs at the left of the one that is taken, as of a văn bản liên tịch."""
    unprinted: list[str] = field(default_factory=list)
    """"(Đã ký)" and the like, which the paper does not bear before it is signed."""
    before: list[TextLine] = field(default_factory=list)
    after: list[TextLine] = field(default_factory=list)
    """Not understood: before and after the signer's name."""


def closing_start(lines: Sequence[TextLine]) -> int:
    """The index of the first line of Nơi nhận or the signing block; the number of lines if there is none."""
    label = next((i for i in range(len(lines) - 1, -1, -1) if _is_label(lines, i)), None)
    start = len(lines) if label is None else label
    if label is None:
        return _signature_only(lines)
    for index in range(start - 1, max(start - _MOST_SIGN_LINES, -1), -1):
        if is_sign_line(lines[index].text):
            start = index
        elif not (_NAME.fullmatch(lines[index].text) or _is_title(lines[index].text)):
            break
    return start


def _is_title(text: str) -> bool:
    """Whether ``text`` is a post or an office, in capitals or not, and so no name: "Phó Giám đốc"."""
    if len(text) > _LONGEST_TITLE or parse_mark(text) or text.endswith((".", ";", ":")):
        return False
    return bool(is_sign_line(text) or _ORGANISATION.match(text) or _POST.match(text))


def is_sign_line(text: str) -> bool:
    """Tell whether ``text`` is a line of quyền hạn, chức vụ: "KT. CHÁNH VĂN PHÒNG"."""
    if not is_mostly_caps(text) or len(text) > _LONGEST_TITLE or parse_mark(text):
        return False
    return bool(_AUTHORITY.match(text) or (is_caps(text) and _POSITIONS.search(fold(text).upper())))


def read_closing(lines: Sequence[TextLine]) -> Closing:
    """Read the lines from :func:`closing_start` on."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    return reader.closing


def _is_label(lines: Sequence[TextLine], index: int) -> bool:
    """Whether this is the line "Nơi nhận:", alone, before the signing lines, or before a first place."""
    text = lines[index].text
    if len(text) > _LONGEST:
        return False
    match = _LABEL.search(text)
    if match is None or (match.start() and not is_caps(text[: match.start()])):
        return False
    rest = text[match.end() :]
    return not rest or is_caps(rest) or parse_mark(rest) is not None


def _signature_only(lines: Sequence[TextLine]) -> int:
    """Where there is no Nơi nhận: the signing lines that only a name follows."""
    start = len(lines)
    for index in range(len(lines) - 1, max(len(lines) - _MOST_SIGN_LINES, -1), -1):
        text = lines[index].text
        if is_sign_line(text):
            start = index
        elif not (_NAME.fullmatch(text) or _SEAL.fullmatch(text) or _FILING.fullmatch(text)):
            break
    return start


class _Reader:
    """Reads the lines one by one; what stands at the far right belongs to the signing block."""

    def __init__(self) -> None:
        self.closing = Closing()
        self.in_list = False
        self.open_entry = False
        """Whether the last place of Nơi nhận may go on in the next line."""

    def read(self, line: TextLine) -> None:
        """Sort the columns of ``line``; a table is no entry of Nơi nhận, however open the last one is."""
        if line.look is not None and line.look.table is not None:
            (self.closing.before if self.closing.signer is None else self.closing.after).append(line)
            self.open_entry = False
            return
        pieces = [part for column in line.columns for part in _sides(column)]
        pieces = self._right_signer(pieces)
        far = len(line.raw) - len(line.raw.lstrip()) >= _FAR_RIGHT
        for index, piece in enumerate(pieces):
            if match := _LABEL.search(piece):
                self.in_list, self.open_entry = True, False
                self._right(piece[: match.start()].strip(), line)
                self._either(piece[match.end() :].strip(), line)
            elif index or (far and not parse_mark(piece)):
                self._right(piece, line)
            else:
                self._either(piece, line)

    def _right_signer(self, pieces: list[str]) -> list[str]:
        """Of two who sign side by side give what is of the one at the right; the other is set aside."""
        others = self.closing.other_signing
        if len(pieces) != 2 or self.open_entry or any(map(_LABEL.search, pieces)):
            return pieces
        titles = all(map(_is_title, pieces))
        names = bool(others) and all(map(_NAME.fullmatch, pieces))
        if not titles and not names:
            return pieces
        others.append(pieces[0])
        return pieces[1:]

    def _either(self, text: str, line: TextLine) -> None:
        """Take a text of unknown column by what it looks like."""
        if not text:
            return
        mark = parse_mark(text)
        dashed = mark is not None and mark.kind in {"dash", "plus"}
        filing = _FILING.fullmatch(text)
        if filing and (dashed or self.in_list) and self.closing.filing is None:
            self._file(filing[1])
        elif mark is not None and dashed and self.in_list:
            self._recipient(mark.rest)
        elif self.in_list and self.closing.filing is None and not is_sign_line(text) and self._goes_on(text):
            self._continue(text)
        else:
            self._right(text, line)

    def _goes_on(self, text: str) -> bool:
        return self.open_entry or text.endswith(";")

    def _continue(self, text: str) -> None:
        if self.open_entry and self.closing.recipients:
            self.closing.recipients[-1] = without_end_sign(f"{self.closing.recipients[-1]} {text}")
            self.open_entry = not text.endswith((";", "."))
        else:
            self._recipient(text)

    def _recipient(self, text: str) -> None:
        name = without_end_sign(text)
        if fold(name) == "nhu tren":
            self.closing.as_above = True
        elif name:
            self.closing.recipients.append(name)
        self.open_entry = not text.endswith((";", "."))

    def _file(self, text: str) -> None:
        self.closing.filing, self.closing.filing_text = read_filing(text), text
        self.open_entry = False

    def _right(self, text: str, line: TextLine) -> None:
        """Take a text of the signing block."""
        closing = self.closing
        if not text:
            return
        if closing.signer is not None and closing.sign_lines and _is_title(text):
            closing.other_signing += [*closing.sign_lines, closing.signer]
            closing.sign_lines, closing.signer = [], None
        if _SEAL.fullmatch(text):
            closing.unprinted.append(text)
        elif self._is_of_signing(text):
            closing.sign_lines.append(text)
        elif closing.signer is None and _is_name(text):
            closing.signer = text
        else:
            whole = text == line.text and line.look is not None
            rest = line if whole else TextLine(text, text, line.place)
            (closing.before if closing.signer is None else closing.after).append(rest)
        self.open_entry = self.open_entry and len(line.columns) > 1

    def _is_of_signing(self, text: str) -> bool:
        """Whether ``text`` is a signing line: below a first one also one that is not in capitals."""
        if not self.closing.sign_lines:
            return is_sign_line(text) or (is_caps(text) and len(text) <= _LONGEST_TITLE)
        return is_sign_line(text) or (self.closing.signer is None and _is_title(text))


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and len(text) <= _LONGEST_TITLE and not _is_title(text)


def _sides(text: str) -> list[str]:
    """Part "- Lưu: VT, VP1. PHÓ GIÁM ĐỐC", the two columns of a line with a single space between."""
    return _SPLIT_CAPS.split(text) if _LABEL.match(text) or parse_mark(text) else [text]
