"""How the entries of a job nest."""

from typing import Any

import pytest

from tests.stages import cases, outline, record


@pytest.mark.parametrize("case", cases("levels"))
def test_nesting(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert outline(case["text"], monkeypatch) == case["outline"].rstrip("\n")


@pytest.mark.parametrize(
    ("items", "name", "message"),
    [
        ("1、收货\n2、发货\n4、盘点", "numbering-gap", "4 stands where 3 was expected"),
        ("一、收货\n二、发货\n五、盘点", "numbering-gap", "5 stands where 3 was expected"),
        ("（1）收货\n（3）发货", "numbering-gap", "3 stands where 2 was expected"),
        ("1、收货\n2、发货\n2、盘点", "numbering-repeat", "2、"),
        ("1、收货\n2、发货\n3、盘点\n2、报表", "numbering-repeat", "2、"),
    ],
)
def test_gaps_and_repeats_are_reported(items: str, name: str, message: str) -> None:
    text = f"岗位名称：仓管员\n岗位职责：\n{items}\n"
    notes = [note for note in record(text)["diagnostics"] if note["name"].startswith("numbering-")]
    assert [note["name"] for note in notes] == [name]
    assert message in notes[0]["message"]


@pytest.mark.parametrize(
    "items",
    [
        "1、收货\n2、发货\n3、盘点",
        "1、收货\n2.发货\n3．盘点",
        "• 收货\n• 发货",
        "1、收货\n（1）验收\n（2）入库\n2、发货\n（1）拣货",
        "收货\n发货",
    ],
)
def test_numbering_in_order_is_not_reported(items: str) -> None:
    text = f"岗位名称：仓管员\n岗位职责：\n{items}\n"
    assert [note["name"] for note in record(text)["diagnostics"] if note["name"].startswith("numbering-")] == []
