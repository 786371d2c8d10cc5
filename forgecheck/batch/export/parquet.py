"""The table for analysts: Parquet, typed, read by pandas, DuckDB and Spark; needs the extra forgecheck[parquet]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forgecheck.batch.export.write import Write
from forgecheck.batch.rows import Cell, Column, Row, Type
from forgecheck.errors import SetupError

if TYPE_CHECKING:
    import pyarrow

GROUP_ROWS = 10_000  # rows held in memory and written together
_TYPES: Final[Mapping[Type, str]] = {"string": "string", "integer": "int64", "number": "float64"}


def need_parquet() -> None:
    """Raise SetupError where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise SetupError('Parquet needs pyarrow: pip install "forgecheck[parquet]"') from error


@contextmanager
def parquet_table(path: Path, columns: Sequence[Column]) -> Iterator[Write]:
    """A new Parquet file; gives the function that adds a row."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([_field(pa, each) for each in columns])
    waiting: list[Mapping[str, Cell]] = []
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:

        def write(row: Row) -> None:
            waiting.append({each.name: _typed(row.get(each.name), each.type) for each in columns})
            if len(waiting) == GROUP_ROWS:
                flush()

        def flush() -> None:
            writer.write_table(pa.Table.from_pylist(waiting, schema))
            waiting.clear()

        yield write
        if waiting:
            flush()


def _field(pa: pyarrow, column: Column) -> pyarrow.Field:
    described = {"title": column.title, "description": column.description}
    return pa.field(column.name, pa.type_for_alias(_TYPES[column.type]), metadata=described)


def _typed(value: Cell, type: Type) -> Cell:
    if value is None or value == "":
        return None
    if type == "string":
        return str(value).encode("utf-8", "replace").decode()  # a file name may hold half a surrogate pair
    return float(value) if type == "number" else int(value)
