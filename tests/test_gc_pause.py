"""The search for circles rests while values are made, and never longer."""

import gc

import pytest

from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.layout.typeset.pagination import typeset
from tests.builders import set_pages


def test_it_rests_inside_and_goes_on_after() -> None:
    with gc_paused():
        assert not gc.isenabled()
        with gc_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(RuntimeError), gc_paused():
        raise RuntimeError
    assert gc.isenabled()


def test_who_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with gc_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_pages_are_set_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    fonts = set_pages.fonts()
    document = set_pages.two_pages().document
    monkeypatch.setattr(type(fonts), "face", lambda *_, **__: seen.append(gc.isenabled()))
    with pytest.raises(AttributeError):
        typeset(document, fonts)
    assert seen == [False]
    assert gc.isenabled()
