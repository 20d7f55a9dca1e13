"""How amounts stand in sentences: the pattern of a figure, and of the words that it counts."""

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
"""A figure as offices write it, in a pattern; what stands around it each rule asks for itself."""
ENDS = r"(?!\d|[.,/-]\d)"
"""Behind :data:`NUMBER`: it is whole, and no part of a date or a symbol."""
EXACT = r"(?=\d)(?<!khoảng )(?<!gần )(?<!hơn )(?<!trên )(?<!dưới )"
"""Before :data:`NUMBER`: it is no rounded one. A digit is asked for first: hardly any letter is one."""
UNIT = r"(?:\s?%|(?: [^\W\d_]+){0,4}?)"
"""Behind a figure: "%", "lượt công dân", nothing."""


def same_unit(one: str, other: str) -> bool:
    """Whether two units are of one thing: "hồ sơ tiếp nhận" and "hồ sơ"; nothing is of none."""
    first, second = one.split()[:1], other.split()[:1]
    return bool(first) and first == second
