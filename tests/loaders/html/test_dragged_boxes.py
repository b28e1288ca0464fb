"""Boxes that a site builder lets an author drag to their places: their lines are lines, and they are read from top to bottom."""

from typing import Any

import jdparse
from tests.stages import tasks


def box(top: int, *lines: str, left: int = 40) -> str:
    inner = "".join(f"<p><span>{line}</span></p>" for line in lines)
    return f'<div class="cmp" style="left:{left}px;top:{top}px;width:500px;height:90px">{inner}</div>'


def jobs(*boxes: str) -> list[dict[str, Any]]:
    style = "<style>.cmp{position:absolute}</style>"
    page = f"<html><head><meta charset=utf-8>{style}</head><body><div id=box>{''.join(boxes)}</div></body></html>"
    found: list[dict[str, Any]] = jdparse.parse(page.encode(), "x.html").record.model_dump(mode="json")["jobs"]
    return found


def test_boxes_are_read_from_top_to_bottom() -> None:
    (job,) = jobs(
        box(10, "岗位名称：修坯师傅"),
        box(500, "任职要求", "- 手稳", "- 坐得住"),
        box(200, "岗位职责", "- 修整坯体", "- 登记开裂数量"),
        box(800, "薪资待遇", "- 6000元/月"),
    )
    assert (job["title"], tasks(job)) == ("修坯师傅", ["修整坯体", "登记开裂数量"])
    assert job["requirements"]["general"] == ["手稳", "坐得住"]


def test_columns_beside_each_other_stay_as_they_are_written() -> None:
    (job,) = jobs(
        box(10, "岗位名称：修坯师傅", left=40),
        box(300, "岗位职责", "- 修整坯体", left=40),
        box(20, "任职要求", "- 手稳", left=900),
        box(310, "薪资待遇", "- 6000元/月", left=900),
    )
    assert (tasks(job), job["requirements"]["general"]) == (["修整坯体"], ["手稳"])
