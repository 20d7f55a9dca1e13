"""Signing forms (quyền hạn của người ký) and what the decree refuses in them, each with its clause."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from danvan_desktop.report.search import fold

Form = Literal["direct", "KT", "TL", "TUQ", "Q", "TL_KT"]

FORM_LABELS: dict[Form, str] = {
    "direct": "Ký trực tiếp (người đứng đầu)",
    "KT": "KT. - ký thay",
    "TL": "TL. - ký thừa lệnh",
    "TUQ": "TUQ. - ký thừa ủy quyền",
    "Q": "Q. - quyền cấp trưởng",
    "TL_KT": "TL. và KT. - cấp phó của người được thừa lệnh ký thay",
}
"""The forms with their names in the wizard, in its order."""

_DECREE = "Nghị định số 30/2020/NĐ-CP"
_POWER = f"điểm b khoản 7 Mục II Phần I Phụ lục I {_DECREE}"
_NAME = f"điểm c khoản 7 Mục II Phần I Phụ lục I {_DECREE}"
_HEAD = f"khoản 1 Điều 13 {_DECREE}"


class Refusal(NamedTuple):
    """What the decree does not allow, in Vietnamese, and where it says so."""

    message: str
    clause: str


def signing_lines(form: Form, head: str, position: str = "", unit_head: str = "") -> tuple[str, ...]:
    """Write the lines above the signature, one entry a line (PL I, II.7.b).

    ``head`` is the office of the one who answers for the agency ("Chánh Văn phòng"), ``position`` that of
    the signer, ``unit_head`` (for TL. with KT.) that of the one who signs by order.
    """
    head, position, unit_head = (" ".join(part.split()).upper() for part in (head, position, unit_head))
    lines: dict[Form, tuple[str, ...]] = {
        "direct": (head,),
        "KT": (f"KT. {head}", position),
        "TL": (f"TL. {head}", position),
        "TUQ": (f"TUQ. {head}", position),
        "Q": (f"Q. {head}",),
        "TL_KT": (f"TL. {head}", f"KT. {unit_head}", position),
    }
    return tuple(line.strip() for line in lines[form] if line.strip())


def recognise_form(lines: Sequence[str]) -> Form | None:
    """Tell the form of existing lines; None where they are none of the six (no line, TM., a misspelling)."""
    powers = tuple(
        match[1] for line in lines if (match := re.match(r"\s*(KT|TL|TUQ|TM|Q)\.\s", line.upper() + " "))
    )
    count = len([line for line in lines if line.strip()])
    found: dict[tuple[tuple[str, ...], int], Form] = {
        ((), 1): "direct",
        (("KT",), 2): "KT",
        (("TL",), 2): "TL",
        (("TUQ",), 2): "TUQ",
        (("Q",), 1): "Q",
        (("TL", "KT"), 3): "TL_KT",
    }
    form = found.get((powers, count))
    return None if form == "direct" and refusals(lines, None, None) else form


def refusals(lines: Sequence[str], signer: str | None, agency: str | None) -> tuple[Refusal, ...]:
    """List what the decree refuses in the sign block; ``agency`` is the name of the issuing agency."""
    found = [refusal for line in lines for rule in _LINE_RULES for refusal in rule(line, agency or "")]
    found += _order(lines)
    if signer and not _EXEMPT.match(fold(agency or "").strip()):
        found += _titles(signer)
    return tuple(dict.fromkeys(found))


# ------------------------------------------------------------------------------------------- the lines

_POWERS = re.compile(
    r"\s*((?:K\s?[/.]?\s?T|T\s?[/.]?\s?L|T\s?[/.]?\s?U\s?[/.]?\s?Q|T\s?[/.]?\s?M|Q)[\s./]+)(?=[^\W\d_])",
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
    return " ".join(match[1].split()), re.sub(r"[\s/.]", "", match[1]).upper() + "."


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
            f"điểm b khoản 7 Mục II Phần I Phụ lục I và Điều 13 {_DECREE}",
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


def _acting(line: str, _: str) -> list[Refusal]:
    if not re.match(r"\s*quyen\s", fold(line)):
        return []
    return [
        Refusal("Ghi “Q. ” trước chức vụ của người được giao quyền cấp trưởng, không ghi “Quyền”.", _POWER)
    ]


_LINE_RULES: tuple[Callable[[str, str], list[Refusal]], ...] = (
    _misspelt,
    _for_the_body,
    _in_charge,
    _acting,
)


def _order(lines: Sequence[str]) -> list[Refusal]:
    """See that a power is followed by the signer's own office."""
    written = [line for line in lines if line.strip()]
    if not written or not re.match(r"\s*(?:KT|TL|TUQ)\b", written[-1].upper()):
        return []
    power = _power(f"{written[-1]} x")
    if power is not None and fold(written[-1].strip()) == fold(power[0]):
        text = f"Sau “{power[1]}” hãy ghi chức vụ của người đứng đầu, rồi chức vụ của người ký ở dòng dưới."
        return [Refusal(text, _POWER)]
    return [Refusal(f"Dưới dòng “{written[-1].strip()}” phải ghi chức vụ của người ký.", _POWER)]


# -------------------------------------------------------------------------------------------- the name

_TITLES = re.compile(
    r"(?:(?:gs|pgs|ts|tskh|ths|cn|ks|bs|bsck1|bsck2|cki|ckii|ds|ngnd|ngut|nsnd|nsut|ttnd|ttut|giao su|"
    r"pho giao su|tien s[iy]|thac s[iy]|cu nhan|ky su|bac s[iy]|duoc s[iy]|nha giao|nghe s[iy]|nghe nhan|"
    r"thay thuoc|nhan dan|uu tu|anh hung(?: lao dong)?)(?=[.,\s])[.,\s]*)+"
)
# Schools, hospitals and the armed forces: the head of their branch says whether titles are written.
_EXEMPT = re.compile(
    r"^(?:truong|hoc vien|dai hoc|benh vien|trung tam y te|vien|bo chi huy|cong an|quan khu|bo doi)\b"
)


def bare_name(signer: str) -> str:
    """Give the name of who signs without học hàm, học vị, danh hiệu before it (PL I, II.7.c)."""
    name = signer.strip()
    match = _TITLES.match(fold(name))
    return name[match.end() :].strip() or name if match else name


def _titles(signer: str) -> list[Refusal]:
    name = signer.strip()
    match = _TITLES.match(fold(name))
    if match is None:
        return []
    return [
        Refusal(
            f"Trước họ tên của người ký không ghi học hàm, học vị, danh hiệu "
            f"(“{name[: match.end()].strip()}”): chỉ ghi họ và tên.",
            _NAME,
        )
    ]
