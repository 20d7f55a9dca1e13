"""Lines end where Word and LibreOffice end them, and no character is ever lost."""

import re
from dataclasses import replace
from itertools import pairwise
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.compose.styles import make_styles
from danvan_desktop.layout.document import Span, StyledParagraph
from danvan_desktop.layout.nd30 import mm
from danvan_desktop.layout.typeset.line_breaking import TOLERANCE, LineWidth, TextMeasurer, break_lines
from danvan_desktop.layout.typeset.paragraph_lines import set_lines
from danvan_desktop.report.model import Settings
from tests.builders.process_figures import processor_seconds

BODY = make_styles(Settings()).body
WIDTH = mm(160)
ALPHABET = "aâđễgiỌkmNơưw     -/.,“”…–\u00a0\u2011中"

spans = st.builds(
    Span,
    st.text(ALPHABET, max_size=120),
    bold=st.booleans(),
    italic=st.booleans(),
    vertical=st.sampled_from([None, None, "super", "sub"]),
)
paragraphs = st.lists(spans, max_size=5).map(lambda made: StyledParagraph(BODY, tuple(made)))


def broken(text: str, fonts: FontSet, width: int = WIDTH) -> list[str]:
    paragraph = StyledParagraph(BODY, (Span(text),))
    lines = break_lines(paragraph, TextMeasurer(paragraph, fonts), LineWidth(width, width))
    return [text[start:end] for start, end in lines]


@given(paragraphs, st.integers(400, 9071))
def test_every_character_is_in_exactly_one_line_in_order(
    fonts: FontSet, paragraph: StyledParagraph, width: int
) -> None:
    lines = break_lines(paragraph, TextMeasurer(paragraph, fonts), LineWidth(width - 300, width))
    assert lines[0][0] == 0
    assert lines[-1][1] == len(paragraph.text)
    assert all(end == start for (_, end), (start, _) in pairwise(lines))


@given(paragraphs, st.integers(800, 9071))
def test_no_line_is_wider_than_its_room(fonts: FontSet, paragraph: StyledParagraph, width: int) -> None:
    measure = TextMeasurer(paragraph, fonts)
    text = paragraph.text
    for index, (start, end) in enumerate(break_lines(paragraph, measure, LineWidth(width - 300, width))):
        visible = len(text[start:end].rstrip(" "))
        room = width - 300 if index == 0 else width
        # Spaces an author put before the first word are not a place to break at.
        assert (
            visible <= 1
            or measure.width(start, start + visible) <= room + TOLERANCE + len(measure._portions) - 1
            or not text[:end].strip()
        )


@given(
    st.lists(st.text("abcđêuơn", min_size=1, max_size=9), min_size=1, max_size=60), st.integers(2500, 9071)
)
def test_a_line_takes_every_word_that_fits(fonts: FontSet, words: list[str], width: int) -> None:
    text = " ".join(words)
    paragraph = StyledParagraph(BODY, (Span(text),))
    measure = TextMeasurer(paragraph, fonts)
    lines = break_lines(paragraph, measure, LineWidth(width, width))
    for (start, _), (after, after_end) in pairwise(lines):
        word = text[after:after_end].split(" ")[0]
        assert measure.width(start, after + len(word)) > width + TOLERANCE


def test_a_line_never_ends_at_a_slash(fonts: FontSet) -> None:
    text = "xem văn bản số 4378/SNV ngày 20/11/2025 và/hoặc Nghị định số 111/2022/NĐ " * 20
    for width in range(2000, 9000, 37):
        assert not [line for line in broken(text, fonts, width)[:-1] if line.endswith("/")]


@pytest.mark.parametrize(
    ("word", "beginnings"),
    [
        ("33/CT-TTg", {"33/CT-"}),
        ("2021-2026,", {"2021-"}),
        ("Covid-19", set()),
        ("10–20", {"10–"}),
        ("–Tăng", {"–"}),
        ("trước…sau", {"trước…"}),
        ("trước—sau", {"trước", "trước—"}),
        ("-abc", set()),
        ("a/b/c", set()),
        ("12,5%", set()),
        ("(“khéo”);", set()),
    ],
)
def test_a_line_ends_inside_a_word_where_libreoffice_ends_it(
    fonts: FontSet, word: str, beginnings: set[str]
) -> None:
    ends = {
        line.rsplit(" ", 1)[-1]
        for width in range(2000, 9000, 7)
        for line in broken(f"theo {word} của " * 12, fonts, width)
        if not line.endswith(" ")
    }
    assert ends - {""} == beginnings


def test_a_dash_at_the_start_of_a_line_holds_on_to_its_space_and_word(fonts: FontSet) -> None:
    assert broken("- Rà soát", fonts)[0] == "- Rà soát"
    assert all(not line.startswith("x") for line in broken("-xxxx " * 200, fonts))


def test_a_no_break_space_and_a_no_break_hyphen_never_end_a_line(fonts: FontSet) -> None:
    text = "theo số\u00a025\u2011NQ/TW " * 40
    for width in range(2000, 9000, 37):
        for line in broken(text, fonts, width)[:-1]:
            assert line.endswith(("TW ", "theo "))


@pytest.mark.parametrize("sign", ["\u00a0", "\u2011"])
def test_what_stands_before_a_no_break_sign_counts_in_whole_twips(fonts: FontSet, sign: str) -> None:
    for end in ("mời", "mở", "nên", "vui", "yêu", "cần"):
        text = f"theo số 25{sign}NQ{sign}{end}"
        paragraph = StyledParagraph(BODY, (Span(text),))
        measure = TextMeasurer(paragraph, fonts)
        edges = [0, *(edge for mark in re.finditer(sign, text) for edge in mark.span()), len(text)]
        in_portions = 0.0
        for before, after in pairwise(edges):
            in_portions = floor(in_portions) + measure.width(before, after)
        room = ceil(in_portions)
        assert in_portions < measure.width(0, len(text))
        assert len(break_lines(paragraph, measure, LineWidth(room, room))) == 1
        assert len(break_lines(paragraph, measure, LineWidth(room - 1, room))) == 2


def test_a_line_that_is_longer_by_a_hair_is_broken(fonts: FontSet) -> None:
    for text in ("nhân dân thi", "nhân dân đua", "nhân dân yêu", "nhân dân nước", "nhân dân Người"):
        paragraph = StyledParagraph(BODY, (Span(text),))
        measure = TextMeasurer(paragraph, fonts)
        room = measure.width(0, len(text))
        assert len(break_lines(paragraph, measure, LineWidth(room, room))) == 1  # type: ignore[arg-type]
        assert len(break_lines(paragraph, measure, LineWidth(room - 1 / 512, room))) == 2  # type: ignore[arg-type]


def test_a_word_wider_than_the_line_is_broken_between_characters(fonts: FontSet) -> None:
    lines = broken("xem " + "w" * 300 + " hết", fonts)
    assert lines[0] == "xem "
    assert set("".join(lines[1:])) == set("w hết")
    assert lines[-1].endswith(" hết")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("giai đoạn 2021-2026 xx", "giai đoạn 2021-"),
        ("Covid-19 mm Covid-19 xx", "Covid-19 mm "),
        ("giai đoạn số (a)(b) xx", "giai đoạn số (a)"),
        ("mmmmm theo 33/CT-TTg xx", "mmmmm theo "),
        ("mmm theo 33/CT-TTg xx", "mmm theo 33/CT-"),
        ("xem https://vi.du/ho-so?ma=1 xx", "xem https://vi.du/ho-"),
        ("xem https://vi.du/hoso xx", "xem "),
        ("sao?không sao?không xx", "sao?không sao?"),
        ("a–b mmmm dân–quân xx", "a–b mmmm dân–"),
    ],
)
def test_a_word_is_broken_inside_only_where_libreoffice_does(fonts: FontSet, text: str, first: str) -> None:
    narrow = StyledParagraph(replace(BODY, first_line=0), (Span(text),))
    measure = TextMeasurer(narrow, fonts)
    widths = (round(measure.width(0, end)) + 30 for end in range(len(first), len(first) + 4))
    found = {text[slice(*break_lines(narrow, measure, LineWidth(room, room))[0])] for room in widths}
    assert first in found
    assert all(line.strip() and text.startswith(line) for line in found)


@pytest.mark.parametrize(("length", "first"), [(65, "mmm "), (66, "mmm " + "i" * 65 + "/")])
def test_a_path_of_up_to_65_characters_goes_to_the_next_line_whole(
    fonts: FontSet, length: int, first: str
) -> None:
    text = "mmm " + "i" * (length - 1) + "/" + "m" * 40
    assert broken(text, fonts)[0] == first


def test_a_word_of_ten_thousand_letters_takes_no_longer_than_its_lines(fonts: FontSet) -> None:
    def seconds(letters: int) -> float:
        return processor_seconds(lambda: broken("w" * letters, fonts))

    seconds(100)
    assert seconds(40_000) < 40 * max(seconds(4_000), 1e-4)


def test_signs_that_nothing_breaks_at_take_no_longer_in_many_looks(fonts: FontSet) -> None:
    def seconds(looks: int) -> float:
        spans = (Span("ab\u00a0" * 4), Span("ab\u00a0" * 4, bold=True)) * (looks // 2)
        return processor_seconds(lambda: TextMeasurer(StyledParagraph(BODY, spans), fonts))

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(800), 1e-4)


def test_an_empty_paragraph_has_one_empty_line(fonts: FontSet) -> None:
    assert broken("", fonts) == [""]


def test_a_width_in_several_looks_is_the_sum_of_its_stretches(fonts: FontSet) -> None:
    paragraph = StyledParagraph(
        BODY, (Span("Thường "), Span("đậm ", bold=True), Span("m"), Span("2", vertical="super"))
    )
    measure = TextMeasurer(paragraph, fonts)
    steps = sum(measure.width(i, i + 1) for i in range(len(paragraph.text)))
    assert measure.width(0, len(paragraph.text)) == pytest.approx(steps)
    assert measure.width(12, 13) == pytest.approx(fonts.face().width("2") * 162 / 2048)


@given(paragraphs)
def test_fragments_say_what_the_text_says_and_follow_each_other(
    fonts: FontSet, paragraph: StyledParagraph
) -> None:
    for line in set_lines(paragraph, 1701, WIDTH, fonts):
        text = paragraph.text[line.start : line.end].rstrip(" ").replace("\u2011", "-")
        assert "".join(fragment.text for fragment in line.fragments) == text
        for before, after in pairwise(line.fragments):
            assert abs(before.x + before.width - after.x) <= 1


def test_all_lines_but_the_last_reach_both_margins(fonts: FontSet) -> None:
    paragraph = StyledParagraph(BODY, (Span("cơ quan phối hợp với "), Span("nhân dân ", bold=True)) * 30)
    *justified, last = set_lines(paragraph, 1701, WIDTH, fonts)
    for line in justified:
        assert abs(line.fragments[-1].x + line.fragments[-1].width - (1701 + WIDTH)) <= 1
        assert line.fragments[0].word_space > 0
    assert justified[0].fragments[0].x == 1701 + mm(10)
    assert {line.fragments[0].x for line in justified[1:]} == {1701}
    assert {fragment.word_space for fragment in last.fragments} == {0.0}


def test_only_ordinary_spaces_stretch(fonts: FontSet) -> None:
    [line, _] = set_lines(
        StyledParagraph(BODY, (Span("a\u00a0b " + "w" * 38 + " " + "c" * 40),)), 0, WIDTH, fonts
    )
    natural = fonts.face().width(line.fragments[0].text) * 280 / 2048
    assert line.fragments[0].word_space == pytest.approx(WIDTH - mm(10) - natural)


def test_superscript_is_raised_and_smaller_and_subscript_lowered(fonts: FontSet) -> None:
    paragraph = StyledParagraph(BODY, (Span("m"), Span("2", vertical="super"), Span("i", vertical="sub")))
    [line] = set_lines(paragraph, 0, WIDTH, fonts)
    base, raised, lowered = line.fragments
    assert (base.rise, base.size) == (0, 28)
    assert raised.rise > 0 > lowered.rise
    assert raised.size < 28 > lowered.size


def test_breaking_takes_time_in_proportion_to_the_text(fonts: FontSet) -> None:
    def seconds(times: int) -> float:
        text = "Cơ quan đã phối hợp với các đơn vị tuyên truyền, vận động nhân dân. " * times
        return processor_seconds(lambda: broken(text, fonts))

    seconds(50)
    small = min(seconds(200) for _ in range(3))
    assert seconds(2_000) < 30 * max(small, 1e-4)
