"""HTML of the clipboard: what cannot be laid out in time is known beforehand, and bare words are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.reading.html import bare_words, prepared
from danvan_desktop.reading.limits import HTML
from tests.builders.process_figures import processor_seconds

WORDS = "Đã tổ chức <b>thực hiện</b> công tác dân vận."
TABLE = "<table><tr>{}</tr></table>"
PAGE = (
    "<html><head><title>Tên</title><style>p { color: red }</style></head><body><!-- ẩn <p> -->"
    "<p>Ch<b>ữ</b> a&amp;b &lt;c</p><p>x<br>y</p>"
    "<table><tr><td>1</td><td>2</td></table>3 < 4<img alt='a>b'><script>var a = '<p>';</script>hết</body>"
)


def test_bare_words_are_those_that_are_shown() -> None:
    assert bare_words(PAGE) == "Chữ a&b <c\nx\ny\n1\n2\n3 < 4\nhết"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("a <b chữ", "a <b chữ"),  # a tag that never ends
        ("a<title>b", "a\nb"),
        ("<pre><b>a</b><title>b</title></pre>", "a\nb"),
        (" <title>a</title><p>b", "b"),
        ("<table><title>a</title><tr><td>b</table>", "a\nb"),
        ("<head><title>a</title><meta x><style>p</style></head><body><title>b</title>", "b"),
        ("a<script>b</script >c", "a\nc"),
        ("<head>a</head>b", "a\nb"),
        ("<style>a</head><body>b</style>c", "b\nc"),  # ended late
        ("<title>a<body>b<p>c</title>d", "b\nc\nd"),
        ("<script>'<body>'</script>a", "a"),
        ("<p>Công\ntác<pre>\na\n  b</pre>c\nd", "Công tác\na\nb\nc d"),  # line ends of the source
        ('a<p title="b">c<p title="d>e', "a\nc\ne"),
        ("a<p title='b>' x=\"d>\">c", "a\nc"),
        ('a<p style="b="c: d">e<p lang="vi">f', "a\ne\nf"),  # a quote too many
        ("a<p x=b'c>d<p lang='vi'>e", "a\nd\ne"),
        ('a<p style="b>c</p>d<td x="0">e', "a\nc\nd\ne"),  # a quote that is never closed
        ("<script[endif]>a</script>b", "a\nb"),  # another name than script
        ("<![if !supportLists]>-<![endif]>a", "-a"),
        ("", ""),
    ],
)
def test_broken_html_loses_no_word(page: str, words: str) -> None:
    assert bare_words(page) == words


def test_what_programs_write_is_laid_out_as_it_is() -> None:
    assert prepared(PAGE) == PAGE
    lists = "<ul><li>a<ul><li>b</ul></ul>" * 500
    table = TABLE.format('<td colspan="3" rowspan=2>a<td>b') * 500
    assert prepared(lists + table) == lists + table


def test_the_data_of_pictures_counts_for_nothing() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * HTML.characters}">'
    assert prepared(f"<p>a{picture}b</p>") == '<p>a<img src="data:,">b</p>'


@pytest.mark.parametrize(
    "page",
    [
        "a" * (HTML.characters + 1),
        "<p>a" * (HTML.tags + 1),
        "<div>" * (HTML.depth + 1),
        "<table><tr><td>" * (HTML.depth + 1),
        "<ul><LI>a" + "<li>a" * HTML.items,
        "<pre>" + "\n" * (HTML.typed_lines + 1),
        "<style>" + "p{}" * 20_000 + "</style>" + "<p>a" * 1_000,
        TABLE.format("<td colspan=1000000000>a"),
        TABLE.format("<td COLSPAN = '700' rowspan=700>a") + TABLE.format("<td colspan=700>a<tr>" * 100),
        TABLE.format("<td rowspan=9 colspan=99>a" * 9 + "<tr><td>a" * 99),
        "<table>" + "<td colspan=9999>a" * 9,  # no row
    ],
)
def test_what_would_take_the_memory_or_the_time_is_not_laid_out(page: str) -> None:
    assert prepared(page) is None


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{WORDS}</p>" * 10_000,
        f"<p>{WORDS}" * 10_000,
        "<p>" + f"<span lang=VI style='font-size:14pt'>{WORDS}</span>" * 20_000,
        "<table>" + ("<tr>" + "<td>1" * 20) * 500 + "</table>",
        "<table><tr><td colspan=5>a<td>b</table>",
        "<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>" * 100,
        "<div>" * 50 + "a" + "</div>" * 50,
        "<p>a<br/>b<hr><img src=x>" * 1_000,
    ],
    ids=["pages", "no ends", "spans", "a table", "a wide cell", "lists", "depth", "no depth"],
)
def test_what_an_office_copies_is_laid_out(page: str) -> None:
    assert prepared(page) == page


BOMBS = {
    "depth": "<div>" * 100_000,
    "lists": "<ul><li>" * 10_000,
    "letters": "<b>" * 50_000 + "a",
    "tables": "<table><tr><td>" * 2_000,
    "a grid": "<table><tr>" + "<td>a" * 300 + "<tr><td>b" * 3_000,
    "wide cells": "<table>" + "<tr><td colspan=20000>a" * 100,
    "lines": "<p>a<br>" * 100_000,
    "tags": "<p>" + "<i>a</i>" * 100_000,
    "length": "<p>" + "a" * 6_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_known_at_once(name: str) -> None:
    found: list[str | None] = []
    assert processor_seconds(lambda: found.append(prepared(BOMBS[name]))) < 1
    assert found == [None]


def test_cells_under_merged_ones_count_where_they_stand() -> None:
    rows = "<tr><td rowspan=2>a<td>b<tr><td>c" * 1_000
    assert prepared(f"<table>{rows}</table>") is not None


@pytest.mark.parametrize(
    "piece",
    [
        "<a '",
        '<p title="',
        "<p",
        "<!--",
        "<title>",
        "<",
        "data:",
        "<td rowspan=9>",
        "&",
        "<a b='>",
        "<a =\"'>",
        "<a ==",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(times: int) -> float:
        page = "<table>" + piece * times
        return processor_seconds(lambda: (prepared(page), bare_words(page)))

    seconds(100)
    assert seconds(40_000) < 40 * max(seconds(4_000), 1e-3)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b", ">", "'", '"', "chữ ", "<!--", "-->", "<td>", "&lt;", "<"])
    )
)
def test_any_text_is_read(pieces: list[str]) -> None:
    page = "".join(pieces)
    words = bare_words(page)
    assert words is not None
    assert prepared(page) == page
    if not {"<!--", "'", '"', "<b", "<"} & set(pieces):
        assert words.count("chữ") == pieces.count("chữ ")
