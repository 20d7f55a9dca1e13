"""Spaces and punctuation. No norm governs them; what is asked here is what the decree itself prints."""

import re

from danvan_desktop.checks.patterns import LOWER, UPPER, by_pattern
from danvan_desktop.checks.rule import CUSTOM, Rule

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}{{1,30}}"
"""No longer: a page without a space must not be gone through from each of its letters."""
_LONGEST = 100
"""How much of an address is looked at."""
_ADDRESS = re.compile(r"@|://|www\.|\.(?:vn|com|org|net)\b", re.IGNORECASE)


def _outside_addresses(hit: "re.Match[str]") -> str | None:
    """Leave web and mail addresses alone: they hold marks without spaces."""
    text, start, end = hit.string, hit.start(), hit.end()
    before, after = text[max(start - _LONGEST, 0) : start], text[end : end + _LONGEST]
    token = before.rpartition(" ")[2] + hit[0] + after.partition(" ")[0]
    return None if _ADDRESS.search(token) else hit.expand(r"\1 \2")


RULES = (
    Rule(
        "spaces-doubled",
        "warning",
        "Nhiều dấu cách liền nhau",
        CUSTOM,
        by_pattern(
            r"\S{1,40}(?: {2,}\S{1,40})+",
            "“{found}” có nhiều dấu cách liền nhau, hãy chỉ để một dấu cách.",
            lambda hit: re.sub(" +", " ", hit[0]),
        ),
        bad=("Cải cách hành chính  và chuyển đổi số.", "Quy   chế làm  việc."),
        good=("Cải cách hành chính và chuyển đổi số.",),
        safe=True,
    ),
    Rule(
        "space-at-beginning",
        "warning",
        "Dấu cách ở đầu đoạn",
        CUSTOM,
        by_pattern(
            r"^\s+(\S+)",
            "Đầu đoạn thừa dấu cách; chỗ thụt đầu dòng đã có sẵn khi in, hãy bỏ dấu cách.",
            r"\1",
        ),
        bad=(" Tổ chức hội nghị.",),
        good=("Tổ chức hội nghị.",),
        safe=True,
    ),
    Rule(
        "space-before-mark",
        "warning",
        "Dấu cách trước dấu câu",
        CUSTOM,
        by_pattern(
            r"([\w)”\"%]{1,30}) +([,;:!?]|\.(?![./\d]))(?=\s|$|[,;)”])",
            "“{found}” thừa dấu cách trước dấu câu, hãy viết “{better}”.",
            r"\1\2",
        ),
        bad=(
            "Các tổ chức đảng , đoàn thể.",
            "Đã hoàn thành .",
            "Kết quả như sau :",
            'Mô hình "Dân vận khéo" .',
        ),
        good=("Các tổ chức đảng, đoàn thể.", "Nâng ngạch, nâng lương ... đúng hạn.", "Tỷ lệ 1 :2"),
        safe=True,
    ),
    Rule(
        "space-after-mark",
        "warning",
        "Thiếu dấu cách sau dấu câu",
        CUSTOM,
        by_pattern(
            rf"({_WORD}[,;]|[{LOWER}]{{2,30}}:)({_WORD}|\d{{1,9}})",
            "“{found}” thiếu dấu cách sau dấu câu, hãy viết “{better}”.",
            _outside_addresses,
        ),
        bad=("Đại hội đầu nhiệm,kỳ mới.", "Công chức;viên chức.", "Kiểm tra 15 đơn vị:5 phòng."),
        good=("Đúng 2,5 điểm, lúc 8:30.", "Hộp thư a,b@tinh.gov.vn, trang https://a.vn", "TP:1"),
        safe=True,
    ),
    Rule(
        "space-after-stop",
        "warning",
        "Thiếu dấu cách sau dấu chấm câu",
        CUSTOM,
        by_pattern(
            rf"((?:\b[{LOWER}]{{2,}}|\d{{3}})[.?!])([{UPPER}][{LOWER}]+)",
            "“{found}” thiếu dấu cách sau dấu chấm câu, hãy viết “{better}”.",
            _outside_addresses,
        ),
        bad=("Đã hoàn thành nhiệm vụ.Năm 2026 tiếp tục thực hiện.",),
        good=("Tại TP.Hồ Chí Minh, địa chỉ dichvucong.Gov.vn.", "Hoàn thành. Năm 2026"),
        safe=True,
    ),
    Rule(
        "dots",
        "warning",
        "Dấu chấm lửng có bốn, năm chấm",
        CUSTOM,
        by_pattern(
            rf"({_WORD}) *(?<!\.)\.{{4,5}}(?!\.)",
            "Dấu chấm lửng có ba chấm, hãy viết “{better}”.",
            r"\1...",
        ),
        bad=("Nâng ngạch, nâng lương....", "Thiên tai ..... và dịch bệnh."),
        good=("Nâng ngạch, nâng lương...", "Số lượng: ......... người."),
        safe=True,
    ),
    Rule(
        "marks-together",
        "warning",
        "Hai dấu câu liền nhau",
        CUSTOM,
        by_pattern(
            r"\w{1,30}(?:[,;:] ?\.(?!\.)|, ?[,;]|; ?[,;]|(?<!v\.v)(?<!\.)\.[,;:](?!\w))",
            "“{found}” có hai dấu câu liền nhau, hãy giữ một dấu đúng với ý của câu.",
        ),
        bad=("Hoàn thành nhiệm vụ được giao;.", "Công chức,, viên chức.", "Đã tổ chức.; tiếp tục"),
        good=("Xăng, dầu, v.v.; vật tư khác.", "Nâng ngạch...; nâng lương.", "Hoàn thành."),
    ),
    Rule(
        "space-in-brackets",
        "warning",
        "Dấu cách bên trong ngoặc",
        CUSTOM,
        by_pattern(
            r"([(“]) +(\w{1,30})|(\w{1,30}[.!?]?) +([)”])",
            "“{found}” thừa dấu cách bên trong dấu ngoặc, hãy viết “{better}”.",
            lambda hit: hit[0].replace(" ", ""),
        ),
        bad=("Ủy ban nhân dân ( UBND) tỉnh.", "Phong trào “Dân vận khéo ” năm 2025."),
        good=("Ủy ban nhân dân (UBND) tỉnh.", "Phong trào “Dân vận khéo” năm 2025."),
        safe=True,
    ),
    Rule(
        "space-before-bracket",
        "warning",
        "Thiếu dấu cách trước ngoặc",
        CUSTOM,
        by_pattern(
            rf"({_LETTER}{{2,30}})([(“]{_LETTER}{{2,30}})",
            "“{found}” thiếu dấu cách trước dấu ngoặc, hãy viết “{better}”.",
            r"\1 \2",
        ),
        bad=("Ủy ban nhân dân(UBND) tỉnh.",),
        good=("Ủy ban nhân dân (UBND) tỉnh.", "Mẫu a(1)."),
        safe=True,
    ),
    Rule(
        "hyphen-spaces",
        "warning",
        "Dấu cách hai bên gạch nối giữa các từ",
        CUSTOM,
        by_pattern(
            rf"({_LETTER}{{0,30}}[{LOWER}])(?:- | -)({_WORD})",
            "“{found}” thiếu dấu cách ở một bên gạch nối, hãy viết “{better}”.",
            r"\1 - \2",
        ),
        bad=("Công tác thi đua- khen thưởng.", "Kinh tế -xã hội."),
        good=("Công tác thi đua - khen thưởng.", "Dịch COVID -19", "Nghị quyết số 25-NQ/TW"),
        safe=True,
    ),
)
