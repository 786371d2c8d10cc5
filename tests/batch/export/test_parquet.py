from __future__ import annotations

from pathlib import Path

import pytest

from forgecheck.batch.export import parquet as module
from forgecheck.batch.export.parquet import need_parquet, parquet_table
from forgecheck.batch.rows import all_columns
from forgecheck.errors import SetupError

pytest.importorskip("pyarrow", reason="needs the extra forgecheck[parquet]")


def test_types_are_kept_and_nothing_is_null_only_where_it_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet as pq

    monkeypatch.setattr(module, "GROUP_ROWS", 2)
    rows = [
        {"path": "律师函.png", "no": "110101199003070000", "score": 1, "bytes": 7, "issuer": "=1+1"},
        {"path": "\udcff.png", "issuer": ""},
        {"path": "c", "page": 3},
    ]
    with parquet_table(tmp_path / "a.parquet", all_columns(["no"])) as write:
        for row in rows:
            write(row)
    table = pq.read_table(tmp_path / "a.parquet")
    assert table.column_names == [each.name for each in all_columns(["no"])]
    assert [str(table.schema.field(name).type) for name in ("path", "no", "page", "score")] == [
        "string",
        "string",
        "int64",
        "double",
    ]
    found = table.to_pylist()
    assert found[0] | {"score": 1.0} == found[0]
    assert (found[0]["no"], found[0]["issuer"], found[0]["bytes"]) == ("110101199003070000", "=1+1", 7)
    assert (found[1]["path"], found[1]["issuer"], found[1]["score"]) == ("?.png", None, None)
    assert found[2]["page"] == 3
    assert table.schema.field("path").metadata[b"title"].decode() == "文件"


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    with parquet_table(tmp_path / "a.parquet", all_columns([])):
        pass
    assert pq.read_table(tmp_path / "a.parquet").num_rows == 0


def test_without_pyarrow_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(SetupError, match=r"forgecheck\[parquet\]"):
        need_parquet()
