"""What the rules say of papers of other hands was judged by a reader, and nothing else is said."""

from collections import Counter

from tests.proof.alarms import JUDGEMENTS, alarms, judged, reports

FALSE_AT_MOST = 0.2
"""A rule that is wrong more often is taken down to "info" or out."""
FEWEST_TEXTS = 10


def test_each_alarm_is_judged_and_each_that_was_judged_is_still_told() -> None:
    told = {alarm.key for alarm in alarms()}
    known = {(each["text"], each["rule"], each["words"]) for each in judged()}
    assert told - known == set(), "python -m tests.proof.alarms"
    assert known - told == set()
    assert len({name for name, _ in reports()}) >= FEWEST_TEXTS


def test_a_judgement_says_why() -> None:
    for each in judged():
        assert each["judgement"] in JUDGEMENTS
        assert each["why"]


def test_no_rule_that_calls_for_a_change_is_often_wrong() -> None:
    levels = {alarm.key: alarm.level for alarm in alarms()}
    every, wrong = Counter[str](), Counter[str]()
    for each in judged():
        if levels[each["text"], each["rule"], each["words"]] != "info":
            every[each["rule"]] += 1
            wrong[each["rule"]] += each["judgement"] != "right"
    assert {
        rule: wrong[rule] / every[rule] for rule in every if wrong[rule] > FALSE_AT_MOST * every[rule]
    } == {}
