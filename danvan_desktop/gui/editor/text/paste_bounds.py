"""Bounds of a plain text that is pasted: more would hold the window for longer than two seconds or so."""

MOST_CHARACTERS = 2_000_000
"""Eight hundred pages."""
MOST_LINES = 20_000
"""Before lines that belong together are joined."""
MOST_TABS = 100_000
"""What parts the cells of a spreadsheet."""
LONGEST_WORD = 20_000
"""Letters without a space: Qt takes time with the square of them to find where a line may end."""
TOO_LONG = (
    "Chưa dán gì vì nội dung đã sao chép quá dài. Hãy sao chép và dán từng phần; hoặc lưu nội dung đó thành "
    "tệp Word, văn bản rồi dùng menu Chèn, mục “Chèn từ tệp vào mục này…”."
)


def is_too_long(text: str) -> bool:
    """Tell whether ``text`` is more than is pasted at once."""
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES or text.count("\t") > MOST_TABS:
        return True
    return longest_word(text) > LONGEST_WORD


def longest_word(text: str) -> int:
    """Count the letters of the longest word of ``text``."""
    return max(map(len, text.split()), default=0)
