"""What stands between the pages of a document in its viewer."""

from tests.loaders.html.pages import lines, load, removed

NUMBER = "<p class=pg>第 {} 页 共 3 页</p>"
HEAD = "<p>青川湾航标处管理文件</p>"
FIRST = "<p>灯塔看守员岗位说明书</p><p>岗位名称：灯塔看守员</p><p>一、岗位职责</p><p>1．按时点灯；</p>"
SECOND = "<p>2．维护发电机；</p><p>二、任职要求</p><p>1．持有船员证。</p>"
THIRD = "<p>三、工作环境</p><p>海岛。</p>"


def test_the_head_of_a_page_and_offers_above_it_go() -> None:
    page = load(
        f"{HEAD}{FIRST}{NUMBER.format(1)}<p>会员每篇低至0.5元，文档不限次</p>{HEAD}{SECOND}{NUMBER.format(2)}{HEAD}{THIRD}{NUMBER.format(3)}"
    )
    assert "青川湾航标处管理文件" not in lines(page)
    assert removed(page)["header_footer"].count("青川湾航标处管理文件") == 3
    assert removed(page)["download_prompt"] == ["会员每篇低至0.5元，文档不限次"]
    assert "2．维护发电机；" in lines(page)


def test_what_does_not_come_again_stays() -> None:
    page = load(
        f"{FIRST}{NUMBER.format(1)}<p>航标灯的种类</p>{SECOND}{NUMBER.format(2)}<p>海岛驻守</p>{THIRD}{NUMBER.format(3)}"
    )
    assert {"航标灯的种类", "海岛驻守"} <= set(lines(page))
    assert "download_prompt" not in removed(page)
