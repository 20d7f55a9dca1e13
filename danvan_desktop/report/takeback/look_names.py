"""What bold, italic and the like are called in Vietnamese."""

from danvan_desktop.report.model import Run, Runs

_LOOKS = {"bold": "đậm", "italic": "nghiêng", "underline": "gạch chân"}
_VERTICALS = {"super": "chỉ số trên", "sub": "chỉ số dưới"}


def look_text(old: Runs, new: Runs) -> str:
    """Say which looks came and went: "in đậm", "bỏ nghiêng"."""
    was, now = _looks_of(old), _looks_of(new)
    came = [f"in {name}" if name in {"đậm", "nghiêng"} else name for name in now if name not in was]
    went = [f"bỏ {name}" for name in was if name not in now]
    return ", ".join([*came, *went]) or "đổi kiểu chữ"


def _looks_of(runs: Runs) -> list[str]:
    run = next((run for run in runs if run.text.strip()), Run(""))
    found = [name for field, name in _LOOKS.items() if getattr(run, field)]
    return [*found, *([_VERTICALS[run.vertical]] if run.vertical else [])]
