"""A parse runs without the garbage collector, which would find nothing."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import jdparse
from jdparse import garbage

SAMPLES = sorted(Path(__file__).parent.parent.glob("samples/*/input.*"))


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """The collector on, as it is by default, and left as it was found."""
    before = gc.isenabled()
    gc.enable()
    yield
    if not before:
        gc.disable()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_a_parse_leaves_no_reference_cycle(sample: Path) -> None:
    data = sample.read_bytes()
    jdparse.parse(data, sample.name)  # loads what is loaded once
    gc.collect()
    gc.disable()
    jdparse.parse(data, sample.name)
    assert gc.collect() == 0


def test_the_collector_is_off_meanwhile_and_on_again() -> None:
    assert garbage.uncollected(gc.isenabled)() is False
    assert gc.isenabled()


def test_the_collector_is_on_again_behind_an_error() -> None:
    with pytest.raises(jdparse.JdparseError):
        jdparse.parse(b"PK\x03\x04", "a.docx")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    garbage.uncollected(gc.isenabled)()
    assert not gc.isenabled()
