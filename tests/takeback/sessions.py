"""Random sessions of editing on an exported Word file, done to its XML, with the truth of what came of what.

An editor is a way to leave marks and runs behind:

* ``plain``: marks stay where they are; of a split paragraph on both halves, a copy has none.
* ``careless``: a third of the marks are lost, runs are cut anywhere.
* ``tracked``: words and ends of paragraphs are put in and taken out under track changes.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from lxml import etree

from danvan_desktop.frozen import frozen
from danvan_desktop.report.takeback.marks import mark_of
from tests.builders.exported_files import parts
from tests.builders.word_file import zipped

Editor = Literal["plain", "careless", "tracked"]
EDITORS: tuple[Editor, ...] = ("plain", "careless", "tracked")
WHO, WHEN = "Trần Thị B", "2025-11-28T09:00:00Z"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUNNING = {"Bodytext", "BodyText", "Khoan", "Diem", "GachDauDong"}
_FRESH = (
    "Công tác phối hợp giữa các ngành có chuyển biến rõ.",
    "Nhiều hộ đã hiến đất làm đường liên thôn trong quý III.",
    "Lãnh đạo đơn vị đối thoại trực tiếp với bà con ba buổi.",
    "Việc góp ý xây dựng chính quyền được tiếp thu nghiêm túc.",
    "Mỗi tổ dân phố cử một người theo dõi, nhắc việc hằng tuần.",
)
_WORDS = (
    "thiết thực",
    "bền vững",
    "sâu sát",
    "linh hoạt",
    "đúng hẹn",
    "công khai",
    "gần dân",
    "hằng quý",
    "liên tục",
)
_FEWEST_WORDS = 3
"""Of a paragraph that is edited: headings of annexes have fewer."""
_TURNS = ("words", "figure", "delete", "split", "merge", "move", "new", "copy", "half", "everywhere")
_WEIGHTS = (24, 10, 9, 8, 7, 9, 15, 4, 6, 3)


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


@frozen
class Session:
    """An edited file and the truth about its running paragraphs, in order, all tracked changes made."""

    docx: bytes
    sources: tuple[tuple[int, ...], ...]
    """Of each the blocks that its words came from; none: it is new."""
    texts: tuple[str, ...]
    gone: tuple[int, ...]
    """Blocks of which nothing is left."""


@dataclass
class _Letter:
    sign: str
    state: str = ""
    """"ins" or "del" of what is tracked."""


@dataclass
class _Line:
    element: etree._Element
    letters: list[_Letter]
    sources: list[int]
    marks: list[str]
    is_held: bool = False
    end: str = ""
    """State of the end of the paragraph."""
    look: etree._Element | None = field(default=None)

    @property
    def text(self) -> str:
        return "".join(each.sign for each in self.letters if each.state != "del")

    @property
    def is_gone(self) -> bool:
        return self.end == "del" and not self.text


def session(docx: bytes, seed: int, editor: Editor) -> Session:
    """Edit ``docx`` as the dice of ``seed`` fall."""
    return _Sitting(docx, Random(f"{editor}/{seed}"), editor).run()


class _Sitting:
    def __init__(self, docx: bytes, dice: Random, editor: Editor) -> None:
        self._dice, self._editor = dice, editor
        self._parts = parts(docx)
        self._root = etree.fromstring(self._parts["word/document.xml"])
        self._flow: list[_Line | etree._Element] = [_line(each) or each for each in self._body]
        self._blocks = [identifier for each in self._lines for identifier in each.sources]
        self._serial = 70_000

    @property
    def _body(self) -> etree._Element:
        found = self._root.find(_w("body"))
        if found is None:
            raise LookupError("a Word file has a body")
        return found

    @property
    def _lines(self) -> list[_Line]:
        return [each for each in self._flow if isinstance(each, _Line)]

    def run(self) -> Session:
        turns = self._dice.choice((1, 2, 4, 7, 12, 20))
        for _ in range(turns):
            turn = self._dice.choices(_TURNS, _WEIGHTS)[0]
            if self._editor == "tracked" and turn in {"move", "copy", "everywhere"}:
                turn = "words"
            getattr(self, f"_{turn}")()
        kept = [each for each in self._lines if not each.is_gone]
        sources = tuple(tuple(each.sources) for each in kept)
        texts = tuple(" ".join(each.text.split()) for each in kept)
        left = {identifier for ids in sources for identifier in ids}
        gone = tuple(each for each in self._blocks if each not in left)
        return Session(self._written(), sources, texts, gone)

    # turns

    def _pick(self, least: int) -> _Line | None:
        fitting = [
            each for each in self._lines if not (each.is_held or each.end) and len(each.text.split()) >= least
        ]
        return self._dice.choice(fitting) if fitting else None

    def _replace(self, line: _Line, start: int, end: int, new: str) -> None:
        """Exchange the letters ``start`` to ``end`` of what is seen."""
        seen = [place for place, each in enumerate(line.letters) if each.state != "del"]
        first = seen[start] if start < len(seen) else len(line.letters)
        if self._editor == "tracked":
            for place in seen[start:end]:
                line.letters[place].state = "gone" if line.letters[place].state == "ins" else "del"
            line.letters[first:first] = [_Letter(sign, "ins") for sign in new]
        else:
            for place in seen[start:end]:
                line.letters[place].state = "gone"
            line.letters[first:first] = [_Letter(sign) for sign in new]
        line.letters = [each for each in line.letters if each.state != "gone"]

    def _word(self, line: _Line, at: int) -> tuple[int, int]:
        """Where the word ``at`` stands, with the blank before it."""
        words = line.text.split(" ")
        start = len(" ".join(words[:at]))
        return start, start + len(words[at]) + 1

    def _words(self) -> None:
        line = self._pick(6)
        if line is None:
            return
        at = self._dice.randrange(1, len(line.text.split(" ")))
        start, end = self._word(line, at)
        some = " " + " ".join(self._dice.sample(_WORDS, self._dice.choice((1, 2, 3))))
        kind = self._dice.choice(("in", "out", "other"))
        if kind == "in":
            self._replace(line, start, start, some)
        else:
            self._replace(line, start, end, "" if kind == "out" else some)

    def _figure(self) -> None:
        line = self._pick(6)
        places = [n for n, word in enumerate(line.text.split(" ")) if n and word.isdigit()] if line else []
        if line is None or not places:
            return
        start, end = self._word(line, self._dice.choice(places))
        self._replace(line, start + 1, end, str(int(line.text[start + 1 : end]) + self._dice.randint(1, 40)))

    def _half(self) -> None:
        line = self._pick(10)
        if line is not None:
            words = line.text.split(" ")
            start = len(" ".join(words[: len(words) // 2 + 2]))
            self._replace(line, start, len(line.text), " " + self._new_text())

    def _delete(self) -> None:
        line = self._pick(1)
        if line is None or len(line.sources) > 1 or not line.sources:
            return
        if self._editor == "tracked":
            self._replace(line, 0, len(line.text), "")
            line.end, line.sources = "del", []
        else:
            self._flow.remove(line)

    def _split(self) -> None:
        line = self._pick(14)
        if line is None or any(each.state for each in line.letters):
            return
        start, _ = self._word(line, self._dice.randrange(5, len(line.text.split(" ")) - 5))
        rest = _Line(line.element, line.letters[start + 1 :], list(line.sources), [], True, look=line.look)
        rest.marks = list(line.marks) if self._editor == "plain" else []
        line.letters, line.is_held = line.letters[:start], True
        if self._editor == "tracked":
            line.end = "ins"
        self._flow.insert(self._flow.index(line) + 1, rest)

    def _merge(self) -> None:
        line = self._pick(4)
        at = self._flow.index(line) + 1 if line is not None else len(self._flow)
        other = self._flow[at] if at < len(self._flow) else None
        if line is None or not isinstance(other, _Line) or other.is_held or other.end or not other.text:
            return
        if any(each.state for each in (*line.letters, *other.letters)):
            return
        tracked = "ins" if self._editor == "tracked" else ""
        if tracked:
            return  # the end of the first would be struck: what is read then has the other's kind
        line.letters += [_Letter(" ", tracked), *other.letters]
        line.sources += other.sources
        line.marks += other.marks
        line.is_held = True
        del self._flow[at]

    def _move(self) -> None:
        line = self._pick(4)
        if line is not None:
            self._flow.remove(line)
            self._flow.insert(self._flow.index(self._dice.choice(self._lines)), line)

    def _new(self) -> None:
        beside = self._pick(1)
        if beside is None:
            return
        state = "ins" if self._editor == "tracked" else ""
        made = _Line(beside.element, [_Letter(sign, state) for sign in self._new_text()], [], [], True, state)
        self._flow.insert(self._flow.index(beside) + self._dice.choice((0, 1)), made)

    def _copy(self) -> None:
        line = self._pick(5)
        if line is not None:
            letters = [_Letter(each.sign) for each in line.letters if each.state != "del"]
            letters += [_Letter(sign) for sign in f" ({self._dice.randrange(10**6)})"]
            self._flow.insert(self._flow.index(line) + 1, _Line(line.element, letters, [], [], True))

    def _everywhere(self) -> None:
        old, new = self._dice.choice(
            (("Văn phòng", "VP"), ("người dân", "Nhân dân"), ("năm 2025", "năm nay"))
        )
        for line in self._lines:
            at = line.text.find(old)
            while at >= 0:
                self._replace(line, at, at + len(old), new)
                at = line.text.find(old, at + len(new))

    def _new_text(self) -> str:
        return f"{self._dice.choice(_FRESH)[:-1]} (lần {self._dice.randrange(10**6)})."

    # writing

    def _written(self) -> bytes:
        body = self._body
        for child in list(body):
            body.remove(child)
        for each in self._flow:
            body.append(self._paragraph(each) if isinstance(each, _Line) else each)
        self._parts["word/document.xml"] = etree.tostring(
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return zipped(self._parts)

    def _paragraph(self, line: _Line) -> etree._Element:
        made = etree.Element(_w("p"))
        properties = line.element.find(_w("pPr"))
        own = deepcopy(properties) if properties is not None else etree.Element(_w("pPr"))
        made.append(own)
        if line.end:
            looks = own.find(_w("rPr"))
            if looks is None:
                looks = etree.SubElement(own, _w("rPr"))
            looks.insert(0, self._revision(line.end))
        ends = []
        for name in line.marks:
            if self._editor == "careless" and self._dice.random() < 1 / 3:
                continue
            self._serial += 1
            start = etree.SubElement(made, _w("bookmarkStart"))
            start.set(_w("id"), str(self._serial))
            start.set(_w("name"), name)
            ends.append(str(self._serial))
        for state, text in self._pieces(line.letters):
            self._run(made if not state else self._tracked(made, state), text, state)
        for number in ends:
            etree.SubElement(made, _w("bookmarkEnd")).set(_w("id"), number)
        return made

    def _pieces(self, letters: Sequence[_Letter]) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for letter in letters:
            is_cut = self._editor == "careless" and self._dice.random() < 0.05
            if found and found[-1][0] == letter.state and not is_cut:
                found[-1] = (letter.state, found[-1][1] + letter.sign)
            else:
                found.append((letter.state, letter.sign))
        return found

    def _run(self, parent: etree._Element, text: str, state: str) -> None:
        run = etree.SubElement(parent, _w("r"))
        said = etree.SubElement(run, _w("delText" if state == "del" else "t"))
        said.text = text
        said.set(_SPACE, "preserve")

    def _tracked(self, parent: etree._Element, state: str) -> etree._Element:
        made = self._revision(state)
        parent.append(made)
        return made

    def _revision(self, state: str) -> etree._Element:
        self._serial += 1
        made = etree.Element(_w(state))
        made.set(_w("id"), str(self._serial))
        made.set(_w("author"), WHO)
        made.set(_w("date"), WHEN)
        return made


def _line(element: etree._Element) -> _Line | None:
    """Give a running paragraph that bears a mark; None for what stays as it is."""
    names = [each.get(_w("name")) or "" for each in element.findall(_w("bookmarkStart"))]
    marks = [name for name in names if mark_of(name) is not None]
    has_text_alone = all(each.tag in {_w(n) for n in _PLAIN} for each in element)
    if element.tag != _w("p") or len(marks) != 1 or not has_text_alone:
        return None
    if element.find(f"{_w('pPr')}/{_w('sectPr')}") is not None:
        return None
    text = " ".join("".join(map(_signs, element.iter(_w("r")))).split())
    looks = [run.find(_w("rPr")) for run in element.iter(_w("r")) if run.find(_w("rPr")) is not None]
    mark = mark_of(marks[0])
    if mark is None or len(text.split()) < _FEWEST_WORDS or text.isupper() or looks:
        return None
    return _Line(element, [_Letter(sign) for sign in text], [mark.id], marks)


_PLAIN = ("pPr", "r", "bookmarkStart", "bookmarkEnd")


def _signs(run: etree._Element) -> str:
    found = ""
    for each in run:
        if each.tag == _w("t"):
            found += each.text or ""
        elif each.tag in {_w("tab"), _w("br")}:
            found += " "
        elif each.tag == _w("noBreakHyphen"):
            found += "-"
    return found.replace("\u00a0", " ")
