"""What `make run` says once it is up."""

import pytest

from workshop.embedded import signins


def test_who_runs_a_workshop_of_their_own_reads_where_to_sign_in_and_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    signins.show_way_on("http://localhost:8192")
    said = capsys.readouterr().out
    assert "http://localhost:8192/sign-in as the administrator you named" in said
    assert "http://localhost:8192/admin/centre" in said
    assert "http://localhost:8192/book" in said
