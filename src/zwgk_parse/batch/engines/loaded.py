"""What the process that begins others has loaded, so that they need not: modules, tables, patterns.

They are loaded by reading a plan that has a little of everything. Nothing of it is kept.
"""

from io import StringIO

from zwgk_parse.batch import convert
from zwgk_parse.batch.engines import worker
from zwgk_parse.exporters import exporter
from zwgk_parse.opening import Fetched
from zwgk_parse.patterns import compile_all
from zwgk_parse.pipeline import parse
from zwgk_parse.readers import docx, html, pdf, text

__all__ = ["convert", "docx", "html", "pdf", "text", "worker"]

_ROWS = """甲县2022年政务公开工作要点分工方案
一、主要任务
1. 推进财政预决算公开，每年至少召开1次会议，公开率不低于90%。（责任单位：县财政局、民政局）
2. 做好政策解读。（牵头单位：县政府办；配合单位：各镇人民政府；完成时限：持续推进）
"""
_TABLE = """<html><body><p>甲县2022年政务公开工作要点分工方案</p><table>
<tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>
<tr><td>1</td><td>推进财政预决算公开。</td><td>县财政局、民政局</td><td>2022年6月底前</td></tr>
</table></body></html>
"""

for _name, _words in (("rows.txt", _ROWS), ("table.html", _TABLE)):
    exporter("json").write((parse(Fetched(_words.encode(), _name)).value,), StringIO())
compile_all()
