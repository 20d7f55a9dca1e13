"""``python -m tests.proof.rules_help``: writes the help page that lists what is checked, from the rules."""

import json
import sys
from datetime import date

from danvan_desktop.checks import LEVEL_LABELS, TOPICS, Rule
from danvan_desktop.checks.rule import CUSTOM
from danvan_desktop.paths import resource

PAGE = "22-nhung-loi-duoc-soat.md"
_PARAGRAPHS = (
    "# Những lỗi được soát",
    (
        "Ngoài lỗi gõ (tìm được đến đâu: xem trang Soát lỗi), phần mềm soát những điều dưới đây. "
        "Sau mỗi điều là mức và căn cứ:"
    ),
    (
        "- **Không đúng quy định**: trái quy định ghi bên cạnh, nên sửa trước khi trình ký.\n"
        "- **Cần xem lại**: thường là sai, nhưng người soạn mới biết chắc.\n"
        "- **Thông lệ**: cách viết thường gặp, không phải lỗi.\n"
        "- Có chữ **sửa ngay**: chỉ có một cách sửa, không cần biết nội dung."
    ),
    (
        "Phần mềm không sửa gì khi chưa được bấm. Không biết được: tên riêng, số liệu lấy ở nơi khác, từ còn "
        "thiếu, ý của câu. PL là phụ lục của Nghị định số 30/2020/NĐ-CP. Quy định được tra đến ngày {day}; "
        "văn bản ban hành sau đó thì theo văn bản ấy."
    ),
)


def page() -> str:
    """Write the page."""
    checked = date.fromisoformat(json.loads(resource("checks", "terms.json").read_text("utf-8"))["checked"])
    introduction = "\n\n".join(_PARAGRAPHS).format(day=f"{checked:%d/%m/%Y}")
    topics = [f"## {name}\n\n" + "\n".join(map(_line, rules)) for name, rules in TOPICS]
    return "\n\n".join([introduction, *topics]) + "\n"


def _line(rule: Rule) -> str:
    parts = [LEVEL_LABELS[rule.level].lower(), rule.source if rule.source != CUSTOM else CUSTOM.lower()]
    return f"- **{rule.title}**: {'; '.join(dict.fromkeys(parts))}{'; sửa ngay' if rule.safe else ''}."


def main() -> int:
    """Write the page where the program reads it."""
    (resource("help") / PAGE).write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
