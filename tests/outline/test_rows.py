"""The parts of which tables in one run are read: lists, headers, boundaries, rows."""

from itertools import pairwise

import pytest

from jdparse import vocabulary
from jdparse.outline.runon.rows import boundaries, header, marks, search

WORDS = vocabulary.builtin()


def listed(text: str) -> list[list[str]]:
    """The items of each segment of a text."""
    found = marks.segments(text, 0, len(text), marks.find(text, 0, len(text)))
    return [[text[item.text : item.end] for item in segment.items] for segment in found]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("收货1、验收2、入库", [["收货"], ["验收", "入库"]]),
        ("1、验收2、入库1、无差错", [["验收", "入库"], ["无差错"]]),
        ("1、2小时内答复2、登记", [["2小时内答复", "登记"]]),
        ("1、清点1、2、3号库2、登记", [["清点1、2、3号库", "登记"]]),
        ("1、合格率1002、登记", [["合格率100", "登记"]]),
        ("1、合格率981、制度", [["合格率98"], ["制度"]]),
        ("1、按2021、2022年计划2、登记", [["按2021、2022年计划", "登记"]]),
        ("按第1、2项执行", [["按第1、2项执行"]]),
    ],
)
def test_lists_in_a_run(text: str, items: list[list[str]]) -> None:
    assert listed(text) == items


@pytest.mark.parametrize(
    ("text", "fields", "begins"),
    [
        (
            "三、岗位职责：职能项目工作职责周期绩效标准 能力要求（A专精；B理解）应知知识度应会技能度收货",
            "duty.name duty.tasks duty.frequency duty.standards duty.knowledge duty.level duty.skills duty.level",
            "收货",
        ),
        ("主要职责 工作项目 工作内容 时间比例", "duty.name duty.tasks duty.time_share", ""),
        (
            "工作接触接触对象所在单位接触性质接触方式频率店长",
            "contact.party contact.unit contact.side contact.means contact.frequency",
            "店长",
        ),
        (
            "工作替补：替补岗位所在单位替代的工作内容店员",
            "substitute.position substitute.unit substitute.scope",
            "店员",
        ),
        ("工 作 经 验 的 类 型年 限零售1年", "requirements.experience requirements.experience", "零售1年"),
    ],
)
def test_headers(text: str, fields: str, begins: str) -> None:
    found = header.read(text, WORDS)
    assert found is not None
    assert [column.field for column in found.columns] == fields.split()
    assert text[found.end :] == begins


@pytest.mark.parametrize(
    "text", ["岗位职责：负责收货，核对数量，登记台账", "岗位名称：店长所属部门：门店", "周期与标准"]
)
def test_no_header(text: str) -> None:
    assert header.read(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "fields", "context", "parts"),
    [
        ("收货验收核对数量", "duty.name duty.tasks", "负责收货验收；盘点。", "收货验收|核对数量"),
        ("仓库管理建立仓库管理台账", "duty.name duty.tasks", "", "仓库管理|建立仓库管理台账"),
        ("其他工作完成交办的事", "duty.name duty.tasks", "", "其他工作|完成交办的事"),
        ("盘点货架商品", "duty.name duty.tasks", "", "盘点货架商品"),
        ("账物相符了解盘点制度", "duty.standards duty.knowledge", "", "账物相符|了解盘点制度"),
        ("财务部财务部", "contact.party contact.unit", "", "财务部|财务部"),
        ("工程部经理工程部", "contact.party contact.unit", "", "工程部经理|工程部"),
        ("上级主管运营部主管", "contact.party contact.unit", "", "上级主管|运营部主管"),
        ("热线客服老客户", "contact.party contact.unit", "", "热线客服老客户"),
        ("采购部计划员", "contact.unit contact.party", "", "采购部|计划员"),
        (
            "理货员商品部/生鲜部全部工作",
            "substitute.position substitute.unit substitute.scope",
            "",
            "理货员|商品部/生鲜部|全部工作",
        ),
    ],
)
def test_boundaries(text: str, fields: str, context: str, parts: str) -> None:
    found = boundaries.find(text, fields.split(), context, [])
    bounds = [0, *(found or ()), len(text)]
    assert "|".join(text[a:b] for a, b in pairwise(bounds)) == parts


def rows(text: str) -> int | None:
    head = header.read(text, WORDS)
    assert head is not None
    found = search.fit(text, head, len(text))
    return None if found is None else found.rows


HEAD = "职能项目工作职责周期绩效标准应知知识度应会技能度"


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        ("收货1、验收2、入库每日1、无差错1、制度2、标准AB装卸C", 1),
        ("收货1、验收2、入库每日1、无差错1、制度2、标准AB装卸C盘点1、清点2、登记月度1、相符1、方法2、步骤BB记录A", 2),
        ("收货1、验收2、入库每日1、无差错1、制度2、标准AB装卸C杂务完成交办的事随时1、及时", 2),
        ("收货1、验收2、入库每日1、无差错1、制度2、标准ABC装卸C", None),
        ("收货1、验收2、入库1、无差错1、制度2、标准AB装卸C", None),
    ],
)
def test_rows(cells: str, count: int | None) -> None:
    assert rows(HEAD + cells) == count
