"""Claims of old texts to new ones: all in a short gap, in a long one the near ones; far by three words."""

from danvan_desktop.report.diff.claims import each_once, far_candidates, near_claims


def same(old: int, new: int) -> float:
    return 1.0 if old == new else 0.0


def test_in_a_short_gap_everything_is_compared() -> None:
    assert list(near_claims([3, 1], [1, 2, 3], same, 0.5)) == [(1.0, -2, 3, 3), (1.0, -1, 1, 1)]


def test_in_a_long_gap_only_what_is_at_about_the_same_place() -> None:
    olds = list(range(300))
    assert len(list(near_claims(olds, olds, same, 0.5))) == 300
    turned = olds[::-1]
    assert {old for _, _, old, _ in near_claims(olds, turned, same, 0.5)} == set(range(146, 154))


def test_far_away_three_words_in_a_row_are_needed() -> None:
    olds = {4: "Tổ chức mười hai hội nghị", 5: "Tiếp công dân"}
    news = {0: "Đã tổ chức mười hội nghị", 1: "Việc tiếp công dân", 2: "Tổ chức mười hai buổi"}
    assert list(far_candidates(olds, news)) == [(4, {0, 2}), (5, {1})]


def test_of_claims_to_one_thing_the_first_counts_and_the_others_go_on_looking() -> None:
    assert each_once([(1, 7), (2, 7), (1, 8), (2, 9), (3, 9)]) == {1: 7, 2: 9}
