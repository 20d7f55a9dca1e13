"""Self-test (--selftest): the built-in sample is saved, reopened and exported in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from danvan_desktop.exporters import export
from danvan_desktop.fonts import find_fonts
from danvan_desktop.paths import resource
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report

SAMPLE = ("samples", "bao-cao-mau.danvan")
_FONT_LINE = 7


def run() -> bool:
    """Say each step and whether it went well; False when any did not."""
    well = True
    with TemporaryDirectory(prefix="danvan-") as folder:
        for step, failure in _steps(Path(folder)):
            print(
                f"{'KHÔNG ĐẠT' if failure else 'đạt'}: {step}{f': {failure}' if failure else ''}", flush=True
            )
            well = well and not failure
    print("Tự kiểm tra: đạt." if well else "Tự kiểm tra: KHÔNG ĐẠT.")
    return well


def _steps(folder: Path) -> Iterator[tuple[str, str]]:
    """Each step with what failed in it, "" for nothing; an exception ends the test as it does the program."""
    fonts = find_fonts()
    yield f"phông chữ {fonts.family}", ""
    report = from_json(resource(*SAMPLE).read_text(encoding="utf-8"))
    yield "đọc báo cáo mẫu", ""
    kept = _keep_and_reopen(folder / "du-lieu", report)
    yield "lưu báo cáo rồi mở lại", "" if kept == report else "báo cáo mở lại khác báo cáo đã lưu"
    word, pdf = folder / "bao-cao-mau.docx", folder / "bao-cao-mau.pdf"
    remarks = export(kept, [word, pdf])
    for remark in remarks:
        print(f"ghi chú: {remark}")
    sizes = f"{word.stat().st_size // 1024} KB, {pdf.stat().st_size // 1024} KB"
    whole = pdf.read_bytes().rstrip().endswith(b"%%EOF")
    yield f"xuất tệp Word và PDF ({sizes})", "" if whole else "tệp PDF không trọn vẹn"
    for kind, file in (("Word", word), ("PDF", pdf)):
        failure = _wrong_lines(file, skip_font=fonts.is_substitute)
        yield f"thể thức tệp {kind} theo Nghị định 30/2020/NĐ-CP", failure


def _keep_and_reopen(folder: Path, report: Report) -> Report:
    from danvan_desktop.store.opening import open_store

    store = open_store(folder)
    try:
        draft = store.create(report)
    finally:
        store.close()
    store = open_store(folder)
    try:
        return store.load(draft.id)
    finally:
        store.close()


def _wrong_lines(file: Path, *, skip_font: bool) -> str:
    from danvan_desktop.file_reader.process import FileReader
    from danvan_desktop.inspection.sheet import Outcome

    wrong = [
        line
        for line in FileReader().sheet(file).lines
        if line.outcome is Outcome.WRONG and not (skip_font and line.number == _FONT_LINE)
    ]
    return "; ".join(f"mục {line.number} ({line.measured})" for line in wrong)
