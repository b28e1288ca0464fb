"""Forms that are printed for reading."""

import jdparse

FORM = """<html><body><form><table>
<tr><td><label>岗位名称</label></td><td><input type="text" value="车队长" readonly></td>
<td><label>岗位等级</label></td><td><select disabled><option>M1</option><option selected>M2</option></select></td></tr>
<tr><td>工资等级</td><td><input value="" readonly></td><td>性别</td>
<td><input type="radio" disabled>男 <input type="radio" disabled checked>女</td></tr>
<tr><td>岗位职责</td><td colspan="3"><textarea readonly>1、召开安全例会；
2、检查车容车况。</textarea></td></tr>
</table><input type="text" value="输入关键字搜索"><input type="hidden" value="8a80" readonly></form></body></html>"""


def test_values_of_read_only_fields_are_text_of_the_page() -> None:
    found = jdparse.parse(FORM.encode(), "form.html").data
    (job,) = found["jobs"]
    assert (job["title"], job["job_grade"]) == ("车队长", "M2")
    assert job["requirements"]["gender"] == ["女"]
    assert job["blank_fields"] == ["pay_grade"]
    assert [task for duty in job["duties"] for task in duty["tasks"]] == ["召开安全例会", "检查车容车况"]
    assert "关键字" not in str(found)
    assert "8a80" not in str(found)
