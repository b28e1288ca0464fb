"""Tables that a page draws with other elements than those of tables."""

import pytest

from tests.loaders.html.pages import lines, load

ROWS = (
    ("职务名称", "水质化验班长", "职务编号", "NSG-07"),
    ("所在部门", "监测中心", "定员", "2人"),
    ("概述", "带班化验"),
)
GRID = ["职务名称 | 水质化验班长 | 职务编号 | NSG-07", "所在部门 | 监测中心 | 定员 | 2人", "概述 | 带班化验"]
SHEET = "<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>"
WIDTHS = {4: (110, 226, 110, 226), 2: (110, 562)}


def _drawn(row: str, cell: str) -> str:
    return "".join(
        row.format("".join(cell.format(w=width, t=text) for width, text in zip(WIDTHS[len(r)], r, strict=True)))
        for r in ROWS
    )


@pytest.mark.parametrize(
    ("table", "row", "cell"),
    [
        ("<div>{}</div>", "<div class=rw>{}</div>", "<span class=u style='width:{w}px'>{t}</span>"),
        ("<div>{}</div>", "<div style='width:672px'>{}</div>", "<div style='float:left;width: {w}px'>{t}</div>"),
        ("<div role=table>{}</div>", "<div role=row>{}</div>", "<div role=cell>{t}</div>"),
        ("<div role=grid><div role=rowgroup>{}</div></div>", "<div role=row>{}</div>", "<div role=gridcell>{t}</div>"),
        (
            "<div style='display:table'>{}</div>",
            "<div style='display:table-row'>{}</div>",
            "<p style='display:table-cell'>{t}</p>",
        ),
        (f"{SHEET}<div class=t>{{}}</div>", "<div class=r>{}</div>", "<div class=c>{t}</div>"),
    ],
)
def test_rows_of_cells_are_a_table(table: str, row: str, cell: str) -> None:
    assert lines(load("<p>说明书</p>" + table.replace("{}", _drawn(row, cell)))) == ["说明书", *GRID]


def test_a_cell_covers_the_columns_that_its_width_does() -> None:
    (table,) = load(_drawn("<div>{}</div>", "<span style='width:{w}px'>{t}</span>")).blocks
    assert [(cell.row, cell.column, cell.columns) for cell in table.cells][-2:] == [(2, 0, 1), (2, 1, 3)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "columns",
    [
        "<div><div style='width:70%'><h2>岗位职责</h2><p>1、化验</p></div><div style='width:30%'><p>热门</p></div></div>"
        * 3,
        "<div><div style='width:70%'>岗位职责</div><div style='width:30%'>热门</div></div>",
        "<div><b style='width:40px'>甲</b>和<b style='width:40px'>乙</b></div>" * 4,
        "<div><p style='width:70%'>岗位职责</p><p style='width:30px'>热门</p></div>" * 4,
    ],
)
def test_columns_of_a_page_are_none(columns: str) -> None:
    assert all("|" not in line for line in lines(load(columns)))
