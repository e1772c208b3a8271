"""What ended in no field is counted and told."""

from zwgk_parse.document.model import Document, Paragraph
from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.coverage import measure
from zwgk_parse.plan.raw import RawFacts, RawField, RawPlan, RawSection, RawTask
from zwgk_parse.source import Span


def line(number: int, text: str) -> Passage:
    return Passage.of(text, Span(line=number, end_line=number))


def document(*lines: str) -> Document:
    blocks = tuple(Paragraph(line(number, text)) for number, text in enumerate(lines, start=1))
    return Document("a.txt", "text/plain", "", "text", blocks)


def test_everything_that_a_part_holds_is_placed() -> None:
    raw = RawPlan(
        facts=RawFacts(title=line(1, "甲县工作要点"), copied_to=line(4, "县委办")),
        sections=(RawSection("一、", 1, line(2, "强化公开"), 1),),
        tasks=(
            RawTask(
                "1.",
                1,
                0,
                line(3, "做好公开。"),
                numbered=line(3, "1."),
                owners=(RawField("责任单位", (line(3, "县府办"),), "label"),),
            ),
        ),
    )
    coverage, said = measure(
        raw,
        [document("甲县工作要点", "一、强化公开", "1. 做好公开。责任单位：县府办", "抄送：县委办")],
    )
    assert (coverage.unplaced, coverage.share, said) == (0, 0.0, ())


def test_what_is_left_is_told_with_its_place() -> None:
    raw = RawPlan(tasks=(RawTask("1.", 1, None, line(1, "做好公开。"), numbered=line(1, "1.")),))
    coverage, (said,) = measure(raw, [document("1. 做好公开。", "遗漏的一行。")])
    assert coverage.unplaced == 5
    assert said.code == "ZW306"
    assert said.provenance[0].line == 2
    assert said.data["text"] == "遗漏的一行。"


def test_a_heading_that_a_page_end_repeats_is_placed() -> None:
    raw = RawPlan(sections=(RawSection("一、", 1, line(1, "强化公开"), 1),), headings=("任务",))
    coverage, _ = measure(raw, [document("一、强化公开", "任务", "一、强化公开", "任务")])
    assert coverage.unplaced == 0


def test_an_empty_document_has_no_share() -> None:
    assert measure(RawPlan(), [document()])[0].share == 0
