"""What a first reader of real pages met: words at the page's edges, watermarks, pictures, names."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.readers.pdf_files import HEIGHT, LEFT, TOP, WIDTH, Paint, file_of, write
from zwgk_parse.document.sources import passages
from zwgk_parse.errors import UnsupportedFormatError
from zwgk_parse.pipeline import parse
from zwgk_parse.readers import read
from zwgk_parse.readers.pdf.sanity import check

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from zwgk_parse.document.model import Document
    from zwgk_parse.plan.model import Plan


def document(data: bytes) -> tuple[Document, list[str]]:
    result = read(data, "made.pdf")
    return result.value, [said.code for said in result.diagnostics]


def plan(data: bytes, folder: Path) -> Plan:
    path = folder / "made.pdf"
    path.write_bytes(data)
    return parse(path).value


def test_a_field_that_stands_at_the_foot_of_every_page_is_kept(tmp_path: Path) -> None:
    def page(number: int, owner: str) -> Paint:
        def paint(canvas: Canvas) -> None:
            write(canvas, LEFT + 24, TOP, f"{number}.做好第{number}项公开工作，年底前完成。")
            write(canvas, LEFT + 24, 60, f"（责任单位：{owner}）")

        return paint

    owners = ["县民政局", "县民政局", "县财政局", "县财政局"]
    made = plan(file_of(*(page(n, o) for n, o in enumerate(owners, 1))), tmp_path)
    assert [[owner.name for owner in task.owners] for task in made.tasks] == [[o] for o in owners]


def test_a_watermark_at_an_angle_is_left_out_and_said() -> None:
    def paint(canvas: Canvas) -> None:
        for line in range(12):
            write(canvas, LEFT, TOP - 24 * line, "各单位要做好政务公开工作，按时更新专栏内容。")
        canvas.saveState()
        canvas.translate(LEFT + 60, TOP - 200)
        canvas.rotate(45)
        write(canvas, 0, 0, "内部资料注意保存", 30)
        canvas.restoreState()

    found, said = document(file_of(paint))
    words = "".join(str(block) for block in found.blocks)
    assert said == ["ZW018"]
    assert not set("资料注意") & set(words)


def test_an_oblique_title_is_read() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.transform(1, 0, 0.33, 1, LEFT + 60, TOP + 20)
        write(canvas, 0, 0, "政务公开工作要点", 30)
        canvas.restoreState()
        for line in range(6):
            write(
                canvas, LEFT, TOP - 24 * (line + 1), "各单位要做好政务公开工作，按时更新专栏内容。"
            )

    found, said = document(file_of(paint))
    assert str(next(iter(passages(found)))) == "政务公开工作要点"
    assert said == []


def test_words_on_a_page_that_a_picture_fills_are_kept() -> None:
    def paint(canvas: Canvas) -> None:
        picture = ImageReader(Image.new("L", (40, 40), 200))
        canvas.drawImage(picture, 40, 60, WIDTH - 80, HEIGHT / 2)
        write(canvas, LEFT + 24, TOP, "12.办好热线。")

    found, said = document(file_of(paint))
    assert [str(words) for words in passages(found)] == ["12.办好热线。"]
    assert said == ["ZW015"]


def test_a_page_of_names_is_no_rubbish() -> None:
    names = "张伟王芳李娜刘洋陈静杨帆赵磊黄敏周涛吴燕徐超孙丽胡军朱琳高飞林峰何平郭亮马超罗刚"
    names += "梁晨宋佳郑爽谢雨韩冰唐龙"
    assert not check(names * 2).rubbish


def test_a_zip_of_pdfs_is_not_read_as_its_last_one() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", file_of(lambda canvas: write(canvas, LEFT, TOP, "甲")))
    with pytest.raises(UnsupportedFormatError):
        read(packed.getvalue(), "two.zip")
