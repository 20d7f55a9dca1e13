"""The command-line entry point: dispatch to a command, and one plain line for any error."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from danvan_desktop.app import commands
from danvan_desktop.app.arguments import Arguments, Command, parse
from danvan_desktop.app.console import drop_output, log_error, prepare_streams, print_error, reader_has_left
from danvan_desktop.errors import UserError

__all__ = ["main"]

_MISTAKE = 2
"""Something was asked for that cannot be done, and stderr says why."""
_INTERRUPTED, _NOBODY_READS = 130, 141
"""What shells expect of a program ended by Ctrl+C and by a closed pipe."""

_COMMANDS: Mapping[Command, Callable[[Arguments], int]] = {
    "window": commands.open_window,
    "convert": commands.convert,
    "check": commands.check,
    "inspect": commands.inspect,
    "selftest": commands.selftest,
}


def main(words: Sequence[str] | None = None) -> int:
    """Do what ``words`` (the process's own by default) ask for; the answer is the exit code."""
    prepare_streams()
    data_dir: Path | None = None
    try:
        arguments = parse(sys.argv[1:] if words is None else words)
        data_dir = arguments.data_dir
        code = _COMMANDS[arguments.command](arguments)
    except BaseException as error:  # noqa: BLE001  the last place where an error can be put into words
        code = _conclude(error, data_dir)
    try:
        sys.stdout.flush()
    except OSError as error:
        if not reader_has_left(error):
            raise
        drop_output()
        return _NOBODY_READS
    return code


def _conclude(error: BaseException, data_dir: Path | None) -> int:
    """Put ``error`` into one line and give the exit code."""
    match error:
        case SystemExit():
            return int(error.code or 0)
        case UserError():
            if error.trace:
                log_error(error, data_dir)
            print_error(error.message)
        case KeyboardInterrupt():
            print_error("Đã dừng theo yêu cầu.")
            return _INTERRUPTED
        case OSError() if reader_has_left(error):
            drop_output()
            return _NOBODY_READS
        case MemoryError():
            print_error("Máy không đủ bộ nhớ cho việc này. Hãy đóng bớt chương trình khác rồi thử lại.")
        case _:
            print_error(_unexpected(log_error(error, data_dir)))
    return _MISTAKE


def _unexpected(log: Path | None) -> str:
    where = f"Chi tiết ở tệp {log}; xin gửi tệp này cho người hỗ trợ." if log else "Không ghi được chi tiết."
    return f"Chương trình gặp lỗi ngoài dự kiến và chưa làm được việc này. {where}"
