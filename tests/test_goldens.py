"""Each sample gives its golden record, byte for byte. `make golden` shows the differences of all samples at once."""

from pathlib import Path

import pytest

import golden

SAMPLES = golden.samples()


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_record(sample: golden.Sample) -> None:
    assert sample.golden.exists(), "no golden record: write one; `make golden` shows what jdparse gives"
    assert "".join(golden.difference(sample, golden.record(sample))) == ""


def test_a_missing_golden_is_a_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "samples" / "one"
    folder.mkdir(parents=True)
    (folder / "input.txt").touch()
    monkeypatch.setattr(golden, "ROOT", tmp_path)
    (sample,) = golden.samples(tmp_path / "samples")
    diff = ["--- missing\n", "+++ samples/one/record.json (now)\n", "@@ -0,0 +1 @@\n", "+{}\n"]
    assert list(golden.difference(sample, b"{}\n")) == diff
    sample.golden.write_bytes(b"{}\n")
    assert list(golden.difference(sample, b"{}\n")) == []


@pytest.mark.parametrize("names", [[], ["input.txt", "input.html"], ["input.txt", "record.json", "record.yaml"]])
def test_a_sample_is_one_input_and_one_record(names: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    with pytest.raises(ValueError, match="one input and one record"):
        golden.samples(tmp_path)
