"""Lines 7-9: font, Unicode encoding and colour of all characters (PL I, Mục I, khoản 4)."""

import unicodedata
from collections import Counter

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import all_runs
from danvan_desktop.inspection.measuring.judgement import judge
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.editing.map_texts import with_texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.legacy_encodings import code_of_font, convert_legacy
from danvan_desktop.report.text.normalise import normalise

_FONT = "times new roman"
_LOOK_ALIKES = {"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư"}


def font(anatomy: Anatomy) -> Measurement:
    """Whether all letters are in Times New Roman."""
    letters: Counter[str] = Counter()
    for run in all_runs(anatomy):
        letters[run.format.font or "(không ghi phông)"] += len(run.text)
    wrong = [name for name in letters if name.lower() != _FONT]
    return judge(", ".join(letters), [f"{letters[name]} chữ phông {name}" for name in wrong])


def encoding(anatomy: Anatomy) -> Measurement:
    """Whether all letters are precomposed Unicode, none of them in a legacy encoding or a look-alike."""
    faults = []
    old = sorted({run.format.font for run in all_runs(anatomy) if code_of_font(run.format.font)})
    if old:
        faults.append(f"chữ bảng mã cũ (phông {', '.join(old)})")
    text = "".join(run.text for run in all_runs(anatomy))
    _, code = convert_legacy(" ".join(paragraph.text for paragraph in anatomy.file.paragraphs))
    if code and not old:
        faults.append(f"chữ viết theo bảng mã {code}")
    if anatomy.file.printed and anatomy.file.printed.unreadable:
        faults.append(f"{anatomy.file.printed.unreadable} chữ không sao chép, tìm kiếm được")
    letters = sorted(Counter(text).items())
    faults += [f"{n} ký tự lạ U+{ord(c):04X} {_hint(c)}".rstrip() for c, n in letters if _is_strange(c)]
    if any(unicodedata.combining(character) for character, _ in letters):
        faults.append("có dấu thanh rời (Unicode tổ hợp)")
    odd = set(filter(_is_odd, set().union(*(paragraph.text for paragraph in anatomy.file.paragraphs))))
    places = [paragraph for paragraph in anatomy.file.paragraphs if not odd.isdisjoint(paragraph.text)]
    return judge("" if faults else "Unicode dựng sẵn, không có ký tự lạ", faults, places)


def _is_odd(character: str) -> bool:
    return _is_strange(character) or bool(unicodedata.combining(character))


def _is_strange(character: str) -> bool:
    if character in _LOOK_ALIKES or character in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return True
    kind = unicodedata.category(character)
    if kind in {"Co", "Cn", "Cc"}:
        return character not in "\t\n"
    name = unicodedata.name(character, "")
    return kind.startswith("L") and not name.startswith(("LATIN", "MICRO", "FEMININE", "MASCULINE"))


def _hint(character: str) -> str:
    return f"(phải là “{_LOOK_ALIKES[character]}”)" if character in _LOOK_ALIKES else ""


def color(anatomy: Anatomy) -> Measurement:
    """Whether all letters are black."""
    wrong = Counter[str]()
    stamp = anatomy.urgency.runs if anatomy.urgency else ()  # red by its own rule (điểm b khoản 2 Mục III)
    for run in all_runs(anatomy):
        if run.format.color not in {"auto", "000000"} and run not in stamp:
            wrong[run.format.color] += len(run.text)
    faults = [f"{count} chữ màu #{name}" for name, count in wrong.items()]
    return judge("" if faults else "chữ màu đen", faults)


def normalise_texts(report: Report) -> Report:
    """Normalise every text: precomposed Unicode, no look-alikes, nothing invisible."""
    return with_texts(report, normalise)


LINES = (
    LineDefinition(
        Requirement(
            7,
            "Phông chữ",
            " Times New Roman trong toàn văn bản, kể cả bảng, đầu trang",
            "khoản 4 Mục I PL I",
        ),
        measure=font,
    ),
    LineDefinition(
        Requirement(
            8,
            "Mã ký tự",
            " Unicode TCVN 6909:2001, không còn chữ TCVN3/VNI, không lẫn ký tự lạ",
            "khoản 4 Mục I PL I",
        ),
        measure=encoding,
        corrections=(
            Correction("Thay ký tự lạ bằng chữ Unicode dựng sẵn, bỏ ký tự vô hình", normalise_texts),
        ),
    ),
    LineDefinition(
        Requirement(
            9,
            "Màu chữ",
            ": đen",
            "khoản 4 Mục I PL I",
        ),
        measure=color,
    ),
)
