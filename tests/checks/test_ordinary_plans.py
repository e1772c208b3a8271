"""Ordinary plans of many kinds: nothing is missing in them and nothing is out of order."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.corpus import CORPUS, needs_corpus
from zwgk_parse.checks import CHECKS, run_checks
from zwgk_parse.diagnostics import Severity
from zwgk_parse.pipeline import parse

SAMPLES = Path(__file__).parents[2] / "samples"
CODES = {check.code for check in CHECKS if check.code < "ZW2"} | {
    f"ZW{number}" for number in (201, 203, 204, 205, 206, 207)
}

ORDINARY = {
    "a division of labour within a department": """\
丙市教育局关于印发丙市教育局2022年政务公开工作分工方案的通知
局机关各科室、直属各单位：
现将《丙市教育局2022年政务公开工作分工方案》印发给你们，请遵照执行。
丙市教育局
2022年6月1日
丙市教育局2022年政务公开工作分工方案
为做好政务公开工作，结合我局实际，制定本方案。
一、工作目标
全面推进决策、执行、管理、服务、结果公开。
二、任务分工
（一）推进义务教育招生入学信息公开。及时公开招生政策。（责任科室：基教科、办公室）
（二）推进教育经费信息公开。（责任科室：财务科）
（三）推进校务公开。指导学校制定清单。（责任科室：办公室，各直属学校）
（四）加强依申请公开办理。（责任科室：办公室、政策法规科）
三、工作要求
（一）高度重视，加强领导。
（二）明确责任，抓好落实。
（三）强化监督，严肃问责。
""",
    "a township, owners in fields": """\
丁镇人民政府关于印发《丁镇2021年政务公开工作要点》的通知
各村（社区），镇属各站所：
现将《丁镇2021年政务公开工作要点》印发给你们，请抓好贯彻落实。
丁镇人民政府
2021年5月20日
丁镇2021年政务公开工作要点
一、总体要求
以习近平新时代中国特色社会主义思想为指导。
二、主要任务
1、做好“三农”信息公开。责任单位：农业服务中心
2、做好民政救助信息公开。责任单位：社会事务办
3、做好疫情防控信息公开。责任单位：卫生院
三、保障措施
1、加强组织领导。
2、加强业务培训。
""",
    "a zone, headings in rows of the table": """\
戊经济技术开发区2022年政务公开重点任务分解表
| 序号 | 重点任务 | 具体措施 | 牵头单位 | 配合单位 | 完成时限 |
|---|---|---|---|---|---|
| 一 | 优化营商环境 | | | | |
| 1 | 公开惠企政策 | 建立政策库。 | 经发局 | 各局办 | 6月底前 |
| 2 | 公开审批事项 | 更新事项清单。 | 行政审批局 | | 持续推进 |
| 二 | 强化监督 | | | | |
| 3 | 公开检查结果 | 公开双随机结果。 | 市场监管局 | 综合执法局 | 每季度 |
| 4 | 公开处罚信息 | 7个工作日内公开。 | 综合执法局 | | 长期坚持 |
""",
    "a party document": """\
中共己县委办公室 己县人民政府办公室印发《关于全面推进政务公开工作的实施方案》的通知
己办发〔2020〕15号
各乡镇党委和人民政府，县委各部委，县级国家机关各部门：
《关于全面推进政务公开工作的实施方案》已经县委、县政府领导同意，现印发给你们。
中共己县委办公室
己县人民政府办公室
2020年7月8日
关于全面推进政务公开工作的实施方案
一、总体要求
（一）指导思想。全面贯彻党的十九大精神。
（二）基本原则
1．坚持公开为常态，不公开为例外。
2．坚持以人民为中心。
二、重点任务
（三）推进决策公开。（县政府办公室牵头，县司法局配合）
（四）推进执行公开。（县审计局牵头）
（五）推进结果公开。（各乡镇、县直各部门负责）
三、组织保障
（六）加强组织领导。（县政府办公室负责）
（七）强化考核监督。（县政府办公室负责）
""",
    "minutes": """\
辛区政务公开领导小组会议纪要
〔2022〕3号
2022年6月15日，区政府副区长主持召开会议，研究政务公开工作。
会议议定以下事项：
一、由区政府办公室牵头，区司法局配合，6月底前完成文件清理。
二、由区财政局负责，公开预算信息。
三、由区民政局负责，公开救助信息。
出席：张某 李某
""",
    "opinions of a province": """\
壬省人民政府办公厅关于加强政务公开工作的实施意见
壬政办发〔2021〕30号
各市、县人民政府，省政府各部门、各直属机构：
为加强政务公开工作，经省政府同意，现提出以下意见。
一、总体要求
（一）指导思想。坚持以习近平新时代中国特色社会主义思想为指导。
（二）工作目标。到2025年，政务公开水平走在全国前列。
二、重点任务
（一）深化权力运行公开。1．公开权责清单。省委编办、省司法厅负责。2．公开处罚结果。
（二）深化财政公开。公开预决算。（责任单位：省财政厅，各市人民政府）
（三）深化民生公开。（责任单位：省教育厅、省卫生健康委）
三、保障措施
（一）加强组织领导。各级政府要把政务公开摆上重要位置。
（二）强化考核评估。把政务公开纳入考核，分值权重不低于4%。
（三）加强培训宣传。省政府办公厅要制定培训计划，3年内轮训一遍。
壬省人民政府办公厅
2021年8月2日
（此件主动公开）
""",
    "two attachments with a table each": """\
癸县2022年政务公开工作分工表
附件1
癸县2022年重点任务分工表
| 序号 | 工作任务 | 责任单位 |
|---|---|---|
| 1 | 公开规划。 | 县发改局 |
| 2 | 公开预算。 | 县财政局 |
附件2
癸县2022年指标任务表
| 序号 | 工作任务 | 责任单位 |
|---|---|---|
| 1 | 年报按时公开率100%。 | 县府办 |
| 2 | 依申请公开按时答复率100%。 | 县司法局 |
""",
    "一是, 二是": """\
子县2022年政务公开工作要点
一、公开
（一）推进公开。一是公开规划（县发改局负责）。二是公开预算（县财政局负责）。
（二）推进解读。一是解读政策（县府办负责）。二是回应关切（县委宣传部负责）。
二、保障
（一）加强领导。（县府办负责）
（二）加强培训。（县府办负责）
""",
    "第一章, 第一条": """\
丑县政务公开三年行动计划（2021—2023年）
第一章 总则
第一条 为推进政务公开，制定本计划。
第二条 本计划适用于全县各单位。
第二章 主要任务
第三条 推进决策公开。责任单位：县府办
第四条 推进服务公开。责任单位：县政务服务局
第三章 附则
第五条 本计划自印发之日起施行。
""",
    "headings without numbers": """\
寅县2022年政务公开工作安排
重点工作
1.公开规划（县发改局）
2.公开预算（县财政局）
常规工作
1.更新网站（县府办）
2.答复申请（县司法局）
""",
    "a count for each chapter": """\
辰县2022年政务公开工作要点
一、公开
（一）规划
1. 公开总体规划。（县发改局负责）
2. 公开专项规划。（县发改局负责）
（二）预算
3. 公开预算。（县财政局负责）
4. 公开决算。（县财政局负责）
二、解读
（一）主体
1. 主要负责人解读。（县府办负责）
2. 部门解读。（县直各部门负责）
（二）形式
3. 图解。（县府办负责）
三、保障
1. 加强领导。（县府办负责）
2. 加强培训。（县府办负责）
""",
}
# What is wrong in the documents themselves: each was read.
KNOWN = {
    "yanting-2023.txt": ["ZW102"],
    "gov-2018-126-reforms.txt": ["ZW108", "ZW201"],
    "gov-2018-126-reforms.html": ["ZW108", "ZW201"],
    "pingtan-2018-livestock.txt": ["ZW104", "ZW106"],
    "pingtan-2019-rural-tourism.txt": ["ZW101", "ZW104", "ZW106", "ZW206"],
}


def said(stream: io.BytesIO, name: str) -> list[str]:
    """The codes of the errors and warnings on a document."""
    found = run_checks(parse(stream, name=name).value, CODES)
    return sorted({one.code for one in found if one.severity is not Severity.INFO})


@pytest.mark.parametrize("name", ORDINARY)
def test_nothing_is_wrong_in_an_ordinary_plan(name: str) -> None:
    assert said(io.BytesIO(ORDINARY[name].encode()), "plan.txt") == []


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    assert said(io.BytesIO(path.read_bytes()), path.name) == KNOWN.get(path.name, [])


@needs_corpus
@pytest.mark.parametrize("path", sorted((CORPUS / "docs").glob("*")), ids=lambda path: path.name)
def test_corpus(path: Path) -> None:
    assert said(io.BytesIO(path.read_bytes()), path.name) == KNOWN.get(path.name, [])
