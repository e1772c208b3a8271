"""Plans for ZW223."""

from tests.checks.case import HEAD, Case

# The places are real: the check goes by the table of GB/T 2260.
COUNTY = HEAD.replace("甲县", "阳西县")


def _says(text: str, head: str = COUNTY) -> str:
    return head + f"1. {text}（县府办负责）\n2. 做好公开。（县府办负责）\n"


NAMED = (
    "推进东城区重点片区建设，加强江北区各类隐患排查信息公开。",
    "加快滨海新区重点项目建设，公开城中区公共设施信息。",
    "推进与鼎湖区重点项目的衔接。",
    "公开阳西县至鼎湖区重大交通项目进展。",
    "围绕阳西县年度重点项目做好公开。",
    "围绕阳江市重点工作做好公开。",
    "推进鼎湖区、化州市等地公共服务跨省通办。",
    "公开对口帮扶鼎湖区重点项目的资金。",
    "学习鼎湖区，提升鼎湖区经验的转化运用。",
    "加强鼎湖区方向公路养护信息公开。",
    "做好鼎湖区籍务工人员的政策宣讲。",
    "落实《鼎湖区重点项目管理办法》，做好公开。",
    "推进城区重点项目和矿区公共服务信息公开。",
    "公开赴鼎湖区重点企业招聘的信息。",
    "发布开往鼎湖区各站点的客运信息。",
    "推进鼎湖区和阳西县公共资源交易信息互联。",
)
LEFT = (
    "围绕鼎湖区重大项目，公开批准、招标信息。",
    "围绕鼎湖区经济社会发展，做好政策解读。",
    "立足鼎湖区实际，推动公开提质。",
    "公布鼎湖区权责清单，动态更新。",
)


PASSING = (
    Case("its own name", _says("在阳西县人民政府门户网站公开。")),
    Case("the city around it", _says("落实阳江市人民政府有关要求，在阳江市政务公开平台发布。")),
    Case("the province around it", _says("按照广东省人民政府部署，做好公开。")),
    Case("a document cited", _says("落实《鼎湖区人民政府关于做好公开的通知》要求。")),
    Case("a county it works with", _says("做好与化州市人民政府的协作，公开结对信息。")),
    Case("a county it learns from", _says("借鉴鼎湖区政务公开经验，做好公开。")),
    Case("a county that is helped", _says("公开对口帮扶冠县政府资金使用情况。")),
    Case("of another level", _says("在肇庆市人民政府门户网站查询。")),
    Case("a common noun", _says("做好城区政务公开、矿区各部门公开、景区政府信息公开。")),
    Case("words that end like a place", _says("各市县政府、全市各县政府要做好公开。")),
    Case(
        "a city names its counties",
        _says("在阳西县政府、阳春市政府网站公开。", HEAD.replace("甲县", "阳江市")),
    ),
    Case("a place that is not known", _says("在鼎湖区人民政府门户网站公开。", HEAD)),
    *(Case(text, _says(text)) for text in NAMED),
)
FAILING = (
    Case(
        "in the text",
        _says("在鼎湖区人民政府门户网站公开。"),
        ("t1",),
        says=("鼎湖区", "阳西县"),
    ),
    Case("its units", _says("盐亭县各部门要做好公开。"), ("t1",), says=("盐亭县",)),
    Case(
        "the plan's title",
        _says("做好公开。"),
        (None,),
        {"/title": "冠县2022年政务公开工作要点"},
        ("冠县",),
    ),
    Case("the addressees", _says("做好公开。"), (None,), {"/addressees/0": "盐亭县各乡镇人民政府"}),
    Case(
        "what the notice says it issues",
        _says("做好公开。").replace("《阳西县", "《盐亭县"),
        (None,),
        says=("盐亭县",),
    ),
    Case(
        "a city's plan",
        _says("在肇庆市政府门户网站公开。", HEAD.replace("甲县", "阳江市")),
        ("t1",),
        says=("肇庆市", "阳江市"),
    ),
    *(Case(text, _says(text), ("t1",), says=("鼎湖区",)) for text in LEFT),
    Case(
        "behind a law's long title",
        _says("做好公开。").replace(
            "1. ",
            "为落实《中华人民共和国政府信息公开条例》，提升鼎湖区政务公开水平，制定本要点。\n1. ",
        ),
        (None,),
        says=("鼎湖区",),
    ),
    Case(
        "the title alone is another place's: which is right is not said",
        _says("做好嘉善县政务公开。", COUNTY.replace("阳西县", "嘉善县")).replace(
            "嘉善县2022年政务公开工作要点\n", "海盐县2022年政务公开工作要点\n"
        ),
        (None,),
        says=("嘉善县", "海盐县", "but is it right"),
    ),
    Case(
        "both titles against issuer and addressees",
        _says("做好公开。", COUNTY.replace("阳西县", "嘉善县"))
        .replace("嘉善县2022年政务公开", "海盐县2022年政务公开")
        .replace("各乡镇", "嘉善县各乡镇"),
        (None,),
        says=("嘉善县", "but is it right"),
    ),
)
