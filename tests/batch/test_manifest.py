"""What a crawler knows: where a row's file is looked for, encodings, and what is no such table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.batch.running import batch, plans, write
from zwgk_parse.batch.manifest import manifest
from zwgk_parse.errors import SettingsError
from zwgk_parse.messages.texts import translated

if TYPE_CHECKING:
    from pathlib import Path

ROWS = 'path,url,region,note\r\n甲/a.txt,https://x.cn/1,广东省,\r\nb.txt,,，山东,"1,2"\r\n'
KNOWN = [{"url": "https://x.cn/1", "region": "广东省"}, {"region": "，山东", "note": "1,2"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_encoding_that_tables_come_in(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "甲/a.txt", "b.txt")
    (tmp_path / "m.csv").write_bytes(ROWS.encode(encoding))
    found = list(manifest(tmp_path / "m.csv", ()))
    assert [path for path, _ in found] == [str(tmp_path / "甲/a.txt"), str(tmp_path / "b.txt")]
    assert [known for _, known in found] == KNOWN


def test_where_a_file_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there, source = (tmp_path / name for name in ("here", "there", "source"))
    write(here, "one.txt")
    write(there, "one.txt", "two.txt")
    write(source, "one.txt", "two.txt", "three.txt", "a.zip")
    monkeypatch.chdir(here)
    rows = ["one.txt", "two.txt", "./three.txt", "a.zip!/x/y.txt", "none.txt", f"{source}/two.txt"]
    (there / "m.csv").write_text("\n".join(["path", *rows, "s3://b/k"]), encoding="utf-8")
    assert [path for path, _ in manifest(there / "m.csv", (str(source),))] == [
        str(here / "one.txt"),
        str(there / "two.txt"),
        str(source / "three.txt"),
        f"{source}/a.zip!/x/y.txt",
        "none.txt",
        str(source / "two.txt"),
        "s3://b/k",
    ]


def test_a_row_may_be_of_an_object_below_the_one_address(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("path\nx/y.txt\n", encoding="utf-8")
    found = [path for path, _ in manifest(tmp_path / "m.csv", ("s3://bucket/in/",))]
    assert found == ["s3://bucket/in/x/y.txt"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", 'it has no column "path" in its first line'),
        (b"name,url\n", 'it has no column "path" in its first line'),
        (b"path,url,url\n", "two of its columns have one name"),
        (b"path,url\na,b\n\na,b,c\n", "line 4 has 3 cells, the first line 2"),
        (b"path,url\n ,b\n", "line 2 has no path"),
        (b'path\n"a', "line 2 cannot be read (unexpected end of data)"),
        (b"\xff\xfep\x00", "it is a text in neither UTF-8 nor GB18030"),
    ],
)
def test_what_is_no_manifest(text: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_bytes(text)
    with pytest.raises(SettingsError) as caught:
        list(manifest(tmp_path / "m.csv", ()))
    assert caught.value.data["reason"] == said
    assert translated(said) != said


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No such file"):
        list(manifest(tmp_path / "m.csv", ()))


def test_what_is_known_goes_to_the_ledger_and_its_url_completes_links(tmp_path: Path) -> None:
    page = "<html><p>县政务公开工作要点</p><p><a href='fj.doc'>附件：分工表</a></p></html>"
    (tmp_path / "in").mkdir()
    for name in ("a.html", "b.html"):
        (tmp_path / "in" / name).write_text(page, encoding="utf-8")
    meta = {"url": "https://www.x.gov.cn/2022/n.html", "retrieved_on": "2024-01-02"}
    notes = [(str(tmp_path / "in" / "a.html"), meta), ("/none", {})]
    ran = batch(tmp_path / "out", tmp_path / "in", notes=notes)
    a, b = (ran.entries[f"{tmp_path}/in/{name}"] for name in ("a.html", "b.html"))
    assert (a.meta, b.meta) == (meta, None)
    assert ran.heard.rows == (1, "/none")
    # The same content under another address is another plan, not a copy.
    assert b.copy_of is None
    written = plans(tmp_path / "out")
    assert b"https://www.x.gov.cn/2022/fj.doc" in written["plans/a.html.json"]
    assert b"www.x.gov.cn" not in written["plans/b.html.json"]
    # Another address makes the plan anew, another day of retrieval does not.
    again = batch(tmp_path / "out", tmp_path / "in", notes=[(notes[0][0], meta | {"region": "x"})])
    assert again.converted == []
    assert again.entries[a.path].meta == meta | {"region": "x"}
    moved = batch(
        tmp_path / "out", tmp_path / "in", notes=[(notes[0][0], {"url": "https://y.cn/"})]
    )
    assert moved.converted == [a.path]


def test_a_path_that_comes_twice_leaves_all_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    first = batch(tmp_path / "out", tmp_path / "in").entries
    with pytest.raises(SettingsError, match="/x stands in it twice"):
        batch(tmp_path / "out", tmp_path / "in", notes=[("/x", {}), ("/y", {}), ("/x", {})])
    assert batch(tmp_path / "out", tmp_path / "in").converted == []
    assert set(first) == {f"{tmp_path}/in/a.txt"}
