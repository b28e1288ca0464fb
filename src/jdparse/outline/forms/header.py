"""The header of a table: which rows are one, what its columns mean, and how far its data go."""

from collections.abc import Sequence
from itertools import pairwise

from jdparse.numbering import read as read_enumerator
from jdparse.outline import labels
from jdparse.outline.forms import heads
from jdparse.outline.forms.cells import LONGEST_LABEL, LONGEST_NAME, TICKS, Cell, is_generic, is_list, is_number
from jdparse.outline.forms.columns import Column, are_many_duties
from jdparse.patterns import deferred
from jdparse.tracked import Tracked
from jdparse.vocabulary import Vocabulary


def table_head(rows: Sequence[list[Cell]], index: int, vocabulary: Vocabulary) -> tuple[list[Column], int] | None:
    """The columns of a table whose header is the row at `index`, and where its data begin; None when the row heads no table."""
    head = _without_gaps(rows[index])
    if (sided := _sided_head(rows, index)) is not None:
        return sided, index + 1
    if len(head) < 2 or not all(c.text is not None for c in head[1:]):
        return None
    plain = head[0].text is not None and all(map(_can_head, head))
    if (not plain or any(c.rows > 1 or c.columns > 1 for c in head)) and _may_be_of_duties(head):
        known = _duty_head(rows, index, vocabulary)
        if known is not None:
            return known
    if not plain:
        return None
    depth = max(c.rows for c in head)
    if depth > 2 or (depth == 2 and not _is_parted(head, rows[index + 1 : index + 2])):
        return None
    data = index + depth
    if (levels := _ticked_levels(head, rows, index)) is not None:
        return levels, data
    # a header has labels side by side; in a form there is a value between them, and labels below labels
    side_by_side = any(a.field and b.field for a, b in pairwise(head))
    if side_by_side and data < len(rows):
        over = _are_of_duties(head) and _is_over_rows(rows, data)  # 主要工作 over 职责一
        parted = _parted_columns(head, rows[data + over])
        if parted is not None or over:
            return parted or [Column(c.column, c.columns, c.text, c.field) for c in head], data
    contacts = are_contacts([cell.field for cell in head])
    first = data + (contacts and data < len(rows) and is_side(rows[data]))
    if first >= len(rows) or len(rows[first]) < 2:
        return None
    under = {cell.column: cell for cell in rows[first]}
    if not side_by_side:
        # a row over all columns unfolds the job above it
        data_rows = [row for row in rows[first : first + 3] if len(row) > 1 or row[0].columns < len(head)][:2]
        same = (len(head) >= 3 or _are_of_one(head)) and all(
            _reaches(row, rows[first]) == len(head) for row in data_rows
        )
        labelled = [cell for cell in head if cell.field not in (None, "column.number")]
        if not same or any(
            (lower := under.get(cell.column)) is not None and lower.field is not None for cell in labelled or head
        ):
            return None
    certain = contacts or is_number(rows[first][0]) or _names_all(head)
    if not certain and any(_beside(a, b) for a, b in pairwise(rows[first])):
        return None  # 电话 beside a text is a label, but not in a table of contacts
    names = _with_numbers(heads.columns([head, *rows[index + 1 : data]]), rows[first])
    return _by_heading(names, rows[max(index - 1, 0)], rows[first]), data


def _by_heading(names: list[Column], above: Sequence[Cell], first: Sequence[Cell]) -> list[Column]:
    """The columns of a table, those that say nothing alone by the heading above them."""
    if not _heads_duties(above) or not all(name.field in _LEFT_OPEN for name in names):
        return names
    return [name._replace(field=_below_duties(name, first)) for name in names]


def _heads_duties(row: Sequence[Cell]) -> bool:
    """Whether a row is the heading of a section of duties and nothing else."""
    return len(row) == 1 and row[0].field == "duties" and row[0].columns > 1


_LEFT_OPEN = (None, "column.number", "remarks", "duty.time_share", "duty.frequency", "duty.standards")


def _below_duties(name: Column, first: Sequence[Cell]) -> str | None:
    """What a column means below the heading of duties, where no column says that it has any: 序号 | 内容 | 权重."""
    if name.field is not None or name.label is None:
        return name.field
    below = next((cell.text.text.strip() for cell in first if cell.column == name.column and cell.text is not None), "")
    text = _LATIN.sub("", name.label.text) or name.label.text
    if text in _STANDARDS:
        return "duty.standards"
    return "duty.time_share" if _SHARE.fullmatch(below) else "duty.tasks" if text in _TOLD else None


_LATIN = deferred(r"[\x00-\x40A-Za-z]+")
_SHARE = deferred(r"\d{1,3}(?:\.\d+)?\s?[%％]")
_TOLD = frozenset("内容 主要内容 具体内容 描述 项目 事项 说明 详细描述 具体描述 条目 明细 工作 任务 具体事项".split())


def _may_be_of_duties(head: Sequence[Cell]) -> bool:
    """Whether a row has cells enough for the head of a table of duties, two of them known: a quick look at each row of a form."""
    return (len(head) > 2 or all(c.columns > 1 for c in head)) and sum(c.field is not None for c in head) > 1


def _duty_head(rows: Sequence[list[Cell]], index: int, vocabulary: Vocabulary) -> tuple[list[Column], int] | None:
    """The columns of a table of duties, of which so many are known that it is one whatever else its head says or is made of."""
    block = [
        [heads.without_remark(cell, vocabulary) for cell in row] for row in rows[index : index + heads.DEEPEST + 1]
    ]
    depth = heads.depth(block)
    names = heads.columns(block[:depth])
    known = sum(column.field is not None for column in names)
    if depth > heads.DEEPEST or 2 * known <= len(names) or not are_many_duties([column.field for column in names]):
        return None
    if not all(
        c.text is None or c.field is not None or len(c.text) <= LONGEST_NAME for row in block[:depth] for c in row
    ):
        return None
    data = next((i for i in range(index + depth, len(rows)) if not is_note(rows[i])), len(rows))
    starts = {column.column for column in names}
    if data == len(rows) or len(rows[data]) < 2 or not all(cell.column in starts for cell in rows[data]):
        return None
    return _with_numbers(names, rows[data]), index + depth


# What a row below the names says of all rows: 注：…; A精通、B掌握、C了解.
_NOTE = deferred(r"(?:附?注|说明|备注)\d?\s*[:：]")
_LEGEND = deferred(r"(?:[A-E][\s:：=＝—–\-.．]{0,3}[^\W\x00-\x7f]{1,6}[\s，,、；;。/]{0,3}){2,8}$")


def is_note(row: Sequence[Cell]) -> bool:
    """Whether a row is one cell across the columns that says something of the table."""
    return (
        len(row) == 1
        and row[0].columns > 1
        and row[0].text is not None
        and (_NOTE.match(row[0].text.text) is not None or is_legend(row[0]))
    )


def is_legend(cell: Cell) -> bool:
    """Whether a cell says what letters stand for and nothing else."""
    return cell.text is not None and _LEGEND.match(cell.text.text) is not None


def _with_numbers(names: list[Column], first: Sequence[Cell]) -> list[Column]:
    label = names[0].label
    if names[0].field == "code" and is_number(first[0]) and not (label is not None and _OF_JOBS.search(label.text)):
        names[0] = names[0]._replace(field="column.number")  # 编号 of the rows, but 岗位编号 or 代码 of their jobs
    fields = {name.field for name in names}
    if (
        not fields.isdisjoint(_DUTIES) and "title" not in fields
    ):  # a table with a job in each row asks for 要求 of its jobs
        return [name._replace(field=_of_duties(name)) for name in names]
    texts = {name.label.text for name in names if name.label is not None}
    if not fields.isdisjoint(_OF_TIME) and not texts.isdisjoint(_CONTENT) and not are_contacts(list(fields)):
        return [name._replace(field=_of_duties(name)) for name in names]  # 序号 | 内容 | 标准 | 频次
    if "contact.party" in fields:
        return [name._replace(field=_of_contacts(name, first)) for name in names]
    return names


def _are_sides(head: Sequence[Cell], below: Sequence[list[Cell]]) -> bool:
    """Whether a row heads parties, and the first of a row as long below it says on which side: 关系 | 对象 | 内容 over 内部 | 茶厂 | …."""
    if len(head) < _FEWEST_OF_SIDES or all(cell.field != "contact.party" for cell in head) or not below:
        return False
    first = below[0][0].text
    return len(below[0]) == len(head) and first is not None and first.text.strip() in SIDES


_FEWEST_OF_SIDES = 3


def _of_contacts(name: Column, first: Sequence[Cell]) -> str | None:
    """What a column beside that of parties means, though alone such a word says nothing: 关系 | 对象 | 内容 over 内部."""
    if name.label is None or name.field not in (None, "section.relations"):
        return name.field
    below = next((cell.text.text.strip() for cell in first if cell.column == name.column and cell.text is not None), "")
    return "contact.side" if below in SIDES else "contact.matter" if name.label.text in _MATTERS else name.field


_OF_TIME = ("duty.frequency", "duty.time_share")
_MATTERS = frozenset("内容 事项 事由 目的 业务 工作内容".split())


def _of_duties(name: Column) -> str | None:
    """What a column beside one of duties means, though alone such a word says nothing: 职责 | 标准, 职责 | 内容."""
    if name.field not in (None, "requirements.general") or name.label is None:
        return name.field
    text = name.label.text
    return "duty.standards" if text in _STANDARDS else "duty.tasks" if text in _CONTENT else name.field


_DUTIES = ("duties", "duty.name", "duty.tasks")
_STANDARDS = frozenset("标准 目标 指标 达标线 合格线 结果 要求 工作要求 任务要求 完成要求 履职要求".split())
_CONTENT = frozenset(("内容", "主要内容"))


_OF_JOBS = deferred(r"[岗职码]")


def _without_gaps(head: Sequence[Cell]) -> Sequence[Cell]:
    """The header of a table of contacts, an empty cell in it (联系对象 | | 联系内容) made part of the one before."""
    if all(cell.text is not None for cell in head) or not are_contacts([cell.field for cell in head]):
        return head
    out: list[Cell] = []
    for cell in head:
        if cell.text is None and out:
            out[-1] = out[-1]._replace(columns=out[-1].columns + cell.columns)
        else:
            out.append(cell)
    return out


def _sided_head(rows: Sequence[list[Cell]], index: int) -> list[Column] | None:
    """The columns of a table of contacts whose first has no name and says where they are: | 接触对象 | 频率 over 内部."""
    if _are_sides(rows[index], rows[index + 1 : index + 2]):
        return _with_numbers([Column(c.column, c.columns, c.text, c.field) for c in rows[index]], rows[index + 1])
    blank, *named = rows[index]
    if blank.text is not None or blank.lines or len(named) < 2 or not are_contacts([cell.field for cell in named]):
        return None
    side = rows[index + 1][0] if index + 1 < len(rows) and rows[index + 1] else None
    if side is None or side.column != blank.column or side.text is None or side.text.text.strip() not in SIDES:
        return None
    return [
        Column(blank.column, blank.columns, side.text, "contact.side"),
        *(Column(cell.column, cell.columns, cell.text, cell.field) for cell in named),
    ]


def _ticked_levels(head: Sequence[Cell], rows: Sequence[list[Cell]], index: int) -> list[Column] | None:
    """The columns of a table whose second heads the levels that its rows tick: 专业技能 | 掌握程度 over 了解 | 掌握 | 精通."""
    if len(head) != 2 or head[0].rows != 2 or head[1].columns < 2 or index + 2 >= len(rows):
        return None
    levels = [cell for cell in rows[index + 1] if cell.column >= head[1].column]
    marks = [cell for cell in rows[index + 2] if cell.column >= head[1].column]
    ticked = [cell.text.text for cell in marks if cell.text is not None]
    if len(levels) < 2 or len(ticked) != 1 or not set(ticked) <= TICKS or any(cell.text is None for cell in levels):
        return None
    named = [Column(cell.column, cell.columns, cell.text, None) for cell in levels]
    return [Column(head[0].column, head[0].columns, head[0].text, head[0].field), *named]


# 权限类别 | 权限内容, 风险类型 | 具体描述, 项目 | 做法: what the rows are of, and what they say.
_KIND = deferred(
    r"(?P<stem>\w{2,4}?(?=..)|(?=指标$))(?:类别|类型|种类|分类|项目|名称|事项|模块|维度|要素|要项|环节|对象|指标)$"
)
_SAID = deferred(
    r"(?P<stem>\w{0,4}?)(?:内容|说明|描述|要求|范围|明细|标准|额度|限额|目标值?|权重|分值|占比|详情|表现|界定|措施|做法|办法|规定)$"
)


_LONGEST_SAID = 6
_PLAIN = ("具体", "详细")
"""Words before what is said that say nothing of what it is about: 具体要求."""


def are_kind_and_said(kind: str, said: str) -> bool:
    """Whether two words name the columns of a table of what its rows are of, and what they say of it: 职责内容 | 具体说明."""
    found = _SAID.match(said)
    if found is None or len(said) > _LONGEST_SAID or len(kind) > _LONGEST_SAID:
        return False
    return (not found["stem"] or found["stem"] in _PLAIN) and (_KIND.match(kind) is not None or kind.endswith("内容"))


def _are_of_one(head: Sequence[Cell]) -> bool:
    """Whether two cells name the columns of one table, and are no label beside its value."""
    kind_of, said_of = head
    if kind_of.text is None or said_of.text is None or (said := _SAID.match(said_of.text.text)) is None:
        return False
    stem = "" if said["stem"] in _PLAIN else said["stem"]
    if is_generic(kind_of):
        return not stem or said_of.field is None
    if kind_of.field in _DUTIES:
        return not stem  # 职责 | 标准
    if kind_of.field == "title":
        return True  # 职位 | 协作内容: no job is called so
    kind = _KIND.match(kind_of.text.text)
    if kind is None:
        return False
    unknown = kind_of.field is None and said_of.field is None and len(said_of.text) <= _LONGEST_SAID
    return stem in ("", kind["stem"]) or unknown


def _reaches(row: Sequence[Cell], first: Sequence[Cell]) -> int:
    """How many columns a row fills, with the cells of a table's first row that are merged over it."""
    if len(row) == len(first) or not row:
        return len(row)
    merged = sum(cell.row < row[0].row < cell.row + cell.rows for cell in first)
    return len(row) + merged


def _names_all(head: Sequence[Cell]) -> bool:
    """Whether a header of many columns names nearly all of them, so that a label below it (专业技术) is a value."""
    return len(head) >= 5 and sum(cell.field is not None for cell in head) >= len(head) - 1


def _is_parted(head: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a header of two rows has a cell over several names: else its first cell heads the two rows beside it."""
    return any(
        cell.rows == 1 and sum(cell.column <= c.column < cell.column + cell.columns for c in row) > 1
        for row in below
        for cell in head
    )


_POINTS = deferred(r"[，。；：:]")


def _can_head(cell: Cell) -> bool:
    assert cell.text is not None
    if _POINTS.search(cell.text.text):
        return False
    text = "".join(cell.text.text.split())
    return (len(text) <= LONGEST_LABEL or cell.field is not None) and not text.rstrip("%％").isdigit()


def _beside(label: Cell, value: Cell) -> bool:
    """Whether two cells are a known label and its value."""
    known = label.field not in (None, "column.number", "duty.category")  # 日常工作 stands beside its tasks
    return known and value.field is None and value.text is not None and label.rows == 1


def _are_of_duties(head: Sequence[Cell]) -> bool:
    return any(cell.field is not None and cell.field.startswith(("duties", "duty.")) for cell in head)


def _is_over_rows(rows: Sequence[list[Cell]], index: int) -> bool:
    """Whether a row is one cell over rows that begin with 职责一 and the like: the category of those."""
    if len(rows[index]) != 1 or rows[index][0].text is None or index + 1 >= len(rows):
        return False
    below = rows[index + 1]
    return len(below) >= 2 and below[0].text is not None and _is_duty_number(below[0].text.text)


def _is_duty_number(text: str) -> bool:
    read = read_enumerator(text)
    return read is not None and read.family.endswith("N") and read.end >= len(text)


def _parted_columns(head: Sequence[Cell], row: Sequence[Cell]) -> list[Column] | None:
    """The columns of a header with a cell over several: of what the rows have before the text, their number and their category.

    None when `row`, the first with data, stands in the header's own columns, or has more than those before a text.
    """
    names: list[Column] = []
    parted = False
    for cell in head:
        *before, last = [c for c in row if cell.column <= c.column < cell.column + cell.columns] or [cell]
        for part in before:
            if len(before) == 1 and part.text is not None and part.text.text in SIDES:
                names.append(Column(part.column, part.columns, cell.text, "contact.side"))
                continue
            role = "column.number" if is_number(part) else "row.category" if _is_beside_numbers(part, before) else None
            if role is None:
                return None
            names.append(Column(part.column, part.columns, None, role))
        parted = parted or bool(before)
        end = cell.column + cell.columns
        names.append(Column(last.column, end - last.column, cell.text, cell.field))
    return names if parted else None


def _is_beside_numbers(cell: Cell, parts: Sequence[Cell]) -> bool:
    """Whether a cell stands before the number of a row: 主要工作 beside 职责一, 职责二."""
    return cell is parts[0] and len(parts) == 2 and cell.text is not None and is_number(parts[1])


def is_category(rows: Sequence[list[Cell]], index: int, names: Sequence[Column]) -> bool:
    return names[0].field == "column.number" and names[0].label is None and _is_over_rows(rows, index)


def is_side(row: Sequence[Cell]) -> bool:
    """Whether a row is one cell over rows of contacts that says where they are: 公司内."""
    return len(row) == 1 and row[0].text is not None and row[0].text.text.strip() in SIDES


def with_bands(
    names: Sequence[Column], rows: Sequence[list[Cell]], contacts: bool
) -> tuple[Sequence[Column], Sequence[list[Cell]]]:
    """The columns and rows of a table with the rows that stand over others (a category, a side) made a column."""

    def is_band(index: int) -> bool:
        return is_side(rows[index]) if contacts else is_category(rows, index, names)

    if not any(map(is_band, range(len(rows)))):
        return names, rows
    out: list[list[Cell]] = []
    band: Cell | None = None
    label: Tracked | None = None
    for index, row in enumerate(rows):
        if is_band(index):
            band = row[0]
            label = label or band.text
        else:
            own = [band._replace(row=row[0].row, column=-1, rows=1, columns=1)] if band is not None else []
            out.append([*own, *row])
    column = Column(-1, 1, label, "contact.side") if contacts else Column(-1, 1, None, "row.category")
    return [column, *names], out


def is_data(row: Sequence[Cell], names: Sequence[Column], first: Sequence[Cell]) -> bool:
    """Whether a row goes on with a table: its cells stand in the table's columns, and it is no row of pairs or title.

    `first` is the table's first row.
    """
    if not row or (len(row) == 1 and row[0].columns > 1 and row[0].column == names[0].column):
        return False
    starts = {c.column: c.columns for c in names}
    if not all(cell.column in starts for cell in row):
        return False
    if is_number(row[0]) or row[0].column != names[0].column:
        return True
    if row[0].field is None:
        return True
    if row[0].text is not None and labels.is_other(row[0].text.text) and len(row) == len(names) > 2:
        return True  # the last row of duties or marks
    least = 3 if first[0].rows > 1 else 5  # a category that is merged over rows, and another called 专业
    if len(row) == len(names) >= least and all(cell.field is None for cell in row[1:]):
        return True  # 管理岗位 before five values is one itself
    # a duty may be called 培训; what follows the table is told by its shape
    return (
        len(row) == len(names)
        and names[0].field != "column.number"
        and not labels.is_scalar(row[0].field)
        and row[0].field not in _SECTIONS
        and not (len(row) == 2 and names[0].field in ("duties", "duty.tasks"))
        and not (len(row) == 2 and is_list(first[1]) and not is_list(row[1]))
        and all(cell.columns == starts[cell.column] for cell in row)
    )


_SECTIONS = frozenset({"summary", "authority", "kpis", "requirements.general", "remarks"})
"""Fields whose labels are no names of duties."""


SIDES = frozenset(("内", "外", "内部", "外部", "部门内", "部门外", "公司内", "公司外"))
"""What a column of contacts says of where they are."""


CONTACT_COLUMN = {
    "relations.contacts": "contact.party",
    "relations.cooperation": "contact.party",
    "department": "contact.unit",
    "duty.frequency": "contact.frequency",
    "application.contacts": "contact.means",
    "duties": "contact.matter",
}


def are_contacts(fields: Sequence[str | None]) -> bool:
    """Whether the columns are those of a table of contacts: two that are of nothing else, or one and others that may be."""
    own = sum((field or "").startswith(("contact.", "relations.contacts")) for field in fields)
    might = sum(field in CONTACT_COLUMN for field in fields)
    return own >= 2 or (own == 1 and (might >= 3 or (might == 2 and "relations.cooperation" in fields)))
