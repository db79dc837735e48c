"""Addresses outside the API are pages of the front end."""

from pathlib import Path
from typing import Any

import pytest

from tests.door import Door


@pytest.fixture
def built(settings: Any, tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<!doctype html><title>Pitlane</title>")
    settings.FRONTEND_DIST = tmp_path
    return tmp_path


@pytest.mark.parametrize("path", ["/", "/desk/board", "/visit/1", "/apiary"])
def test_every_page_is_the_one_file_and_never_kept(built: Path, path: str) -> None:
    answer = Door().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"<title>Pitlane</title>" in answer.content
    assert answer["Cache-Control"] == "no-cache"
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_a_new_build_is_served_without_a_restart(built: Path) -> None:
    Door().get("/")
    (built / "index.html").write_text("<!doctype html><title>Newer</title>")
    assert b"Newer" in Door().get("/").content


@pytest.mark.parametrize("path", ["/api/nowhere", "/api", "/static/missing.js"])
def test_other_addresses_that_do_not_exist_are_not_pages(built: Path, path: str) -> None:
    assert Door().get(path).status_code == 404


def test_a_page_is_only_read(built: Path) -> None:
    assert Door().post("/", {}).status_code == 405


def test_without_a_build_one_sentence_says_what_to_do(settings: Any, tmp_path: Path) -> None:
    settings.FRONTEND_DIST = tmp_path / "nowhere"
    answer = Door().get("/")
    assert answer.status_code == 503
    assert "make run" in answer.content.decode()
