"""One job, any shape: what is written in a layout comes back as the record (`tests/shapes/` writes, jdparse reads)."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdparse
from tests.scoring import compare, leaves
from tests.shapes import content, documents, fidelity
from tests.shapes.layouts import LAYOUTS
from tests.shapes.trades import TRADES

EACH = 34
"""Documents of each layout: 578 in all."""
LEAST = 0.97
"""The least F1 of any layout."""
TELLABLE = sorted(LAYOUTS.keys() - {"run-on"})


@pytest.fixture(scope="module")
def totals() -> dict[str, fidelity.Figures]:
    return {layout: fidelity.figures(layout, range(EACH)) for layout in LAYOUTS}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_gives_its_jobs_back(totals: dict[str, fidelity.Figures], layout: str) -> None:
    assert totals[layout].documents == EACH
    assert totals[layout].f1 >= LEAST


def test_the_layouts_give_their_jobs_back(totals: dict[str, fidelity.Figures]) -> None:
    assert sum((totals[layout] for layout in TELLABLE), fidelity.Figures()).f1 >= 0.99


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from(TELLABLE))
def test_a_file_gives_its_jobs_in_order(chance: random.Random, layout: str) -> None:
    written = documents.document(chance, layout)
    jobs = jdparse.parse(written.data, written.name).record.jobs
    assert [job.title for job in jobs] == [job["title"] for job in written.gold["jobs"]]


@settings(max_examples=60)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from(("{}、{}", "{}.{}", "{}. {}", "（{}）{}", "({}) {}", "{}）{}")),
    st.sampled_from(("；", "。", "")),
)
def test_no_task_is_split(chance: random.Random, marker: str, end: str) -> None:
    """Tasks hold numbers, colons and words that are labels elsewhere: 负责岗位职责的修订."""
    tasks = content.tasks(chance, 2, 8)
    lines = [marker.format(number, task + end) for number, task in enumerate(tasks, 1)]
    text = "\n".join(["岗位名称：统计员", "岗位职责：", *lines])
    gold = {"jobs": [{"title": "统计员", "duties": [{"name": None, "tasks": list(tasks)}]}]}
    score = compare(gold, jdparse.parse(text.encode()).data)
    assert (score.missed, score.extra) == ([], [])


def test_there_is_variety() -> None:
    assert len(TRADES) >= 25
    assert len({title for trade in TRADES for title in trade.titles}) >= 120
    jobs = [job for layout in LAYOUTS for seed in range(EACH) for job in fidelity.made(layout, seed).gold["jobs"]]
    paths = {path for job in jobs for path, _ in leaves(job)}
    assert len(paths) >= 55


def test_a_seed_gives_one_document() -> None:
    for layout in LAYOUTS:
        assert fidelity.made(layout, 1) == fidelity.made(layout, 1)


def test_the_figures_are_those_of_the_records() -> None:
    document = fidelity.made("numbered-han", 0)
    emptied = document._replace(data="岗位名称：统计员\n岗位职责：\n1、统计；\n2、上报。\n".encode(), name="job.txt")
    assert not fidelity.score(document).missed
    assert fidelity.score(emptied).missed
    assert fidelity.score(emptied).extra
    totals = {"numbered-han": fidelity.Figures(3, 1, 0, 0, 1), "run-on": fidelity.Figures(1, 1, 1, 0, 1)}
    assert fidelity.table(totals)[-1] == "| **all but run-on** | 1 | 0.0% | 0.8571 |"
