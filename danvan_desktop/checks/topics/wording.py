"""Words by custom and spelling that is wrong everywhere, from ``resources/checks/words.json``."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from danvan_desktop.checks.facts import facts
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.patterns import by_pattern
from danvan_desktop.checks.rule import CUSTOM, Match, Rule
from danvan_desktop.report.text.letter_case import cased_like

_GOES_ON = "chủ nghĩa|gọn|giản|giảm|thần|thông|khẩu|cảnh|- nghề nghiệp"
"""Words with which what stands before is right: "kinh tế xã hội chủ nghĩa", "UBND tinh gọn bộ máy"."""


@lru_cache(maxsize=4)
def _words(group: str) -> tuple["re.Pattern[str]", dict[str, str]]:
    with facts("words.json") as known:
        words = {str(wrong): str(right) for wrong, right in known[group].items()}
    longest_first = sorted(words, key=len, reverse=True)
    listed = "|".join(map(re.escape, longest_first))
    pattern = rf"(?<!\w)(?<!sản )(?<!đề )(?<!hồ )(?:{listed})(?!\w)(?! (?:{_GOES_ON}))"
    return re.compile(pattern, re.IGNORECASE), {wrong.lower(): right for wrong, right in words.items()}


def _listed(group: str, message: str) -> Callable[[Manuscript], Iterator[Match]]:
    """Find the words of ``group``; what is right keeps their capitals."""

    def find(manuscript: Manuscript) -> Iterator[Match]:
        pattern, words = _words(group)
        for text in manuscript.texts:
            for hit in pattern.finditer(text.text):
                right = words[hit[0].lower()]
                better = cased_like(right, hit[0])
                yield Match(message.format(found=hit[0], better=better), text, hit.start(), hit.end(), better)

    return find


RULES = (
    Rule(
        "spelling-list",
        "warning",
        "Từ hay viết sai",
        "Chính tả",
        _listed("spelling", "“{found}” viết đúng là “{better}”."),
        bad=("Thăm hỏi gia đình liệt sỹ", "UBND tinh", "trao 50 xuất quà", "BỔ XUNG QUY CHẾ"),
        good=("gia đình liệt sĩ", "UBND tỉnh", "trao 50 suất quà", "đề xuất quà tặng", "hồ sơ xuất khẩu"),
        safe=True,
    ),
    Rule(
        "words-hyphen",
        "warning",
        "Gạch nối giữa hai lĩnh vực",
        CUSTOM,
        _listed("hyphens", "Hai lĩnh vực đi liền có gạch nối ở giữa, hãy viết “{better}”."),
        bad=("Phát triển kinh tế xã hội", "các tổ chức chính trị xã hội"),
        good=("kinh tế - xã hội", "kinh tế xã hội chủ nghĩa", "tổ chức chính trị xã hội - nghề nghiệp"),
        safe=True,
    ),
    Rule(
        "words-comma",
        "info",
        "Dấu phẩy giữa các từ liệt kê",
        CUSTOM,
        _listed("commas", "Giữa hai từ liệt kê thường có dấu phẩy: “{better}”."),
        bad=("chủ trương chính sách của Đảng", "phương hướng nhiệm vụ năm 2026"),
        good=("chủ trương, chính sách của Đảng",),
    ),
    Rule(
        "kinds-in-general",
        "info",
        "Tên loại văn bản nói chung không viết hoa",
        "khoản 6 Mục V PL II",
        by_pattern(
            r"(?<!\w)(?:các|những|mọi) "
            r"(?:Chỉ thị|Nghị quyết|Kết luận|Quyết định|Kế hoạch|Nghị định|Thông tư|Đề án)"
            r"(?! (?:số|\d|này|trên|nêu trên)|(?:, [^.;]{0,60})? số \d)(?!\w)",
            "Nói chung nhiều văn bản thì không viết hoa tên loại: “{better}”.",
            lambda hit: hit[0].lower(),
        ),
        bad=("Quán triệt các Chỉ thị, Nghị quyết của Đảng",),
        good=("Quán triệt các chỉ thị, nghị quyết", "các Nghị quyết số 25-NQ/TW, 18-NQ/TW"),
    ),
    Rule(
        "departments-in-general",
        "info",
        "“các sở, ban, ngành” không viết hoa",
        CUSTOM,
        by_pattern(
            r"(?<!\w)(?:các|với) (?:Sở, [Bb]an, [Nn]gành|Sở, [Nn]gành|Ban, [Nn]gành)(?!\w)",
            "Nói chung nhiều cơ quan thì không viết hoa: “{better}”.",
            lambda hit: hit[0].lower(),
        ),
        bad=("phối hợp với các Sở, ban, ngành",),
        good=("phối hợp với các sở, ban, ngành", "các Sở Nội vụ, Tài chính"),
    ),
)
