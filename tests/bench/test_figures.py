"""The arithmetic of the bench: a wrong percentile or a wrong verdict would make every figure worthless."""

import pytest

from bench.figures import Figure, Owed, medians, percentile, ratio_of, times_the_peer
from bench.table import markdown


@pytest.mark.parametrize(
    ("share", "expected"), [(0.5, 50), (0.99, 99), (0.01, 1), (1.0, 100)], ids=["half", "p99", "p1", "all"]
)
def test_percentile_is_the_smallest_sample_that_enough_samples_do_not_exceed(share: float, expected: int):
    assert percentile(list(range(100, 0, -1)), share) == expected


def test_percentile_of_few_samples_is_one_of_them():
    assert percentile([3.0], 0.99) == 3.0
    assert percentile([1.0, 2.0], 0.99) == 2.0


def test_medians_are_taken_figure_by_figure():
    runs = [{"a": 1.0, "b": 9.0}, {"a": 3.0, "b": 7.0}, {"a": 2.0, "b": 8.0}]
    assert medians(runs) == {"a": 2.0, "b": 8.0}


@pytest.mark.parametrize(
    ("owed", "value", "kept"),
    [
        (Owed("", at_most=30), 29.0, True),
        (Owed("", at_most=30), 31.0, False),
        (Owed("", at_most=0), 0.0, True),
        (times_the_peer("x", at_most=1.3), 1.3, True),
        (times_the_peer("x", at_most=1.3), 1.31, False),
        (times_the_peer("x", at_least=0.5), 0.5, True),
        (times_the_peer("x", at_least=0.5), 0.49, False),
    ],
)
def test_a_bound_is_kept_or_broken(owed: Owed, value: float, kept: bool):
    assert owed.met(value) is kept


def test_a_ratio_is_taken_run_by_run_so_that_a_machine_that_slows_down_does_not_count():
    ours, peers = [2.0, 4.0, 4.0], [1.0, 1.0, 2.0]
    assert ratio_of(ours, peers) == 2.0


def test_there_is_no_ratio_to_what_was_not_measured_or_is_nothing():
    assert ratio_of([1.0], []) is None
    assert ratio_of([1.0], [0.0]) is None


def test_table_shows_the_ratio_and_says_plainly_what_is_behind():
    figures = [
        Figure("list", "a list", "ms", times_the_peer("list", at_most=1.0)),
        Figure("rate", "writes", "/s", times_the_peer("rate", at_least=0.5)),
        Figure("unmeasured", "nothing", "ms"),
    ]
    table = markdown(
        figures, {"peer": {"list": [2.0], "rate": [1000.0]}, "pitlane": {"list": [3.0], "rate": [1234.0]}}
    )
    assert table.splitlines()[2:] == [
        "| a list, ms |  | 2.00 | 3.00 | 1.50 x | 1 x the peer | **behind** |",
        "| writes, /s |  | 1,000 | 1,234 | 1.23 x | 0.5 x the peer | kept |",
    ]


def test_table_of_a_long_past_owes_that_nothing_grows():
    figures = [
        Figure("list", "a list", "ms", times_the_peer("list", at_most=1.0)),
        Figure("rate", "writes", "/s"),
    ]
    table = markdown(
        figures, {"pitlane": {"list": [10.0], "rate": [100.0]}, "tenfold": {"list": [12.5], "rate": [90.0]}}
    )
    assert table.splitlines() == [
        "| work | Pitlane | over ten times the past | ratio | owed |  |",
        "|---|---|---|---|---|---|",
        "| a list, ms | 10.0 | 12.5 | 1.25 x | 1.2 x | **behind** |",
        "| writes, /s | 100 | 90.0 | 0.90 x | 0.83 x | kept |",
    ]
