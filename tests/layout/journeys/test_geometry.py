"""The geometry of the printed page, measured as a clerk of records does: within 0.3 mm from the top left."""

from itertools import pairwise

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.pages import Line, Page, Pages
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report.model import Letterhead, PartialDate, Run, Section
from tests.builders.reports import SENTENCE, block, report
from tests.layout.page_lines import line_text

TWIPS_PER_MM = 1440 / 25.4
EXACT = pytest.approx
NEAR = 0.3


def near(value: float) -> object:
    return pytest.approx(value, abs=NEAR)


def mm(twips: float) -> float:
    return twips / TWIPS_PER_MM


def centre(line: Line) -> float:
    first, last = line.fragments[0], line.fragments[-1]
    return mm((first.x + last.x + last.width) / 2)


def width(line: Line) -> float:
    first, last = line.fragments[0], line.fragments[-1]
    return mm(last.x + last.width - first.x)


def left(line: Line) -> float:
    return mm(line.fragments[0].x)


@pytest.fixture(scope="module")
def pages(fonts: FontSet) -> Pages:
    sections = tuple(
        Section(
            100 * i,
            number=f"{number}.",
            title=(Run(title),),
            blocks=(
                block(100 * i + 1, "Ưu điểm", "heading", "1."),
                *(block(100 * i + j, SENTENCE * 6) for j in range(2, 6)),
                block(100 * i + 7, SENTENCE * 2, "item"),
                block(100 * i + 8, SENTENCE * 2, "point", "a)"),
            ),
        )
        for i, (number, title) in enumerate(
            [("I", "Đặc điểm tình hình"), ("II", "Kết quả thực hiện"), ("III", "Nhiệm vụ trọng tâm")], start=1
        )
    )
    closing = (block(901, SENTENCE), block(902, "Văn phòng trân trọng báo cáo."))
    made = report((block(1, SENTENCE * 3),), sections, closing=closing)
    return typeset(compose(made, fonts), fonts)


@pytest.fixture(scope="module")
def head(pages: Pages) -> list[Line]:
    return list(pages.pages[0].lines[:8])


@pytest.fixture(scope="module")
def last_page(pages: Pages) -> Page:
    return pages.pages[-1]


def find(page: Page, start: str) -> Line:
    return next(line for line in page.lines if line_text(line).startswith(start))


def test_the_head_reads_as_the_decree_draws_it(head: list[Line]) -> None:
    assert [line_text(line).replace("\u00a0", "") for line in head] == [
        "UBND TỈNH HƯƠNG GIANG",
        "VĂN PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:/BC-VP",
        "Hương Giang, ngàythángnăm 2025",
        "BÁO CÁO",
        "Kết quả thực hiện công tác Dân vận năm 2025",
    ]


def test_its_lines_are_centred_in_their_columns(head: list[Line]) -> None:
    expected = [60, 60, 140, 140, 60, 140, 110, 110]
    assert [centre(line) for line in head] == [near(x) for x in expected]


def test_its_lines_have_the_sizes_and_looks_of_the_decree(head: list[Line]) -> None:
    looks = [(f.size / 2, f.bold, f.italic) for line in head for f in line.fragments]
    assert looks == [
        (13, False, False),
        (13, True, False),
        (13, True, False),
        (14, True, False),
        (13, False, False),
        (14, False, True),
        (14, True, False),
        (14, True, False),
    ]


def test_both_columns_stand_level(head: list[Line]) -> None:
    parent, agency, national, motto, number, date, *_ = head
    assert parent.baseline == national.baseline
    assert agency.baseline == motto.baseline
    assert number.baseline == date.baseline


def test_the_letters_begin_at_the_top_margin(head: list[Line]) -> None:
    assert mm(head[0].top) == near(20)


def test_the_national_name_and_motto_are_as_wide_as_times_makes_them(head: list[Line]) -> None:
    assert width(head[2]) == near(95.7)
    assert width(head[3]) == near(60.5)


def test_the_rules_have_their_lengths_and_places(pages: Pages, head: list[Line]) -> None:
    strokes = pages.pages[0].strokes
    agency, motto, subject = ((mm(s.x1), mm(s.x2), mm(s.y1)) for s in strokes[:3])
    assert 9.3 <= agency[1] - agency[0] <= 14.0
    assert (agency[0] + agency[1]) / 2 == near(60)
    assert (motto[0], motto[1]) == (near(109.8), near(170.2))
    assert 32.4 <= subject[1] - subject[0] <= 48.6
    assert (subject[0] + subject[1]) / 2 == near(110)
    points = 72 / 25.4
    for rule, line in ((agency, head[1]), (motto, head[3]), (subject, head[7])):
        descent = line.fragments[0].size / 2 * 0.216
        assert 1 <= (rule[2] - mm(line.baseline)) * points - descent <= 3
    assert {s.thickness for s in strokes[:3]} == {10}


def test_number_day_and_month_have_room_to_be_written_in(head: list[Line], fonts: FontSet) -> None:
    def blanks(line: Line) -> list[float]:
        fragment = line.fragments[0]
        unit = fonts.face(italic=fragment.italic).width("\u00a0") * fragment.size * 10 / 2048
        runs = [run for run in fragment.text.split("\u00a0") if run]
        counts = [fragment.text.split(a)[1].split(b)[0].count("\u00a0") for a, b in pairwise(runs)]
        return [mm(count * unit) for count in counts]

    [number] = blanks(head[4])
    day, month = blanks(head[5])
    assert number >= 12
    assert day >= 7
    assert month >= 7


def test_the_title_stands_clear_of_the_head_and_the_subject_right_below_it(head: list[Line]) -> None:
    date, kind, subject = head[5], head[6], head[7]
    assert 12 * 20 <= kind.top - (date.top + date.paragraph.style.pitch) <= 18 * 20
    assert subject.top == kind.top + kind.paragraph.style.pitch


def test_first_lines_begin_at_40_and_following_lines_at_30(pages: Pages) -> None:
    for page in pages.pages:
        for line in page.lines:
            if line.paragraph.style.name in {"body", "item", "point", "heading1", "section"}:
                assert left(line) == near(40 if line.start == 0 else 30)


def test_lines_of_text_are_17_points_apart_and_paragraphs_6_more(pages: Pages) -> None:
    body = [line for line in pages.pages[1].lines if len(line.path) == 2]
    steps = {
        (after.baseline - before.baseline, before.path == after.path) for before, after in pairwise(body)
    }
    assert steps == {(340, True), (460, False)}


def test_page_numbers_stand_in_the_top_margin_and_not_on_the_first_page(pages: Pages) -> None:
    assert pages.pages[0].page_number is None
    for page in pages.pages[1:]:
        fragment = page.page_number
        assert fragment is not None
        assert (fragment.text, fragment.size, fragment.bold, fragment.italic) == (
            str(page.number),
            28,
            False,
            False,
        )
        assert mm(fragment.x + fragment.width / 2) == near(110)
        assert 10 < mm(page.page_number_baseline) < 20


def test_recipients_stand_at_the_left_margin_level_with_the_signing_lines(last_page: Page) -> None:
    label, first = find(last_page, "Nơi nhận:"), find(last_page, "KT. CHÁNH VĂN PHÒNG")
    assert label.baseline == first.baseline
    assert left(label) == near(30)
    look = label.fragments[0]
    assert (look.size, look.bold, look.italic) == (24, True, True)
    for start in ("- Sở Nội vụ", "- VPUB", "- Lưu"):
        recipient = find(last_page, start)
        assert left(recipient) == near(30)
        assert (recipient.fragments[0].size, recipient.fragments[0].bold) == (22, False)


def test_the_signing_block_is_centred_with_room_for_the_signature(last_page: Page) -> None:
    title, position = find(last_page, "KT. CHÁNH"), find(last_page, "PHÓ CHÁNH")
    name = find(last_page, "Nguyễn Văn A")
    assert [centre(line) for line in (title, position, name)] == [near(142.5)] * 3
    assert all(line.fragments[0].bold and line.fragments[0].size == 28 for line in (title, position, name))
    cap_height = name.fragments[0].size / 2 * 0.662 * 20
    assert 25 <= mm(name.top - (position.top + position.paragraph.style.pitch)) <= 30
    assert 25 <= mm(name.baseline - cap_height - position.baseline) <= 30


def test_nothing_follows_the_name(last_page: Page) -> None:
    assert line_text(last_page.lines[-1]) == "Nguyễn Văn A"


def test_no_line_leaves_the_text_area(pages: Pages) -> None:
    for page in pages.pages:
        for line in page.lines:
            assert mm(line.top) >= 20 - NEAR
            assert mm(line.top + line.paragraph.style.pitch) <= 277 + NEAR
            assert left(line) >= 30 - NEAR
            assert left(line) + width(line) <= 190 + NEAR


def test_a_place_with_a_long_name_still_fits_on_one_line(fonts: FontSet) -> None:
    head = Letterhead("UBND", "Văn phòng", None, "BC-VP", "Thành phố Hồ Chí Minh", PartialDate(2025))
    page = typeset(compose(report(letterhead=head), fonts), fonts).pages[0]
    date = find(page, "Thành phố")
    assert line_text(date).endswith("năm 2025")
    assert date.fragments[0].size == 26


def test_a_long_agency_name_wraps_and_number_and_date_stay_level(fonts: FontSet) -> None:
    head = Letterhead("UBND tỉnh Hương Giang", "Ban Quản lý các khu kinh tế tỉnh", None, "BC-BQL")
    page = typeset(compose(report(letterhead=head), fonts), fonts).pages[0]
    agency = [line for line in page.lines if line.paragraph.style.name == "agency"]
    number, date = find(page, "Số:"), find(page, "…, ngày")
    assert len(agency) == 2
    assert number.baseline == date.baseline > agency[-1].baseline
    longest = max(width(line) for line in agency)
    rule = page.strokes[0]
    assert longest / 3 <= mm(rule.x2 - rule.x1) <= longest / 2


def test_the_set_of_13_points_is_13_throughout(fonts: FontSet) -> None:
    from danvan_desktop.report.model import Settings

    made = report((block(1, SENTENCE),), settings=Settings(size_set=13, line_pitch_pt=16))
    page = typeset(compose(made, fonts), fonts).pages[0]
    national = find(page, "CỘNG HÒA")
    assert (national.fragments[0].size, width(national)) == (24, near(88.3))
    for start in ("Độc lập", "Số:", "Hương Giang,", "BÁO CÁO", "Kết quả", "Cơ quan", "PHÓ", "Nguyễn"):
        assert find(page, start).fragments[0].size == 26
