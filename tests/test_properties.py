"""What must hold of every parse, whatever the text."""

import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import opencc
from hypothesis import example, given, settings
from hypothesis import strategies as st

import jdparse
from jdparse.clean import script
from jdparse.ledger import CLASSES
from tests.jd_texts import documents, forms, jobs, texts

UTF_8 = jdparse.Options(encoding="utf-8")
# Keys of a job whose strings are no text of the document: paths, and a side that stands for a heading.
DERIVED = {"blank_fields", "none_fields", "facets", "side"}
# A title that interpret.file finds after a label said that there is none: `none_fields` keeps it.
SETTLED_TOO_EARLY = {"title"}
SIMPLIFIED = opencc.OpenCC("t2s").convert


def parsed(text: str) -> jdparse.Parsed | None:
    """The parse, or None where the text cannot be read (it is empty, or binary)."""
    try:
        return jdparse.parse(text.encode(), options=UTF_8)
    except jdparse.JdparseError:
        return None


def record_of(found: jdparse.Parsed) -> Any:
    return found.data


def rebuilt(source: str, spans: list[list[int]], edits: list[list[Any]]) -> str:
    """A value as the source map's documentation says: the spans' text, each edit in the place of its range."""
    out: list[str] = []
    waiting = list(edits)
    for low, high in spans:
        place = low
        while place <= high:
            if waiting and waiting[0][0] == place and waiting[0][1] <= high:
                _, place, text = waiting.pop(0)
                out.append(text)
            elif place < high:
                out.append(source[place])
                place += 1
            else:
                break
    assert waiting == [], "an edit lies outside the spans"
    return "".join(out)


def fold(text: str) -> str:
    """Letters and digits alone, in one width and script."""
    text = SIMPLIFIED(unicodedata.normalize("NFKC", script.simplify(text)[0])).replace("著", "着")
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def resolved(record: Any, pointer: str) -> Any:
    """RFC 6901."""
    for part in pointer.removeprefix("/").split("/"):
        part = part.replace("~1", "/").replace("~0", "~")
        record = record[int(part)] if isinstance(record, list) else record[part]
    return record


def strings(tree: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Each text of a record's part with its pointer."""
    if isinstance(tree, str):
        yield pointer, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key not in DERIVED:
                yield from strings(value, f"{pointer}/{key}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from strings(value, f"{pointer}/{index}")


def facet_leaves(tree: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Each facet that is not null, with its pointer."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from facet_leaves(value, f"{pointer}/{key}")
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from facet_leaves(value, f"{pointer}/{index}")
    elif tree is not None:
        yield pointer, tree


@given(texts)
@settings(max_examples=100)
def test_no_text_fails(text: str) -> None:
    found = parsed(text)
    if found is not None:
        assert found.record.source.format == "txt"
        found.source_map()


@given(st.binary(max_size=200))
def test_no_bytes_fail(data: bytes) -> None:
    try:
        found = jdparse.parse(data, "x.txt")
    except jdparse.JdparseError:
        return
    assert found.record.source.sha256 == hashlib.sha256(data).hexdigest()


@given(texts)
@settings(max_examples=80)
def test_classes_partition_the_source(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    runs = found.source_map()["classes"]
    at = 0
    before = None
    for start, end, name in runs:
        assert start == at < end
        assert name in CLASSES
        assert name != before
        at, before = end, name
    assert at == len(found.document.text)


@given(texts)
@settings(max_examples=100)
def test_every_value_is_its_spans_text_after_its_edits(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    source, record = found.document.text, record_of(found)
    for pointer, value in found.source_map()["values"].items():
        assert rebuilt(source, value["spans"], value["edits"]) == resolved(record, pointer), pointer


@given(texts)
@settings(max_examples=100)
def test_every_value_reads_as_its_source(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    source, record = found.document.text, record_of(found)
    for pointer, value in found.source_map()["values"].items():
        spanned = "".join(source[start:end] for start, end in value["spans"])
        assert fold(resolved(record, pointer)) == fold(spanned), pointer


@given(texts)
@settings(max_examples=80)
def test_every_facet_cites_words_of_its_job(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    record, ledger = record_of(found), found.source_map()
    said = {
        pointer: [
            span for key, value in ledger["values"].items() if key.startswith(f"{pointer}/") for span in value["spans"]
        ]
        for pointer in (f"/jobs/{index}" for index in range(len(record["jobs"])))
    }
    for pointer, facet in ledger["facets"].items():
        assert resolved(record, pointer) is not None
        job = "/".join(pointer.split("/")[:3])
        for start, end in facet["spans"]:
            assert any(low <= start < end <= high for low, high in said[job]), pointer
    for job, pointer in ((job, f"/jobs/{index}/facets") for index, job in enumerate(record["jobs"])):
        assert {at for at, _ in facet_leaves(job["facets"], pointer)} == {
            at for at in ledger["facets"] if at.startswith(f"{pointer}/")
        }


@given(texts)
@settings(max_examples=100)
@example("岗位:0\r【岗位概述】年月\r0")
@example("①0公司")
def test_nothing_is_lost(text: str) -> None:
    """A letter or digit of no class stands in an extra section, where it can be seen."""
    found = parsed(text)
    if found is None:
        return
    source, ledger = found.document.text, found.source_map()
    kept: set[int] = set()
    for pointer, value in ledger["values"].items():
        if "/extra_sections/" in pointer:
            for start, end in value["spans"]:
                kept.update(range(start, end))
    for start, end, name in ledger["classes"]:
        letters = {i for i in range(start, end) if unicodedata.category(source[i])[0] in "LN"}
        if name == "unclassified":
            lost = letters - kept
            assert not lost, repr(source[min(lost) : max(lost) + 1])
        elif name == "separator":
            assert not letters


@given(texts)
@settings(max_examples=80)
def test_every_text_of_a_job_has_a_place(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    record, values = record_of(found), found.source_map()["values"]
    for part in ("jobs", "extra_sections", "removed"):
        for pointer, string in strings(record[part], f"/{part}"):
            if part != "removed" or pointer.endswith("/text"):
                assert pointer in values, string


@given(texts)
@settings(max_examples=40)
def test_notes_lie_in_the_source(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    source, record = found.document.text, record_of(found)
    for note in record["diagnostics"]:
        if note["start"] is not None:
            assert 0 <= note["start"] <= note["end"] <= len(source)
            assert note["line"] == source.count("\n", 0, note["start"]) + 1
        assert note["job"] is None or note["job"] < len(record["jobs"])


@given(forms | jobs)
@settings(max_examples=100)
def test_blank_and_none_are_of_fields_without_a_value(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    for job in record_of(found)["jobs"]:
        for path in (*job["blank_fields"], *job["none_fields"]):
            if path.startswith("extra_fields[") or path in SETTLED_TOO_EARLY:
                continue
            value: Any = job
            for part in path.split("."):
                value = value[part]
            assert value in (None, []), path
        assert not set(job["blank_fields"]) & set(job["none_fields"])
        assert len(set(job["blank_fields"])) == len(job["blank_fields"])


@given(forms | jobs)
@settings(max_examples=100)
def test_texts_are_trimmed_and_not_empty(text: str) -> None:
    found = parsed(text)
    if found is None:
        return
    for pointer, string in strings(record_of(found)["jobs"], "/jobs"):
        assert string == string.strip() != "", pointer


@given(texts)
@settings(max_examples=40)
def test_two_parses_agree(text: str) -> None:
    one, two = parsed(text), parsed(text)
    if one is not None and two is not None:
        assert one.record.model_dump_json() == two.record.model_dump_json()
        assert json.dumps(one.source_map()) == json.dumps(two.source_map())


@given(forms | jobs, st.sampled_from(["\r\n", "\r", "\u2028"]))
@settings(max_examples=40)
def test_the_kind_of_line_break_does_not_matter(text: str, line_break: str) -> None:
    one, two = parsed(text), parsed(text.replace("\n", line_break))
    if one is not None and two is not None:
        assert record_of(one)["jobs"] == record_of(two)["jobs"]


@given(forms | jobs)
@settings(max_examples=40)
@example("岗位名称：会计\n岗位职责：\n1、记账\n2、报税")
def test_a_trailing_line_break_does_not_matter(text: str) -> None:
    one, two = parsed(text), parsed(text + "\n")
    if one is not None and two is not None:
        assert record_of(one)["jobs"] == record_of(two)["jobs"]


@given(documents | jobs)
@settings(max_examples=40)
def test_punctuation_can_be_kept(text: str) -> None:
    try:
        found = jdparse.parse(text.encode(), options=jdparse.Options(encoding="utf-8", punctuation="keep"))
    except jdparse.JdparseError:
        return
    record = record_of(found)
    for pointer, value in found.source_map()["values"].items():
        assert rebuilt(found.document.text, value["spans"], value["edits"]) == resolved(record, pointer)


def test_the_hash_seed_does_not_matter() -> None:
    script = """
import hashlib, json, sys
import jdparse
labels = "岗位名称 部门 直接上级 岗位职责 任职要求 学历 年龄 薪资待遇 福利待遇 公司电话 备注 花名".split()
text = "".join(f"{a}：{b}甲\\n1、负责{a}；\\n2、{b}不限\\n" for a in labels for b in labels)
found = jdparse.parse(text.encode())
print(hashlib.sha256((found.record.model_dump_json() + json.dumps(found.source_map())).encode()).hexdigest())
"""
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1
