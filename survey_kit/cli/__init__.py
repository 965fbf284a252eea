"""The command line: parse, call, print, exit code. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit: 0 done, 1 data or questionnaire do not allow it, 2 wrong usage."""
    # sums over several BLAS threads differ in their last digits, so a setting of the machine must not reach them;
    # small matrices are a third faster on one as well. Before numpy is imported
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that cannot show Chinese must not stop the run
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, _terminated)
    sys.exit(_run())


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _run() -> int:
    from survey_kit.cli.app import app
    from survey_kit.errors import SurveyKitError

    debug = "--debug" in sys.argv
    try:
        result = app(standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    except SurveyKitError as error:
        if debug:
            raise
        return _fault(error.en, error.zh, error.exit_code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader has gone; keep the interpreter from complaining when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        return _fault("not enough memory for this file.", "内存不足，无法处理该文件。")
    except Exception as error:
        if debug:
            raise
        kind = type(error).__name__
        return _fault(
            f"something in survey-kit itself went wrong ({kind}). Run again with --debug and report the traceback.",
            f"survey-kit内部出错（{kind}）。请加--debug重新运行，并反馈显示的错误信息。",
        )
    return result if isinstance(result, int) else 0


def _fault(en: str, zh: str, code: int = 1) -> int:
    from survey_kit.cli.session import message_language, remark

    remark(f"错误：{zh}" if message_language() == "zh" else f"error: {en}")
    return code
