import pytest

from jdparse.loaders.html.controls import are_controls, is_control
from tests.loaders.html.pages import lines, load


@pytest.mark.parametrize(
    "text",
    [
        "+ 关注",
        "取消关注TA",
        "收藏职位",
        "我要举报该职位",
        "投个简历",
        "继续沟通",
        "换一批",
        "分享到朋友圈",
        "复制链接",
        "进入公司主页 ›",
        "下一职位",
        "微信分享",
        "Apply now",
        "« 1 2 3 … 9 »",
    ],
)
def test_a_control_is_known(text: str) -> None:
    assert is_control(text)


@pytest.mark.parametrize(
    "text",
    [
        "关注细节",
        "复制文件并归档",
        "联系我们的客户",
        "申请专利",
        "分享经验",
        "编辑部",
        "查看仪表读数",
        "保存样品",
        "公司介绍",
        "更多要求",
    ],
)
def test_what_only_begins_like_one_is_none(text: str) -> None:
    assert not is_control(text)


def test_controls_side_by_side() -> None:
    assert are_controls("投个简历 先聊聊")
    assert not are_controls("投个简历")
    assert not are_controls("投个简历 两天内回复")


def test_a_row_of_buttons_is_no_line_of_facts() -> None:
    row = "<div class=bar><a class=b>投个简历</a><span>看过 120</span><a class=b>收藏</a></div>"
    found = load(f"<h1>灯光师</h1>{row}<p>岗位职责：</p><p>1、编程；</p><p>2、检修灯具。</p>")
    assert "看过 120" in lines(found)
    assert not any("投个简历" in line or "收藏" in line for line in lines(found))


def test_a_line_of_linked_controls_is_navigation() -> None:
    row = "<p><a href=/a>投个简历</a> <a href=/b>先聊聊</a></p>"
    found = load(f"<h1>灯光师</h1><p>岗位职责：</p><p>1、编程；</p>{row}<p>2、检修灯具。</p>")
    assert lines(found) == ["灯光师", "岗位职责：", "1、编程；", "2、检修灯具。"]
