"""What the decree refuses in the signature block, and how a power (KT., TL., TUQ.) is spelt."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from danvan_desktop.report.text.fold_diacritics import fold

DECREE = "Nghị định số 30/2020/NĐ-CP"
_POWER = f"điểm b khoản 7 Mục II Phần I Phụ lục I {DECREE}"
_NAME = f"điểm c khoản 7 Mục II Phần I Phụ lục I {DECREE}"
_HEAD = f"khoản 1 Điều 13 {DECREE}"
_MANDATE = f"khoản 3 Điều 13 {DECREE}"


class Refusal(NamedTuple):
    """What the decree does not allow, in Vietnamese, and where it says so."""

    message: str
    clause: str


def refusals(lines: Sequence[str], signer: str | None, agency: str | None) -> tuple[Refusal, ...]:
    """List what the decree refuses in the sign block; ``agency`` is the name of the issuing agency."""
    found = [refusal for line in lines for rule in _LINE_RULES for refusal in rule(line, agency or "")]
    found += _order(lines)
    if signer and not _EXEMPT.match(fold(agency or "").strip()):
        found += _titles(signer)
    return tuple(dict.fromkeys(found))


# ------------------------------------------------------------------------------------------- the lines

_POWERS = re.compile(
    r"\s*((?:K\s?[/.]?\s?T|T\s?[/.]?\s?L|T\s?[/.]?\s?U\s?[/.]?\s?Q|T\s?[/.]?\s?M|Q)[\s.,:/]+)(?=[^\W\d_])",
    re.IGNORECASE,
)
_BODIES = (
    "uy ban nhan dan",
    "ubnd",
    "hoi dong",
    "hdnd",
    "ban chi dao",
    "ban chap hanh",
    "ban thuong vu",
    "dang uy",
    "uy ban mat tran",
)


def _power(line: str) -> tuple[str, str] | None:
    """Give the power as written ("K/T ") and as it has to be ("KT. "); None where the line has none."""
    match = _POWERS.match(line)
    if match is None:
        return None
    return " ".join(match[1].split()), re.sub(r"[\s.,:/]", "", match[1]).upper() + "."


def spelt(line: str) -> str:
    """Write the power before an office as it has to be: "K/T CHÁNH VĂN PHÒNG" as "KT. CHÁNH VĂN PHÒNG"."""
    power = _power(line)
    return line if power is None else f"{power[1]} {_POWERS.sub('', line, count=1).strip()}"


def _misspelt(line: str, _: str) -> list[Refusal]:
    power = _power(line)
    if power is None:
        return []
    written, right = power
    if written.upper() == right and re.match(
        rf"\s*{re.escape(right)}\s", line.upper()
    ):  # printed in capitals
        return []
    return [
        Refusal(
            f"“{line.strip()}” viết chưa đúng: ghi “{right} ”, có dấu chấm liền sau chữ, "
            "không có dấu gạch chéo, rồi cách một chữ.",
            _POWER,
        )
    ]


def _for_the_body(line: str, agency: str) -> list[Refusal]:
    power = _power(line)
    if power is None or power[1] != "TM.":
        return []
    named, office = fold(_POWERS.sub("", line, count=1)), fold(agency).strip()
    if named.startswith(_BODIES) and (not office or office.startswith(_BODIES)):
        return []
    return [
        Refusal(
            "“TM.” chỉ dùng cho cơ quan làm việc theo chế độ tập thể; Văn phòng làm việc theo "
            "chế độ thủ trưởng: người đứng đầu ký trực tiếp, cấp phó ký thay (KT.).",
            f"điểm b khoản 7 Mục II Phần I Phụ lục I và Điều 13 {DECREE}",
        )
    ]


# "Giám đốc Trung tâm Điều hành" names a unit, not a deputy in charge.
_IN_CHARGE = re.compile(r"\bphu trach\b|^dieu hanh\b|(?<!trung tam )\bdieu hanh$")


def _in_charge(line: str, _: str) -> list[Refusal]:
    if not _IN_CHARGE.search(fold(line).strip()):
        return []
    return [
        Refusal(
            "Không ghi “phụ trách”, “điều hành”: cấp phó được giao phụ trách hoặc điều hành ký như "
            "cấp phó ký thay cấp trưởng (KT.).",
            _HEAD,
        )
    ]


_SPELT_OUT = re.compile(r"\s*(quyen|ky thay|thua lenh|thua uy quyen|thay mat)\s")
_SHORT = {"quyen": "Q.", "ky thay": "KT.", "thua lenh": "TL.", "thua uy quyen": "TUQ.", "thay mat": "TM."}


def _spelt_out(line: str, _: str) -> list[Refusal]:
    match = _SPELT_OUT.match(fold(line))
    if match is None:
        return []
    written = line.strip()[: len(match[1])].capitalize()
    return [Refusal(f"Ghi “{_SHORT[match[1]]} ” trước chức vụ, không ghi “{written}”.", _POWER)]


_LINE_RULES: tuple[Callable[[str, str], list[Refusal]], ...] = (
    _misspelt,
    _for_the_body,
    _in_charge,
    _spelt_out,
)


_OF_A_HEAD = re.compile(r"(?!pho |thu )(?:chanh van phong|(?:tong )?giam doc|chu tich|(?:[^ ]+ )?truong)\b")
"""The office of a head, no deputy's: a ministry's are called Thứ trưởng."""


def _order(lines: Sequence[str]) -> list[Refusal]:
    """See that a power names an office and is followed by the signer's own, and that none is passed on."""
    written = [line.strip() for line in lines if line.strip()]
    if bare := next(filter(None, map(_bare_power, written)), ""):
        text = f"Sau “{bare}” hãy ghi chức vụ của người đứng đầu, rồi chức vụ của người ký ở dòng dưới."
        return [Refusal(text, _POWER)]
    powers = [power[1] if (power := _power(line)) else "" for line in written]
    if powers and powers[-1] in {"KT.", "TL.", "TUQ."}:
        return [Refusal(f"Dưới dòng “{written[-1]}” phải ghi chức vụ của người ký.", _POWER)]
    if "TUQ." in powers and any(powers[powers.index("TUQ.") + 1 :]):
        return [Refusal("Người được ký thừa ủy quyền không được ủy quyền lại cho người khác ký.", _MANDATE)]
    for above, line in pairwise(written):
        if (power := _power(above)) and power[1] == "KT." and _OF_A_HEAD.match(fold(line)):
            text = f"“KT.” là ký thay: dưới “{above}” ghi chức vụ của cấp phó, không ghi “{line}”."
            return [Refusal(text, _POWER)]
        if fold(line) == f"pho {fold(above)}":
            return [Refusal(f"Cấp phó ký thay cấp trưởng: ghi “KT. ” trước “{above}”.", _POWER)]
    return []


def _bare_power(line: str) -> str:
    """Give the power of a line that names no office behind it: "KT."; "" for any other line."""
    power = _power(f"{line} x")
    return power[1] if power is not None and fold(line) == fold(power[0]) else ""


# -------------------------------------------------------------------------------------------- the name

_TITLE = (
    r"p?\.?g\.?s|t\.?s(?:\.?kh)?|th\.?s|c\.?n|k\.?s|kts|l\.?s|d\.?s(?:ck(?:i{1,2}|[12]))?|"
    r"b\.?s(?:\.?\s?ck\s?(?:i{1,2}|[12]))?|ck\s?(?:i{1,2}|[12])|gvc?c|mba|"
    r"ngnd|ngưt|nsnd|nsưt|nnnd|nnưt|ttnd|ttưt|ahlđ|"
    r"(?:phó )?giáo sư|tiến s[iĩỹ](?: khoa học)?|thạc s[iĩỹ]|cử nhân|k[ỹĩ] sư|bác s[iĩỹ]|dược s[iĩỹ]|luật sư|"
    r"kiến trúc sư|giảng viên(?: cao cấp| chính)?|chuyên khoa (?:i{1,2}|[12])|"
    r"(?:nhà giáo|nghệ s[iĩỹ]|nghệ nhân|thầy thuốc)(?: nhân dân| ưu tú)?|"
    r"anh hùng (?:lao động|lực lượng vũ trang(?: nhân dân)?)|chiến s[iĩỹ] thi đua(?: toàn quốc)?|"
    r"(?:thiếu|trung|thượng|đại) (?:[uú][yý]|tá|tướng)"
)
"""Học hàm, học vị, danh hiệu, quân hàm. With their marks: "Bạc Sỹ A" is a name, "bác sỹ" none."""
_TITLES = re.compile(rf"(?:(?:{_TITLE})(?=[.,\s])[.,\s]*)+")
_TITLES_BEHIND = re.compile(rf"\s*[,(]\s*(?:(?:{_TITLE})(?=[.,\s)]|$)[.,\s)]*)+$")
# Schools, hospitals and the armed forces: the head of their branch says whether titles are written.
_EXEMPT = re.compile(
    r"^(?:truong|hoc vien|dai hoc|benh vien|trung tam y te|vien|bo chi huy|cong an|quan khu|bo doi)\b"
)


def bare_name(signer: str) -> str:
    """Give the name of who signs without học hàm, học vị, danh hiệu before or behind it (PL I, II.7.c)."""
    name = _composed(signer)
    before, behind = titled(name)
    return name[len(before) : len(name) - len(behind)].strip() or name


def _composed(signer: str) -> str:
    return unicodedata.normalize("NFC", signer).strip()


def titled(name: str) -> tuple[str, str]:
    """Give the titles before and behind a name as they are written."""
    lower = name.lower()
    if len(lower) != len(name):  # no letter of Vietnamese is two in lower case
        return "", ""
    before, behind = _TITLES.match(lower), _TITLES_BEHIND.search(lower)
    return name[: before.end()] if before else "", name[behind.start() :] if behind else ""


def _titles(signer: str) -> list[Refusal]:
    before, behind = (found.strip(" ,().") for found in titled(_composed(signer)))
    found = []
    if before:
        text = f"Trước họ tên của người ký không ghi học hàm, học vị, danh hiệu (“{before}”)"
        found.append(Refusal(f"{text}: chỉ ghi họ và tên.", _NAME))
    if behind:
        found.append(Refusal(f"Chỉ ghi họ và tên của người ký, không ghi thêm “{behind}”.", _NAME))
    return found
