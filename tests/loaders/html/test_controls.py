import pytest

from jdparse.loaders.html.controls import is_control


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
