"""Rules as offices draw them in Word, anchored anywhere, of any shape; those that are missing or wrong."""

import pytest

from danvan_desktop.inspection.sheet import Outcome
from tests.builders.foreign_paper import CENTRE, PAPER, drawn_rule, paper, size
from tests.builders.word_file import p
from tests.inspection.measurements import measured

CUSTOM_SHAPE = (
    '<a:custGeom><a:pathLst><a:path w="100" h="0"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
    '<a:lnTo><a:pt x="100" y="0"/></a:lnTo></a:path></a:pathLst></a:custGeom>'
)
FLAT_BOX = '<a:prstGeom prst="rect"/>'


def motto(*after: str, text: str = "Độc lập - Tự do - Hạnh phúc") -> str:
    return p(text, *after, properties=CENTRE, run=size(14, "b"))


def picture(shape: str) -> str:
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def old_line(start: float, end: float) -> str:
    """A line of Word 2003, in points from the column's left edge."""
    return picture(f'<v:line style="position:absolute" from="{start}pt,17pt" to="{end}pt,17pt"/>')


def old_connector(style: str) -> str:
    return picture(f'<v:shape type="#_x0000_t32" style="position:absolute;height:0;{style}"/>')


def grouped(mm: float, column_mm: float) -> str:
    """A line that is one shape of a group as wide as the column."""
    whole, length = round(column_mm * 36000), round(mm * 36000)
    start = (whole - length) // 2
    corner = '<a:off x="0" y="0"/>'
    group = (
        f'{corner}<a:ext cx="{whole}" cy="360000"/><a:chOff x="0" y="0"/><a:chExt cx="{whole}" cy="360000"/>'
    )
    place = f'<a:off x="{start}" y="1000"/><a:ext cx="{length}" cy="0"/>'
    shape = f'<wps:spPr><a:xfrm>{place}</a:xfrm><a:prstGeom prst="line"/></wps:spPr>'
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
        f'</wp:positionH><wp:extent cx="{whole}" cy="360000"/><a:graphic><a:graphicData><wpg>'
        f"<grpSpPr><a:xfrm>{group}</a:xfrm></grpSpPr><wps:wsp>{shape}</wps:wsp></wpg></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )


def agency(*after: str, text: str = "VĂN PHÒNG") -> str:
    return p(text, *after, properties=CENTRE, run=size(13, "b"))


def subject(*after: str, text: str = "Kết quả công tác dân vận năm 2025") -> str:
    return p(text, *after, properties=CENTRE, run=size(14, "b"))


def with_rule(part: str, rule: str) -> str:
    return part.replace("</w:p>", f"{rule}</w:p>")


def kind_with(*rules: str) -> str:
    return with_rule(PAPER.kind, "".join(rules))


TWO_LINES = "Kết quả thực hiện công tác dân vận chính quyền và Quy chế dân chủ ở cơ sở năm 2025"


RIGHT: list[tuple[int, str, dict[str, object]]] = [
    (13, "blanks around the motto", {"motto": p("  Độc lập - Tự do - Hạnh phúc     ", drawn_rule(60.5),
                                                properties=CENTRE, run=size(14, "b"))}),
    (13, "anchored in the date", {"motto": motto(), "date": with_rule(
        PAPER.date, drawn_rule(60.5, down_pt=-8))}),
    (13, "anchored in the national name", {"motto": motto(), "national": with_rule(
        PAPER.national, drawn_rule(60.5, down_pt=33))}),
    (13, "anchored below the table", {"motto": motto(), "kind": kind_with(
        drawn_rule(60.5, at_mm=80.3, down_pt=-40))}),
    (13, "no preset shape", {"motto": motto(drawn_rule(60.5, shape=CUSTOM_SHAPE))}),
    (13, "a flat box", {"motto": motto(drawn_rule(60.5, shape=FLAT_BOX))}),
    (13, "of Word 2003", {"motto": motto(old_line(50.2, 221.7))}),
    (13, "an old connector", {"motto": motto(old_connector("margin-left:50.2pt;width:171.5pt"))}),
    (13, "in a group", {"motto": motto(grouped(60.5, 95.96))}),
    (17, "anchored in the number", {"agency": agency(), "number": with_rule(PAPER.number, drawn_rule(12))}),
    (17, "anchored in the parent", {"agency": agency(), "parent": with_rule(
        PAPER.parent, drawn_rule(12, down_pt=30))}),
    (17, "both in one place", {"agency": agency(), "motto": motto(
        drawn_rule(12, at_mm=-37.3), drawn_rule(60.5))}),
    (13, "both in one place", {"agency": agency(), "motto": motto(
        drawn_rule(12, at_mm=-37.3), drawn_rule(60.5))}),
    (24, "anchored in the text", {"subject": subject(), "body": (
        with_rule(PAPER.body[0], drawn_rule(32)), *PAPER.body[1:])}),
    (24, "anchored in the title", {"subject": subject(), "kind": kind_with(drawn_rule(32, down_pt=40))}),
    (24, "a third of the first line of two", {"subject": subject(drawn_rule(52), text=TWO_LINES)}),
    (24, "a third of the second line of two", {"subject": subject(drawn_rule(11), text=TWO_LINES)}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "habit", "parts"), RIGHT, ids=[f"{n}-{habit}" for n, habit, _ in RIGHT])
def test_a_rule_is_found_however_it_was_drawn(line: int, habit: str, parts: dict[str, object]) -> None:
    found = measured(paper(**parts))
    assert found[line].outcome is Outcome.RIGHT, (habit, found[line])


WRONG: list[tuple[int, str, dict[str, object]]] = [
    (13, "half as long", {"motto": motto(drawn_rule(30))}),
    (13, "anchored in the date and too short", {"motto": motto(), "date": with_rule(
        PAPER.date, drawn_rule(40))}),
    (13, "aside", {"motto": motto(drawn_rule(60.5, at_mm=10))}),
    (13, "none", {"motto": motto()}),
    (17, "none", {"agency": agency()}),
    (17, "none beside that of the motto", {"agency": agency(), "motto": motto(drawn_rule(60.5))}),
    (17, "as long as the name", {"agency": agency(), "number": with_rule(PAPER.number, drawn_rule(28))}),
    (24, "none", {"subject": subject()}),
    (24, "longer than half of the longest line", {"subject": subject(drawn_rule(100), text=TWO_LINES)}),
    (24, "shorter than a third of the shortest", {"subject": subject(drawn_rule(5), text=TWO_LINES)}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "fault", "parts"), WRONG, ids=[f"{n}-{fault}" for n, fault, _ in WRONG])
def test_a_rule_that_is_missing_or_wrong_is_told(line: int, fault: str, parts: dict[str, object]) -> None:
    found = measured(paper(**parts))
    assert found[line].outcome is Outcome.WRONG, (fault, found[line])
