"""The samples checked: what the documents are written to show is told, and nothing else."""

from pathlib import Path

from jdparse.check.configurations import Configurations, Request
from jdparse.check.run import check, check_set
from jdparse.check.selection import Asked

SAMPLES = Path(__file__).parent.parent.parent / "samples"
TOLD = {
    ("bakery-shift-leader", "age-limit"),  # its form limits the age
    ("cold-store-technician", "masked-text"),  # its publisher masked the company
    ("hotel-vacancies", "age-limit"),  # it limits the age of one post,
    ("hotel-vacancies", "missing-field"),  # does not say what each of them does,
    ("hotel-vacancies", "unclassified-text"),  # and says something of all together
    ("signal-maintainer-page", "posting-differs"),  # its data for search engines is out of date
}


def _told(path: Path, error: Exception) -> tuple[str, int]:
    raise AssertionError(path) from error


def test_nothing_above_info_is_told_of_the_samples_but_what_they_show() -> None:
    configurations = Configurations(Request(Asked(lowest="warning"), no_config=True))
    done = list(check([SAMPLES], configurations, _told))
    found = [(file.path, finding) for file in done for finding in file.found]
    found += check_set(done, configurations)
    assert {(path.parent.name, finding.name) for path, finding in found} == TOLD
    assert len(done) == len(list(SAMPLES.glob("*/input.*"))) + len(list(SAMPLES.glob("*/record.*")))
