"""Whether the process runs, and whether it can work."""

import pytest

from tests.door import Door


def test_the_process_says_that_it_runs_without_asking_anybody() -> None:
    answer = Door().get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_it_is_ready_once_the_database_answers() -> None:
    assert Door().get("/readyz").status_code == 200
