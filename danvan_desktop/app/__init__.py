"""The command-line entry point: dispatch to a command, and one plain line for any error.

Where nobody can read that line, as with a program started by its icon, a window of the system says it.
"""

import sys
from collections.abc import Callable, Mapping, Sequence

from danvan_desktop import native_message
from danvan_desktop.app import commands, takeback
from danvan_desktop.app.arguments import Arguments, Command, parse
from danvan_desktop.app.console import drop_output, prepare_streams, print_error, reader_has_left
from danvan_desktop.error_log import log_error
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
    "takeback": takeback.take_back,
    "selftest": commands.selftest,
}


def main(words: Sequence[str] | None = None) -> int:
    """Do what ``words`` (the process's own by default) ask for; the answer is the exit code."""
    is_read = prepare_streams()
    arguments: Arguments | None = None
    try:
        arguments = parse(sys.argv[1:] if words is None else words)
        code = _COMMANDS[arguments.command](arguments)
    except BaseException as error:  # noqa: BLE001  the last place where an error can be put into words
        code = _conclude(error, arguments, is_read=is_read)
    try:
        sys.stdout.flush()
    except OSError as error:
        if not reader_has_left(error):
            raise
        drop_output()
        return _NOBODY_READS
    return code


def _conclude(error: BaseException, asked: Arguments | None, *, is_read: bool) -> int:
    """Put ``error`` into one line and give the exit code; ``is_read``: somebody may read stderr."""
    match error:
        case SystemExit():
            return int(error.code or 0)
        case KeyboardInterrupt():
            print_error("Đã dừng theo yêu cầu.")
            return _INTERRUPTED
        case OSError() if reader_has_left(error):
            drop_output()
            return _NOBODY_READS
    is_window = asked is not None and asked.command == "window"
    message = _explanation(error, asked)
    print_error(message)
    if is_window or not is_read:
        native_message.show(message)
    return _MISTAKE


def _explanation(error: BaseException, asked: Arguments | None) -> str:
    match error:
        case UserError():
            if error.trace:
                log_error(error, None if asked is None else asked.data_dir)
            return error.message
        case MemoryError():
            return "Máy không đủ bộ nhớ cho việc này. Hãy đóng bớt phần mềm khác rồi thử lại."
    log = log_error(error, None if asked is None else asked.data_dir)
    where = f"Chi tiết ở tệp {log}; xin gửi tệp này cho người hỗ trợ." if log else "Không ghi được chi tiết."
    if asked is not None and asked.command == "window":
        return (
            "Phần mềm chưa mở được vì một lỗi ngoài dự kiến: hãy thử mở lại, hoặc cài lại phần mềm. "
            f"Các báo cáo vẫn nằm nguyên trong thư mục {asked.data_dir}. {where}"
        )
    return f"Phần mềm gặp lỗi ngoài dự kiến và chưa làm được việc này. {where}"
