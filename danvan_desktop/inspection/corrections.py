"""Sửa giúp: what the program can mend by itself, safely and by the decree; a report in, a report out.

Only what has one right answer is here. Whatever needs to be known or decided is left to the person.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.wording.citations import tightened
from danvan_desktop.inspection.wording.leftovers import EARLY_END_MARK
from danvan_desktop.inspection.wording.provinces import NEEDS_KIND, official
from danvan_desktop.inspection.wording.tones import NEW_TONE, OLD_TONE, Tone, retoned
from danvan_desktop.layout.nd30 import AS_ABOVE, END_MARK
from danvan_desktop.layout.settings import lawful
from danvan_desktop.report.editing.map_texts import with_paragraphs, with_texts
from danvan_desktop.report.model import Block, Paragraph, Report, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.office.signing import bare_name, spelt
from danvan_desktop.report.text.normalise import normalise


@frozen
class Correction:
    """One thing that can be put right."""

    told: str
    """What it does, for the person: "Đánh số tự động …"."""
    change: Callable[[Report], Report]


def _settings(report: Report) -> Report:
    return report if report.settings is None else replace(report, settings=lawful(report.settings))


def _letters(report: Report) -> Report:
    return with_texts(report, normalise)


def _symbol(report: Report) -> Report:
    """Write "bc - vp" as "BC-VP" (PL I, II.3.b); what follows "BC-" is the office's to know."""
    head = report.letterhead
    symbol = re.sub(r"\s", "", head.symbol or "").upper()
    if symbol and "-" not in symbol and symbol != "BC":
        symbol = f"BC-{symbol}"
    return replace(report, letterhead=replace(head, symbol=symbol or head.symbol))


def _place(report: Report) -> Report:
    """The name of the province as the National Assembly gave it (PL I, II.4.a)."""
    head = report.letterhead
    name = " ".join((head.place or "").split()).rstrip(",. ")
    whole = f"Thành phố {NEEDS_KIND}" if name.casefold() == NEEDS_KIND.casefold() else official(name)
    name = whole or name[:1].upper() + name[1:]
    return replace(report, letterhead=replace(head, place=name or head.place))


def _subject(report: Report) -> Report:
    subject = re.sub(r"^\s*V/v\s*:?\s*", "", report.subject, flags=re.IGNORECASE).strip().rstrip(".;,: ")
    return replace(report, subject=subject[:1].upper() + subject[1:] if subject else report.subject)


def _as_above(report: Report) -> Report:
    """Drop "Như trên": it answers "Kính gửi" (PL I, II.9.b), print adds it there, else it answers nothing."""
    kept = tuple(name for name in report.recipients if name.strip(" -;.") != AS_ABOVE)
    return replace(report, recipients=kept)


def _bases(report: Report) -> Report:
    """Without end signs of their own, print puts ";" and at last "." (PL I, II.6.a)."""
    bases = (
        (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip(" ;.,:")))
        for runs in report.legal_bases
        if runs
    )
    return replace(report, legal_bases=tuple(bases))


def _symbols(report: Report) -> Report:
    return with_texts(report, tightened)


def _sections(report: Report) -> Report:
    sections = tuple(replace(section, numbering="auto") for section in report.sections)
    return renumber(replace(report, sections=sections))


def _numbers(report: Report) -> Report:
    report = with_paragraphs(report, _numbered)
    raised = tuple(replace(each, blocks=_raised(each.blocks)) for each in report.sections)
    return renumber(replace(report, sections=raised))


def _raised(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make a khoản of what is numbered as part of one that is not there: "3.1." first of its mục is "1."."""
    kept: list[Block] = []
    levels: list[int] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in {"heading", "clause"}:
            levels = [*(level for level in levels if level < block.level), block.level]
            kept.append(replace(block, level=len(levels)))
        else:
            kept.append(block)
    return tuple(kept)


def _numbered(block: Paragraph) -> Paragraph:
    return replace(block, numbering="auto") if block.numbering == "fixed" else block


def _upright(report: Report) -> Report:
    return with_paragraphs(report, _set_upright)


def _set_upright(block: Paragraph) -> Paragraph:
    letters = sum(len(run.text.strip()) for run in block.runs)
    if 2 * sum(len(run.text.strip()) for run in block.runs if run.italic) <= letters:
        return block
    return replace(block, runs=tuple(replace(run, italic=False) for run in block.runs))


def _end_mark(report: Report) -> Report:
    """Leave "./." to print, which puts it at the end of the text (Mẫu 1.4)."""
    return with_paragraphs(report, _without_end_marks)


def _without_end_marks(block: Paragraph) -> Paragraph:
    end = "" if plain(block.runs).strip() == END_MARK else "."
    return replace(block, runs=tuple(replace(r, text=EARLY_END_MARK.sub(end, r.text)) for r in block.runs))


def _powers(report: Report) -> Report:
    lines = tuple(spelt(line).upper() for line in report.signature.lines)
    return replace(report, signature=replace(report.signature, lines=lines))


def _signer(report: Report) -> Report:
    name = bare_name(report.signature.signer or "")
    if name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    return replace(report, signature=replace(report.signature, signer=name or report.signature.signer))


def _tones(report: Report) -> Report:
    tone = report.settings.tone if report.settings is not None else _usual_tone(report)
    return with_texts(report, lambda text: retoned(text, tone))


def _usual_tone(report: Report) -> Tone:
    seen: list[str] = []

    def read(text: str) -> str:
        seen.append(text)
        return text

    with_texts(report, read)
    text = " ".join(seen)
    return "new" if len(NEW_TONE.findall(text)) > len(OLD_TONE.findall(text)) else "old"


_WITHIN = Correction("Đưa cỡ chữ, lề, giãn dòng, lùi đầu dòng về trong khoảng quy định", _settings)
_NUMBER = Correction("Đánh số, chữ cái tự động theo thứ tự ở mọi khoản, điểm", _numbers)
_SYMBOL = Correction("Viết ký hiệu in hoa, liền nhau, bắt đầu bằng “BC-”", _symbol)
_UPRIGHT = Correction("Bỏ chữ nghiêng ở những đoạn nghiêng quá nửa", _upright)

MENDS: dict[int, tuple[Correction, ...]] = {
    **dict.fromkeys((3, 4, 5, 6, 36, 37, 38), (_WITHIN,)),
    8: (Correction("Thay ký tự lạ bằng chữ Unicode dựng sẵn, bỏ ký tự vô hình", _letters),),
    **dict.fromkeys((18, 47), (_SYMBOL,)),
    19: (Correction("Ghi địa danh đúng tên gọi chính thức, viết hoa chữ cái đầu", _place),),
    23: (Correction("Bỏ “V/v” và dấu câu ở cuối trích yếu", _subject),),
    26: (Correction("Bỏ “Như trên” ở Nơi nhận vì không có Kính gửi", _as_above),),
    28: (Correction("Đặt dấu “;” cuối mỗi căn cứ, dấu “.” ở căn cứ cuối", _bases),),
    29: (Correction("Viết liền số, ký hiệu của văn bản được viện dẫn", _symbols),),
    31: (Correction("Đánh số La Mã tự động cho các mục", _sections),),
    33: (_NUMBER, _UPRIGHT),
    34: (_NUMBER, _UPRIGHT),
    35: (_WITHIN, _UPRIGHT),
    39: (Correction("Bỏ “./.” trong nội dung; bản in tự đặt một dấu ở cuối", _end_mark),),
    40: (Correction("Viết “KT.”, “TL.”, “TUQ.”, “Q.” đúng cách, chức vụ in hoa", _powers),),
    41: (Correction("Bỏ học hàm, học vị trước họ tên; họ tên viết chữ thường", _signer),),
    55: (Correction("Đặt dấu thanh theo một kiểu trong toàn văn bản, trừ họ tên người ký", _tones),),
}
"""What can be mended of each line, by its number."""


def mended(number: int, report: Report) -> tuple[Report, tuple[str, ...]]:
    """Mend what line ``number`` speaks of; with it what was done, none where nothing could be."""
    done = []
    for mend in MENDS.get(number, ()):
        new = mend.change(report)
        if new != report:
            done.append(mend.told)
        report = new
    return report, tuple(done)
