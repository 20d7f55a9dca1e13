"""Finds the parts of a report in its flow: which paragraph is the motto, which a mục, which the name.

It goes by words and places, not by looks, so that a part set wrongly is still found and then measured.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import FinishedFile, FlowParagraph
from danvan_desktop.inspection.text_blocks import TextBlock, blocks

HEAD_LENGTH = 60
"""Paragraphs from the top among which the head is looked for."""

_COLUMN_STARTS = ("cong hoa xa hoi", "doc lap", "tm.", "kt.", "tl.", "tuq.", "q.")
"""How the right column of a letterhead or closing block begins, as ``fold`` has it."""
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_NUMBER = re.compile(r"Số\s*:", re.IGNORECASE)
_RECIPIENTS = re.compile(r"Nơi nhận\b", re.IGNORECASE)
_ADDRESS = re.compile(r"Kính gửi\b", re.IGNORECASE)
_ANNEX = re.compile(r"Phụ lục(\s+(số\s+)?([IVXLC]+|\d+|[A-Z]))?\s*[.:]?", re.IGNORECASE)
_PEOPLES = {"uy ban nhan dan", "hoi dong nhan dan"}
"""Bodies that have no parent agency; where they are is the second line of their name."""
_WHERE = re.compile(r"(tinh|thanh pho|tp\.?|xa|phuong|dac khu|huyen|quan|thi xa|thi tran)\s")
_URGENCY = re.compile(r"(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(\s+HẸN GIỜ)?")


@frozen
class FoundAnnex:
    """A Phụ lục: its label and what follows it."""

    label: FlowParagraph
    content: tuple[FlowParagraph, ...]


@frozen
class Anatomy:
    """The parts of a report as found in a file; None or empty where one was not found."""

    file: FinishedFile
    national_name: FlowParagraph | None
    motto: FlowParagraph | None
    under_motto: tuple[FlowParagraph, ...]
    """What may hold the rule: the motto and what follows it in its cell."""
    parents: tuple[FlowParagraph, ...]
    agencies: tuple[FlowParagraph, ...]
    under_agency: tuple[FlowParagraph, ...]
    number: FlowParagraph | None
    date: FlowParagraph | None
    kind: FlowParagraph | None
    subject: tuple[FlowParagraph, ...]
    under_subject: tuple[FlowParagraph, ...]
    addressees: tuple[FlowParagraph, ...]
    urgency: FlowParagraph | None
    blocks: tuple[TextBlock, ...]
    """The text from the first căn cứ to "./."."""
    recipients_label: FlowParagraph | None
    recipients: tuple[FlowParagraph, ...]
    signing: tuple[FlowParagraph, ...]
    """Everything of the signing column, empty paragraphs included."""
    annexes: tuple[FoundAnnex, ...]
    has_tabbed_columns: bool = False
    """Whether letterhead or closing block of a Word file is no table: what stands where only print shows."""

    @property
    def title(self) -> str:
        """Tên loại and trích yếu on one line."""
        parts = [*([self.kind] if self.kind else []), *self.subject]
        return " ".join(paragraph.text for paragraph in parts)


def fold(text: str) -> str:
    """Return ``text`` in lower case without marks, for comparing words however they were written."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


def recognise(file: FinishedFile) -> Anatomy:
    """Return the parts of the report in ``file``."""
    flow = [line for paragraph in file.paragraphs for line in paragraph.lines()]
    head = [paragraph for paragraph in flow[:HEAD_LENGTH] if not _is_tabbed(paragraph)]
    national = _first(head, lambda p: fold(p.text).startswith("cong hoa xa hoi chu nghia"))
    motto = _first(head, lambda p: {"doc lap", "tu do", "hanh phuc"} <= _phrases(p))
    number = _first(head, lambda p: bool(_NUMBER.match(p.text)))
    date = _first(head, lambda p: bool(_DATE.search(p.text)) and p is not number)
    parents, agencies = _agencies(flow, national, number)
    kind_at = _kind_at(flow, [national, motto, number, date, *parents, *agencies])
    end_at = _end_at(flow)
    subject, text_at = _subject(flow, kind_at, end_at)
    addressees, text_at = _addressees(flow, text_at, end_at)
    recipients_label, recipients, signing, annex_at = _closing(flow, end_at)
    return Anatomy(
        file=file,
        national_name=national,
        motto=motto,
        under_motto=_from(flow, motto),
        parents=parents,
        agencies=agencies,
        under_agency=_from(flow, agencies[-1] if agencies else None),
        number=number,
        date=date,
        kind=None if kind_at is None else flow[kind_at],
        subject=subject,
        under_subject=_from(flow, subject[-1] if subject else None),
        addressees=addressees,
        urgency=_first(head, lambda p: bool(_URGENCY.fullmatch(p.text))),
        blocks=blocks(flow[text_at:end_at]),
        recipients_label=recipients_label,
        recipients=recipients,
        signing=signing,
        annexes=_annexes(flow[annex_at:]),
        has_tabbed_columns=_has_tabbed_columns(flow, recipients_label),
    )


def _is_tabbed(paragraph: FlowParagraph) -> bool:
    """Whether it holds both columns of a letterhead or closing block, parted by a tab."""
    text = paragraph.text
    if paragraph.place.table is not None or "\t" not in text:
        return False
    right = text.split("\t")[1:]
    return any(fold(part).startswith(_COLUMN_STARTS) or _DATE.search(part) for part in right)


def _has_tabbed_columns(flow: Sequence[FlowParagraph], label: FlowParagraph | None) -> bool:
    loose = label is not None and not label.printed and label.place.table is None
    return loose or any(map(_is_tabbed, flow))


def _first(flow: Iterable[FlowParagraph], holds: Callable[[FlowParagraph], bool]) -> FlowParagraph | None:
    return next((paragraph for paragraph in flow if paragraph.text and holds(paragraph)), None)


def _phrases(paragraph: FlowParagraph) -> set[str]:
    return {phrase.strip(" .") for phrase in re.split(r"[-–—]", fold(paragraph.text))}


def _index(flow: Sequence[FlowParagraph], wanted: FlowParagraph | None) -> int | None:
    return next((index for index, paragraph in enumerate(flow) if paragraph is wanted), None)


def _from(flow: Sequence[FlowParagraph], first: FlowParagraph | None) -> tuple[FlowParagraph, ...]:
    """Return ``first`` and up to two paragraphs after it in its column that hold no text."""
    start = _index(flow, first)
    if start is None:
        return ()
    return (flow[start], *takewhile(lambda p: _is_gap(p, flow[start]), flow[start + 1 : start + 3]))


def _is_gap(paragraph: FlowParagraph, above: FlowParagraph) -> bool:
    same = (paragraph.place.table, paragraph.place.column) == (above.place.table, above.place.column)
    return same and not paragraph.text.strip("_-–—─ ")


def _agencies(
    flow: Sequence[FlowParagraph], national: FlowParagraph | None, number: FlowParagraph | None
) -> tuple[tuple[FlowParagraph, ...], tuple[FlowParagraph, ...]]:
    """Return the lines of the parent agency and of the agency: what stands left of the national name."""
    if national is None or national.place.table is None:
        return (), ()
    table, column = national.place.table, national.place.column
    names = []
    for paragraph in flow:
        if paragraph.place.table != table or paragraph.place.column >= column:
            continue
        if paragraph is number or _NUMBER.match(paragraph.text):
            break
        if paragraph.text.strip("_-–—─ "):
            names.append(paragraph)
    if len(names) > 1 and fold(names[0].text) in _PEOPLES and _WHERE.match(fold(names[1].text)):
        rest = [name for name in names[2:] if not any(run.look.bold for run in names[0].inked)]
        return (tuple(names[:2]), tuple(rest)) if rest else ((), tuple(names))
    # The issuer is the bold one; where boldness does not tell, it is the last line.
    plain = len([*takewhile(lambda p: not any(run.look.bold for run in p.inked), names)])
    if plain in {0, len(names)}:
        plain = min(1, len(names) - 1) if plain == 0 else len(names) - 1
    return tuple(names[: max(plain, 0)]), tuple(names[max(plain, 0) :])


def _kind_at(flow: Sequence[FlowParagraph], head: Sequence[FlowParagraph | None]) -> int | None:
    """Return where the tên loại stands: the first short line in capitals below the head."""
    start = max((index for part in head if (index := _index(flow, part)) is not None), default=-1) + 1
    for index in range(start, min(start + 15, len(flow))):
        text = flow[index].text
        if fold(text).startswith("bao cao") and len(text) <= 40:
            return index
    for index in range(start, min(start + 15, len(flow))):
        text = flow[index].text
        if text.isupper() and len(text.split()) <= 4 and not _URGENCY.fullmatch(text):
            return index
    return None


def _end_at(flow: Sequence[FlowParagraph]) -> int:
    """Return where the text ends: at the closing table or the line "Nơi nhận"."""
    for index, paragraph in enumerate(flow):
        if _RECIPIENTS.match(paragraph.text):
            table = paragraph.place.table
            while table is not None and index and flow[index - 1].place.table == table:
                index -= 1  # noqa: PLW2901 - back to the first paragraph of the table
            return index
    return len(flow)


def _subject(
    flow: Sequence[FlowParagraph], kind_at: int | None, end: int
) -> tuple[tuple[FlowParagraph, ...], int]:
    """Return the trích yếu (what is centred right below the tên loại) and where the next part begins."""
    if kind_at is None:
        return (), 0
    found: list[FlowParagraph] = []
    index = kind_at + 1
    while index < end and index <= kind_at + 6:
        paragraph = flow[index]
        if _ADDRESS.match(paragraph.text):
            break
        if paragraph.text.strip("_-–—─ "):
            bold = all(run.look.bold for run in paragraph.inked)
            if (found and paragraph.look.align != "center") or (
                not bold and paragraph.look.align != "center"
            ):
                break
            found.append(paragraph)
        elif found and (paragraph.look.top_border or paragraph.drawn):
            index += 1
            break
        index += 1
    return tuple(found), index


def _addressees(flow: Sequence[FlowParagraph], start: int, end: int) -> tuple[tuple[FlowParagraph, ...], int]:
    index = start
    while index < end and not flow[index].text:
        index += 1
    if index >= end or not _ADDRESS.match(flow[index].text):
        return (), start
    found = [flow[index]]
    index += 1
    while index < end and flow[index].text.startswith(("-", "–")):
        found.append(flow[index])
        index += 1
    return tuple(found), index


def _closing(
    flow: Sequence[FlowParagraph], start: int
) -> tuple[FlowParagraph | None, tuple[FlowParagraph, ...], tuple[FlowParagraph, ...], int]:
    """Return the label, the recipients, the signing column and where the annexes begin."""
    label = next((p for p in flow[start:] if _RECIPIENTS.match(p.text)), None)
    if label is None:
        return None, (), (), len(flow)
    if "\t" in label.text and label.place.table is None:
        return None, (), (), next((i for i in range(start, len(flow)) if _is_annex(flow[i])), len(flow))
    table, column = label.place.table, label.place.column
    end = start
    while end < len(flow) and _is_closing(flow[end], table):
        end += 1
    inside = flow[start:end]
    after = inside[(_index(inside, label) or 0) + 1 :]
    if table is None:
        listed = tuple(takewhile(lambda p: p.text.startswith(("-", "–")), (p for p in after if p.text)))
        return label, listed, (), end
    recipients = tuple(p for p in after if p.place.column <= column and p.text)
    signing = tuple(p for p in inside if p.place.column > column)
    return label, recipients, signing, end


def _is_closing(paragraph: FlowParagraph, table: int | None) -> bool:
    return not _is_annex(paragraph) if table is None else paragraph.place.table == table


def _is_annex(paragraph: FlowParagraph) -> bool:
    return paragraph.place.table is None and is_annex_label(paragraph.text)


def is_annex_label(text: str) -> bool:
    """Tell whether ``text`` is the label of an annex: "Phụ lục", "Phụ lục II"."""
    return bool(_ANNEX.fullmatch(text))


def _annexes(flow: Sequence[FlowParagraph]) -> tuple[FoundAnnex, ...]:
    found: list[tuple[FlowParagraph, list[FlowParagraph]]] = []
    for paragraph in flow:
        if _is_annex(paragraph):
            found.append((paragraph, []))
        elif found and paragraph.text:
            found[-1][1].append(paragraph)
    return tuple(FoundAnnex(label, tuple(content)) for label, content in found)
