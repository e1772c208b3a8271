"""Plans for ZW228."""

from tests.checks.case import HEAD, Case


def _says(text: str, owner: str = "责任单位：县府办") -> str:
    return HEAD + (
        f"1. {text}（{owner}）\n2. 做好公开。（责任单位：县府办）\n"
        "3. 做好解读。（责任单位：县财政局）\n4. 做好回应。（责任单位：县教育局）\n"
    )


QUIET = (
    "年报标题统一为“××局2022年政府信息公开工作年度报告”。",
    "文号按XX政办发格式编写，格式为XX发〔2022〕XX号。",
    "落实《××县公开办法》。",
    "公开王××同志先进事迹。",
    "对138××××0000等号码作去标识化处理。",
    "网址统一为www.xx.gov.cn，栏目代码为xxgk。",
    "具体时间待定的会议（具体时间待定）另行通知。",
    "对待核实的线索逐一核查。",
    "新建2×3米公开栏。",
)
PASSING = (
    *(Case(text, _says(text)) for text in QUIET),
    Case("a form in the foot", _says("做好公开。") + "填报人：____　联系电话：____\n"),
    Case("an owner that ZW101 tells of", _says("做好公开。", "责任单位：××局")),
)
FAILING = (
    Case("a month", _says("各部门于XX年XX月底前完成清理。"), ("t1",) * 2, says=("XX年", "XX月")),
    Case("a full year's end", _says("于20XX年底前完成清理。"), ("t1",), says=("20XX",)),
    Case("to be verified", _says("公开项目12个【待核实】。"), ("t1",), says=("待核实",)),
    Case("a line to fill in", _says("组织____次培训。"), ("t1",)),
    Case("an owner beside others", _says("做好公开。", "责任单位：县府办、××局"), ("t1",)),
    Case(
        "a preamble",
        HEAD.replace("已经县政府同意", "已经××县政府同意") + "1. 做好公开。（县府办负责）\n",
        (None,),
        says=("××县",),
    ),
    Case("a day left open", _says("于2022年 月 日前完成。"), ("t1",)),
)
