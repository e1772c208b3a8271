"""Ordinary plans of many kinds, in which the checks of owners and disclosure find nothing."""

from __future__ import annotations

import pytest

from tests.checks.case import HEAD, Case
from zwgk_parse.checks import CHECKS, run_checks

CODES = {
    check.code
    for check in CHECKS
    if "ZW213" <= check.code <= "ZW219" or check.code.startswith("ZW5")
}

TABLE = "序号|工作任务|牵头单位|配合单位|完成时限\n"
ORDINARY = (
    Case(
        "a county's key points",
        HEAD.replace("甲县", "冠县")
        + "一、主动公开\n1. 公开。（牵头单位：县发改局；责任单位：各乡镇（街道），县直各部门）\n"
        "2. 公开排污信息。（牵头单位：市生态环境局冠县分局）\n"
        "二、依申请公开\n3. 规范答复。（牵头单位：县政府办公室、县司法局；责任单位：县直各部门）\n",
    ),
    Case(
        "a division in columns",
        HEAD
        + TABLE
        + "1|公开预算。|县财政局|县直各部门|6月底前\n2|公开招生。|县教体局|各学校|8月底前\n"
        "3|公开医保。|县医保局|县卫健局、县人社局|年底前\n",
    ),
    Case(
        "a department's division among its sections",
        HEAD.replace("甲县人民政府办公室", "江门市交通运输局").replace("甲县", "江门市")
        + "序号|工作任务|责任科室\n1|做好年报。|办公室牵头，各科室配合\n"
        "2|审查文件。|法制科、办公室\n3|公开安全。|安监科\n4|做好质监。|质监科\n",
    ),
    Case(
        "a province's",
        HEAD.replace("甲县人民政府办公室", "福建省人民政府办公厅").replace("甲县", "福建省")
        + "1. 公开。（责任单位：省发改委、财政厅，福建证监局、厦门证监局，各设区市人民政府）\n"
        "2. 公开。（责任单位：省住建厅、自然资源厅、药监局，人行福州中心支行）\n",
    ),
    Case(
        "the State Council's",
        "国务院办公厅关于印发2022年政务公开工作要点的通知\n国办发〔2022〕8号\n"
        "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n现印发给你们。\n国务院办公厅\n"
        "2022年4月11日\n（此件公开发布）\n2022年政务公开工作要点\n"
        "1. 公开。（发展改革委、财政部、人民银行、银保监会、税务总局等按职责分工负责）\n"
        "2. 公开。（教育部牵头，人力资源社会保障部、国家卫生健康委参加）\n",
    ),
    Case(
        "a township's",
        HEAD.replace("甲县人民政府办公室", "凤凰镇人民政府").replace("甲县", "凤凰镇")
        + "1. 做好公开。（镇党政办牵头，镇财政所、镇农业农村办、各村居配合）\n"
        "2. 做好安全。（镇应急办、镇安监站、县应急管理局负责）\n",
    ),
    Case(
        "a zone's",
        HEAD.replace("甲县人民政府办公室", "平潭综合实验区管委会办公室").replace(
            "甲县", "平潭综合实验区"
        )
        + "1. 做好公开。（区党群工作部牵头，区财金局、区经发局配合）\n"
        "2. 做好执法。（区综合执法局（安监局）牵头，区环境与国土资源局配合）\n",
    ),
    Case(
        "a party committee's",
        HEAD.replace("县人民政府办公室", "县委办公室")
        + "1. 做好党务公开。（县委组织部牵头，县委宣传部、县纪委监委、团县委、县委编办配合）\n"
        "2. 做好发布。（县委宣传部（县政府新闻办）牵头，县委网信办、县融媒体中心配合）\n",
    ),
    Case(
        "before the reform",
        HEAD.replace("2022", "2017")
        + "1. 做好公开。（县工商局、县质监局、县食药监局、县环保局、县国土局、县国税局负责）\n"
        "2. 做好公开。（县法制办牵头，县物价局、县安监局、县卫计局、县文广新局、县扶贫办配合）\n",
    ),
    Case(
        "several clauses",
        HEAD
        + "1. 做年报。（县府办牵头汇总，各部门编制；县政数局牵头发布，县府办、县融媒体中心配合）\n"
        "2. 做好监督。（责任单位：县司法局；监督单位：县司法局、县纪委监委）\n",
    ),
    Case(
        "hotlines and offices",
        HEAD + "1. 整合12345、12315、12333热线，公开电话0758-2621234。（县政数局负责）\n"
        "2. 报县政务公开办，电话：2621234，邮箱：zwgk2022@163.com。（各部门）\n"
        "3. 公开国家秘密审查、依申请公开、个人身份证号保护制度。（县府办）\n",
    ),
    Case(
        "a city's with its counties",
        HEAD.replace("甲县", "肇庆市")
        + "1. 做好预算。（市财政局牵头，各县（市、区）人民政府配合）\n"
        "2. 做好环保。（市生态环境局牵头，市生态环境局鼎湖分局、高要区住建局配合）\n"
        "3. 做好教育。（市教育局牵头，鼎湖区教育局、四会市教育体育局配合）\n",
    ),
)


@pytest.mark.parametrize("case", ORDINARY, ids=lambda case: case.name)
def test_ordinary_plans_have_no_fault(case: Case) -> None:
    found = run_checks(case.plan(), CODES)
    assert [(each.code, each.data) for each in found] == []


@pytest.mark.parametrize("case", ORDINARY, ids=lambda case: case.name)
def test_their_owners_were_read(case: Case) -> None:
    assert any(task.owners for task in case.plan().tasks)
