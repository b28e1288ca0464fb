"""The record keeps its shape: its keys in their order, always present, and no other."""

import re
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from jdparse import records
from jdparse.records import Diagnostic, Duty, ExtraField, Facets, File, Job, Organization, RatedItem, Removed

KEYS = {
    "File": "schema_version source organization jobs extra_sections removed diagnostics",
    "Source": "name format encoding sha256 script title site url published file_name file_format file_size pages"
    " uploader",
    "Organization": "name description address phones fax emails website",
    "Job": "title code document_no department parent_department location headcount job_family job_type"
    " job_grade pay_grade reports_to direct_reports indirect_reports span_of_control rotation"
    " substitutes career_path dates people summary duties performance_standards kpis authority relations"
    " working_hours environment travel tools records risks requirements compensation application remarks"
    " extra_fields extra_sections blank_fields none_fields facets",
    "Duty": "category name tasks standards frequency time_share knowledge skills",
    "RatedItem": "text level",
    "Relations": "supervised_by supervises cooperation internal external contacts",
    "Contact": "party unit side means matter frequency",
    "Substitute": "position unit scope",
    "Dates": "analysed prepared reviewed approved effective updated",
    "People": "incumbent analysed_by prepared_by reviewed_by approved_by",
    "Requirements": "general education majors knowledge skills experience certificates languages training competencies"
    " physical psychological age gender preferred",
    "Compensation": "salary benefits",
    "Application": "deadline contacts instructions",
    "ExtraField": "label value",
    "ExtraSection": "heading items",
    "Removed": "reason text line",
    "Diagnostic": "code name level message job field line start end",
    "Facets": "headcount education_level education_at_least majors experience_years age gender languages salary"
    " employment_type driving_licence certificates dates",
    "CountRange": "min max",
    "AmountRange": "min max",
    "LanguageFacet": "language level",
    "SalaryFacet": "min max currency per months",
    "IsoDates": "analysed prepared reviewed approved effective updated",
}
MODELS: list[type[BaseModel]] = [getattr(records, name) for name in KEYS]


def test_every_model_is_listed() -> None:
    assert set(records.__all__) == set(KEYS)


@pytest.mark.parametrize("model", MODELS)
def test_the_keys_stand_in_their_order(model: type[BaseModel]) -> None:
    assert list(model.model_fields) == KEYS[model.__name__].split()


@pytest.mark.parametrize("model", MODELS)
def test_every_key_has_a_chinese_title_and_one_english_line(model: type[BaseModel]) -> None:
    assert re.search(r"[\u4e00-\u9fff]", model.model_config.get("title") or "")
    for field in model.model_fields.values():
        assert re.search(r"[\u4e00-\u9fff]", field.title or "")
        assert re.fullmatch(r"[A-Z][ -~]+\.", field.description or "")


@pytest.mark.parametrize("model", MODELS)
def test_a_model_is_frozen(model: type[BaseModel]) -> None:
    record = model.model_construct()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, next(iter(model.model_fields)), None)


@pytest.mark.parametrize("model", MODELS)
def test_an_unknown_key_is_an_error(model: type[BaseModel]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({"colour": "red"})


def test_what_is_not_given_is_null_or_empty() -> None:
    job = Job().model_dump(mode="json")
    assert [job["title"], job["summary"], job["span_of_control"]] == [None] * 3
    assert [job["reports_to"], job["duties"], job["extra_fields"], job["blank_fields"]] == [[]] * 4
    assert job["requirements"] == {key: [] for key in KEYS["Requirements"].split()}
    assert job["dates"] == dict.fromkeys(KEYS["Dates"].split())
    assert job["facets"]["salary"] == dict.fromkeys(KEYS["SalaryFacet"].split())
    assert File().model_dump(mode="json")["organization"] is None


def test_every_key_is_written() -> None:
    """An object made from nothing but its required keys, at every depth, has all the keys in their order."""
    record = File(
        organization=Organization(),
        jobs=(
            Job(
                duties=(Duty(knowledge=(RatedItem(text="识图"),)),), extra_fields=(ExtraField(label="甲", value="乙"),)
            ),
        ),
        removed=(Removed(reason="copyright", text="版权所有"),),
    )
    written = record.model_dump(mode="json")

    def check(value: Any, model: type[BaseModel]) -> None:
        assert list(value) == KEYS[model.__name__].split()

    job = written["jobs"][0]
    check(written, File)
    check(written["source"], records.Source)
    check(written["organization"], Organization)
    check(job, Job)
    check(job["duties"][0], Duty)
    check(job["duties"][0]["knowledge"][0], RatedItem)
    check(job["extra_fields"][0], ExtraField)
    check(job["facets"], Facets)
    check(job["facets"]["dates"], records.IsoDates)
    check(written["removed"][0], Removed)


def test_a_record_is_immutable_throughout_and_can_be_a_key() -> None:
    record = File.model_validate({"jobs": [{"title": "仓管员", "duties": [{"tasks": ["清点库存"]}]}]})
    assert record.jobs[0].duties[0].tasks == ("清点库存",)
    assert hash(record) == hash(File.model_validate(record.model_dump()))


def test_a_record_reads_back() -> None:
    record = File.model_validate(
        {
            "source": {"name": "仓管员.txt", "format": "txt", "script": "mixed"},
            "jobs": [{"relations": {"contacts": [{"party": "财务部", "side": "internal", "means": ["电话"]}]}}],
            "diagnostics": [{"code": "JD202", "name": "several-jobs", "level": "info", "message": "…", "job": 0}],
        }
    )
    assert File.model_validate_json(record.model_dump_json()) == record


DIAGNOSTIC = {"code": "JD204", "name": "numbering-gap", "level": "warning", "message": "…"}


@pytest.mark.parametrize(
    ("model", "value"),
    [
        ("File", {"schema_version": "2.0"}),
        ("Source", {"script": "latin"}),
        ("Contact", {"side": "both"}),
        ("Removed", {"reason": "boring", "text": "…"}),
        ("Removed", {"reason": "copyright", "text": "…", "line": 0}),
        ("Removed", {"reason": "copyright"}),
        ("ExtraField", {"label": "版本号"}),
        ("RatedItem", {"level": "A"}),
        ("Diagnostic", {**DIAGNOSTIC, "level": "fatal"}),
        ("Diagnostic", {**DIAGNOSTIC, "code": "JD901"}),
        ("Diagnostic", {**DIAGNOSTIC, "start": -1}),
        ("Facets", {"education_level": "kindergarten"}),
        ("Facets", {"experience_years": {"min": float("nan")}}),
        ("Facets", {"headcount": {"min": -1}}),
        ("Facets", {"dates": {"prepared": "2023年5月8日"}}),
        ("Job", {"title": ["仓管员"]}),
        ("Job", {"reports_to": "仓库主管"}),
    ],
)
def test_a_wrong_value_is_an_error(model: str, value: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        getattr(records, model).model_validate(value)


def test_the_last_right_value_stands_beside_the_wrong_one() -> None:
    """The values next to those refused above are accepted, so that each is refused for what it shows."""
    assert Diagnostic.model_validate({**DIAGNOSTIC, "start": 0}).start == 0
    assert Removed(reason="copyright", text="…", line=1).line == 1
    facets = Facets.model_validate({"experience_years": {"min": 1.5, "max": 3}, "dates": {"prepared": "2023-05"}})
    assert facets.model_dump_json(include={"experience_years"}) == '{"experience_years":{"min":1.5,"max":3}}'
    assert facets.dates.prepared == "2023-05"
