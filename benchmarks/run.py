"""Measure jdparse against yardsticks of the same machine and the same run, and print the ratios beside their limits.

All times are CPU times. The exit code is 0 whatever comes out: on a busy or unusual machine a ratio may stray, so a
person judges.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import lxml.html

import batches
import extraction
from clock import cold, warm
from content_farm import corpus
from jdparse.cluster import Shard
from jdparse.emit import to_json
from jdparse.pipeline import parse
from sample_text import job_description, job_descriptions
from tracked_share import overhead
from validation import FEW, OTHER, RECORDS, measure
from word_file import read_all_parts, read_main_part, without_unused_styles, word_file, xml_size
from word_form import dump, word_forms

CHARACTERS = 3_000
LARGE = 1_000_000

# The most that each may be, as a multiple of its yardstick.
WARM, VERSION, COLD, TRACKING, PAGE = 1.5, 6.0, 18.0, 0.15, 5.0
WORD, DUMP = 4.0, 0.25
TABLES = 30
PAGES = 500
RECALL, PRECISION = 0.99, 0.985
# Of batches: speed of two workers, CPU, CPU of a trivial and of a finished document (ms), memory of the parent (MB).
TWO, POOL, TRIVIAL, FINISHED, MEMORY = 1.75, 1.08, 0.2, 0.015, 100
VALIDATE, LINEAR = 1 / 3, 1.25
EXTRACTION = 1 / 5

Row = tuple[str, str, str, str, str, str]


def main() -> None:
    """Print the table, a row as soon as it is measured."""
    _print(("what", "time", "yardstick", "ratio", "limit", ""))
    for rows in (_warm(), _word(), _cold(), _tracking(), _validation(), _throughput(), _pages(), _batches()):
        for row in rows:
            _print(row)


def _print(row: Row) -> None:
    what, time, yardstick, ratio, limit, verdict = row
    print(f"{what:<30} {time:>12}   {yardstick:<42} {ratio:>8} {limit:>7}  {verdict}", flush=True)


def _compared(what: str, spent: float, yardstick: str, standard: float, limit: float) -> Row:
    ratio = spent / standard
    name = f"{yardstick}: {_milliseconds(standard)}"
    return what, _milliseconds(spent), name, f"{ratio:.2f}x", f"{limit:.3g}x", "PASS" if ratio <= limit else "OVER"


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def _warm() -> Iterator[Row]:
    text = job_description(CHARACTERS)
    data, full = text.encode(), word_file(text)
    lean = without_unused_styles(full)
    spent = warm(lambda: to_json(parse(data, "bench.txt").data))
    what = f"warm parse, {len(text):,} characters"
    for name, package, read, size in (
        ("Word file, all parts", full, read_all_parts, xml_size(full)[0]),
        ("without unused styles", lean, read_all_parts, xml_size(lean)[0]),
        ("document.xml alone", lean, read_main_part, xml_size(lean)[1]),
    ):
        standard = warm(partial(read, package))
        yield _compared(what, spent, f"{name}, {size / 1000:.0f} kB", standard, WARM)


def _word() -> Iterator[Row]:
    for tables in (1, TABLES):
        data = word_forms(tables)
        spent = warm(partial(_record, data))
        what = f"warm parse, Word, {tables} form{'s' if tables > 1 else ''}"
        markup = f"document.xml alone, {xml_size(data)[1] / 1000:.0f} kB"
        yield _compared(what, spent, markup, warm(partial(read_main_part, data)), WORD)
        yield _compared(what, spent, "its text by python-docx", warm(partial(dump, data), rounds=3), DUMP)


def _record(data: bytes) -> str:
    return to_json(parse(data, "bench.docx").data)


def _cold() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bench.txt"
        file.write_bytes(job_description(CHARACTERS).encode())
        nothing, version, record = cold(
            [["-c", "pass"], ["-m", "jdparse", "--version"], ["-m", "jdparse", str(file), "-f", "json", "--no-config"]]
        )
    yield _compared("cold --version", version, "python -c pass", nothing, VERSION)
    yield _compared("cold parse of a text file", record, "python -c pass", nothing, COLD)


def _tracking() -> Iterator[Row]:
    data = job_description(CHARACTERS).encode()
    added, operations = overhead(lambda: parse(data, "bench.txt").data)
    spent = warm(lambda: parse(data, "bench.txt").data)
    share = added / spent
    yield (
        f"tracking, {operations:,} operations",
        _milliseconds(added),
        f"warm parse: {_milliseconds(spent)}",
        f"{share:.1%}",
        f"{TRACKING:.0%}",
        "PASS" if share <= TRACKING else "OVER",
    )


def _validation() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        start, few, many, other = measure(Path(folder), CHARACTERS)
    what = f"validate, {RECORDS:,} records"
    each = (few - start) / (FEW - 1) * (RECORDS - 1)
    yield _compared(what, many - start, f"as many times what each of {FEW} takes", each, LINEAR)
    if other is None:
        yield what, _milliseconds(many), f"{OTHER}: not installed", "", f"{VALIDATE:.2f}x", "SKIPPED"
    else:
        yield _compared(what, many, f"{OTHER}, the same files", other, VALIDATE)


def _throughput() -> Iterator[Row]:
    text = job_descriptions(LARGE)
    data = text.encode()
    spent = warm(lambda: to_json(parse(data, "bench.txt").data), rounds=3)
    what = f"warm parse, {len(data) / 1e6:.1f} MB"
    yield what, _milliseconds(spent), f"{len(text) / spent:,.0f} characters a second", "", "", ""


def _pages() -> Iterator[Row]:
    """The cost of content-farm pages, and how well their articles are told from what stands around them."""
    pages = corpus()
    spent = warm(lambda: [to_json(parse(page.data, "page.html").data) for page in pages], rounds=3)
    standard = warm(lambda: [lxml.html.document_fromstring(page.data) for page in pages], rounds=3)
    what = f"warm parse, {len(pages)} pages of {sum(len(page.data) for page in pages) / len(pages) / 1000:.0f} kB"
    yield _compared(what, spent / len(pages), "lxml.html, the same pages", standard / len(pages), PAGE)
    extracted = extraction.other(pages)
    if extracted is None:
        each = _milliseconds(spent / len(pages))
        yield what, each, f"{extraction.OTHER}: not installed", "", f"{EXTRACTION:.3g}x", "SKIPPED"
    else:
        name = f"{extraction.OTHER}, the text alone"
        yield _compared(what, spent / len(pages), name, extracted / len(pages), EXTRACTION)
    found = [extraction.extraction(page, parse(page.data, "page.html")) for page in pages]
    for name, value, limit in (
        ("recall", mean(one.recall for one in found), RECALL),
        ("precision", mean(one.precision for one in found), PRECISION),
    ):
        verdict = "PASS" if value >= limit else "UNDER"
        yield f"{name} of their articles", f"{value:.3f}", "shared runs of eight characters", "", f"{limit:g}", verdict
    left = sum(len(one.furniture) for one in found)
    yield "furniture in their jobs", str(left), "planted texts", "", "0", "PASS" if not left else "OVER"


def _batches() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        paths = batches.documents(Path(folder))
        # They take turns, and the best round of each counts: what else the machine does, does it to one of them.
        ones, twos, executors = zip(
            *(
                (
                    batches.pool_cpu(batches.PARSE, paths, 1),
                    batches.pool_cpu(batches.PARSE, paths, 2),
                    batches.executor_cpu(paths, 2),
                )
                for _round in range(3)
            ),
            strict=True,
        )
        one, two = (tuple(map(min, zip(*rounds, strict=True))) for rounds in (ones, twos))
        executor = min(executors)
    many = f"{len(paths)} documents"
    gain = one[1] / two[1]
    name = f"one worker, wall time: {_milliseconds(one[1])}"
    verdict = "PASS" if gain >= TWO else "UNDER"
    yield f"two workers, {many}", _milliseconds(two[1]), name, f"{gain:.2f}x", f"{TWO:g}x", verdict
    yield _compared(f"pool, {many}", two[0], "ProcessPoolExecutor", executor, POOL)
    yield from _shard()
    spent, _wall = batches.pool_cpu(batches.trivial, [""] * batches.TRIVIAL, 2)
    yield _limited("pool, a trivial document", spent / batches.TRIVIAL * 1000, "ms", TRIVIAL)
    yield _limited("resume, a finished document", batches.resume_cpu() * 1000, "ms", FINISHED)
    yield _limited(f"parent, {batches.INPUTS:,} inputs", batches.parent_memory(), "MB", MEMORY)


def _shard() -> Iterator[Row]:
    """The cost of a crawl: pages of a web archive, on one worker, to Parquet."""
    pages = [page.data for page in corpus()]
    size = sum(map(len, pages)) / len(pages)
    with TemporaryDirectory() as folder:
        batches.archive(Path(folder) / "pages.warc.gz", pages, PAGES)
        shard = Shard((f"{folder}/pages.warc.gz",), f"{folder}/records.parquet")
        spent = min(batches.shard_cpu(shard) for _round in range(2)) / PAGES
    yield "web archive to Parquet, a page", _milliseconds(spent), f"{PAGES} pages of {size / 1000:.0f} kB", "", "", ""


def _limited(what: str, spent: float, unit: str, limit: float) -> Row:
    return what, f"{spent:.3g} {unit}", "", "", f"{limit:g} {unit}", "PASS" if spent <= limit else "OVER"


if __name__ == "__main__":
    main()
