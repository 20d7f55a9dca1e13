"""Secrecy stamps (độ mật): classified documents are refused, whoever set the stamp.

Only a stamp is meant: a line that says "MẬT", "TỐI MẬT" or "TUYỆT MẬT" and nothing else, or one that has
run into the letterhead. "bí mật", "bảo mật" and the like in a sentence are ordinary words.
"""

import re
import unicodedata
from collections.abc import Iterator

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Block, Paragraph, Report, Runs, Table, plain
from danvan_desktop.report.walk import every_block

CLAUSE = "điểm a khoản 2 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"
"""It leaves secrecy stamps to the law on the protection of state secrets."""
_LONGEST = 60
"""No stamp has more letters, spaced as it may be."""
_SPACED = re.compile(r"\b\w(?: \w)+\b")
_AROUND = " \t.,;:*-–—_|/()[]{}<>“”\"'«»"
_QUOTED = re.compile("“([^”]*)”")
_PARTED = re.compile(r"[|/;\n\t]")
_STAMP = re.compile(r"(?:(?:dấu (?:chỉ )?|mức )?độ mật\W*)?(tuyệt ?mật|tối ?mật|mật)", re.IGNORECASE)
_LEVELS = {"tu": "TUYỆT MẬT", "tố": "TỐI MẬT", "mậ": "MẬT"}
_IN_HEAD = re.compile(r"(?<!BÍ )(?<!BẢO )\b((?:TUYỆT |TỐI )?MẬT)\b(?! (?:MÃ|THÁM))")
_HEAD = {
    "parent_agency": "cơ quan chủ quản",
    "agency": "cơ quan ban hành",
    "number": "số",
    "symbol": "ký hiệu",
    "place": "địa danh",
}


@frozen
class SecrecyStamp:
    """A secrecy stamp in a report."""

    level: str
    """In capitals."""
    place: str
    """Where it stands: a block ("block:12") or a field ("letterhead.agency")."""
    name: str
    """What that place is called; "" for a paragraph."""


def secrecy_level(text: str) -> str | None:
    """The level that ``text`` stamps on a document; None where it is no stamp."""
    if len(text) > _LONGEST or "m" not in text.casefold():
        return None
    words = " ".join(unicodedata.normalize("NFC", text).split())
    words = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), words).strip(_AROUND)
    found = _STAMP.fullmatch(words)
    return _LEVELS[found[1][:2].casefold()] if found else None


def secrecy_stamps(report: Report) -> Iterator[SecrecyStamp]:
    """Every secrecy stamp in ``report``."""
    yield from _in_fields(report)
    for _, block in every_block(report):
        for text in _texts(block):
            if level := secrecy_level(text):
                yield SecrecyStamp(level, f"block:{block.id}", "")
                break


def refuse_secrecy(report: Report, source: str = "") -> None:
    """Refuse a report that bears a secrecy stamp, brought in from ``source`` ("Tệp …") or about to go out.

    Raises:
        UserError: it does; the message says why and what to do.
    """
    found = next(secrecy_stamps(report), None)
    if found is not None:
        raise UserError(_refusal(found.level, found.name, source))
    if source and (level := _left_out(report)):
        raise UserError(_refusal(level, "", source))


def refuse_secret_blocks(blocks: tuple[Block, ...], source: str) -> None:
    """Refuse the blocks of a file, the ``source``, when one of them is a secrecy stamp.

    Raises:
        UserError: one is; the message says why and what to do.
    """
    level = next(filter(None, (secrecy_level(text) for block in blocks for text in _texts(block))), None)
    if level is not None:
        raise UserError(_refusal(level, "", source))


def reason(stamp: SecrecyStamp) -> str:
    """Say why the open report cannot go out with ``stamp``, and what to do."""
    return _refusal(stamp.level, stamp.name, "")


def _refusal(level: str, name: str, source: str) -> str:
    where = source or "Báo cáo"
    name = name.partition(" (")[0] if source else name  # where to change it is of use in the open report only
    at = f" ở ô {name}" if name else ""
    done = "không nhập" if source else "không xuất, không in"
    again = "bỏ dấu ấy ở bản gốc rồi nhập lại" if source else "xóa dấu ấy"
    return (
        f"{where} có dấu chỉ độ mật “{level}”{at}. Phần mềm {done} văn bản bí mật nhà nước: độ mật do "
        f"người có thẩm quyền xác định theo pháp luật về bảo vệ bí mật nhà nước ({CLAUSE}). "
        f"Nếu báo cáo có nội dung mật, hãy soạn ở máy dành riêng cho việc ấy và xóa khỏi máy này; nếu không, "
        f"hãy {again}."
    )


def _left_out(report: Report) -> str | None:
    """The level of a stamp that was not brought in: the notes quote what stood in headers and footers."""
    quotes = (quote for note in report.import_notes for quote in _QUOTED.findall(note.text))
    parts = (part for quote in quotes for part in _PARTED.split(quote))
    return next(filter(None, map(secrecy_level, parts)), None)


def _in_fields(report: Report) -> Iterator[SecrecyStamp]:
    for field, name in _HEAD.items():
        text = getattr(report.letterhead, field) or ""
        found = _IN_HEAD.search(unicodedata.normalize("NFC", text))
        if level := found[1] if found else secrecy_level(text):
            yield SecrecyStamp(level, f"letterhead.{field}", name)
    fields = (
        ("marks", "Mức độ khẩn (menu Báo cáo, mục Trình bày…)", (report.marks.urgency,)),
        ("marks", "chỉ dẫn phạm vi lưu hành", (report.marks.circulation,)),
        ("kind", "tên loại", (report.kind,)),
        ("subject", "trích yếu", (report.subject,)),
        ("addressees", "kính gửi", report.addressees),
        ("recipients", "nơi nhận", report.recipients),
        ("signature", "quyền hạn, chức vụ", report.signature.lines),
        ("legal_bases", "căn cứ", tuple(map(plain, report.legal_bases))),
    )
    for place, name, texts in fields:
        if level := next(filter(None, (secrecy_level(text or "") for text in texts)), None):
            yield SecrecyStamp(level, place, name)
    titles = [(f"section:{section.id}/title", section.title) for section in report.sections]
    for place, runs in (*titles, *((f"annex:{annex.id}/title", annex.title) for annex in report.annexes)):
        if level := secrecy_level(_short(runs)):
            yield SecrecyStamp(level, place, "đề mục")


def _texts(block: Block) -> Iterator[str]:
    """The texts of ``block`` short enough to be a stamp; in a table only what is written in capitals."""
    if isinstance(block, Paragraph):
        yield _short(block.runs)
    elif isinstance(block, Table):
        yield _short(block.caption or ())
        cells = (cell for row in block.rows for cell in row if cell is not None)
        yield from (text for cell in cells for text in map(_short, cell.paragraphs) if text.isupper())


def _short(runs: Runs) -> str:
    if not runs or len(runs[0].text) > _LONGEST:  # nearly every paragraph, after each rest of the keyboard
        return ""
    text = plain(runs[:_LONGEST])
    return text if len(text) <= _LONGEST else ""
