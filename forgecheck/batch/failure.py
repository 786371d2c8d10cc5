"""Whatever goes wrong with one file, as a coded error and as a line for people."""

from __future__ import annotations

from forgecheck.errors import InputError
from forgecheck.show.safe import clean, clean_name

# How OpenCV and ONNX Runtime, which do not raise MemoryError, say that there was none left.
_NO_MEMORY = ("bad allocation", "bad_alloc", "insufficient memory", "failed to allocate memory")


def as_input_error(error: Exception) -> InputError:
    """The coded error for any exception that ended a file.

    >>> as_input_error(MemoryError()).code, as_input_error(KeyError("付款账户")).detail
    ('out_of_memory', 'KeyError')
    """
    if isinstance(error, InputError):
        return error
    if isinstance(error, MemoryError) or any(words in str(error).lower() for words in _NO_MEMORY):
        return InputError("out_of_memory", type(error).__name__)
    return InputError("internal", type(error).__name__)  # the type only: a message may quote the document


def complaint(name: str, error: InputError) -> str:
    """One line for stderr, in both languages, without anything that could steer a terminal."""
    detail = f" ({clean(error.detail)})" if error.detail else ""
    return f"{clean_name(name)}: [{error.code}] {error.says.zh} / {error.says.en}{detail}"
