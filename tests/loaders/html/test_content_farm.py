"""The articles of generated content-farm pages are found whole, and nothing around them is taken for a job's text."""

from statistics import mean

import pytest

import content_farm
import jdparse
from content_farm import LARGEST, PAGES, SMALLEST
from extraction import Extraction, extraction

CORPUS = content_farm.corpus()


@pytest.fixture(scope="module")
def parsed() -> list[jdparse.Parsed]:
    return [jdparse.parse(page.data, "page.html") for page in CORPUS]


@pytest.fixture(scope="module")
def found(parsed: list[jdparse.Parsed]) -> list[Extraction]:
    return [extraction(page, one) for page, one in zip(CORPUS, parsed, strict=True)]


def test_the_corpus_is_what_it_says() -> None:
    assert len(CORPUS) == PAGES >= 40
    assert all(SMALLEST <= len(page.data) <= LARGEST for page in CORPUS)
    declared_wrong = [page for page in CORPUS if page.encoding == "gb18030" and b'charset="utf-8"' in page.data]
    assert len(declared_wrong) * 5 >= PAGES - 5
    assert content_farm.corpus(pages=3) == CORPUS[:3]


def test_bytes_win_over_a_wrong_declaration(parsed: list[jdparse.Parsed]) -> None:
    assert [one.document.encoding for one in parsed] == [page.encoding for page in CORPUS]


def test_recall_and_precision(found: list[Extraction]) -> None:
    assert mean(one.recall for one in found) >= 0.99
    assert mean(one.precision for one in found) >= 0.985
    assert min(one.recall for one in found) >= 0.95


def test_no_furniture_stands_in_a_job(found: list[Extraction]) -> None:
    assert [one.furniture for one in found if one.furniture] == []


def test_each_job_is_found(parsed: list[jdparse.Parsed]) -> None:
    assert [tuple(job.title for job in one.record.jobs) for one in parsed] == [page.posts for page in CORPUS]
