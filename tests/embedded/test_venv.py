"""The environment is built once, whole or not at all, and says in a sentence why not."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from workshop.embedded import venv
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal


def write_wheel(folder: Path, words: str = "VALUE = 1\n") -> Path:
    """Make a small package that needs nothing."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", words)
        wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr(
            "tiny-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        wheel.writestr("tiny-1.0.dist-info/RECORD", "tiny.py,,\n")
    return path


def lock(checkout: Places, wheel: Path, digest: str | None = None) -> None:
    """Write the requirements that lock a wheel."""
    digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    (checkout.checkout / "requirements" / "runtime.txt").write_text(f"{wheel} --hash=sha256:{digest}\n")


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")


def test_it_is_built_once_and_again_when_the_lock_changes(checkout: Places) -> None:
    lock(checkout, write_wheel(checkout.checkout))
    venv.ensure(checkout)
    assert list(checkout.venv.glob("lib/*/site-packages/tiny.py"))
    built = (checkout.venv / venv.STAMP).stat().st_mtime_ns
    venv.ensure(checkout)
    assert (checkout.venv / venv.STAMP).stat().st_mtime_ns == built

    requirements = checkout.checkout / "requirements" / "runtime.txt"
    requirements.write_text(requirements.read_text() + "\n")
    venv.ensure(checkout)
    assert (checkout.venv / venv.STAMP).stat().st_mtime_ns != built


def test_one_whose_making_was_killed_is_made_anew(checkout: Places) -> None:
    lock(checkout, write_wheel(checkout.checkout))
    venv.ensure(checkout)
    leftover = checkout.venv / "leftover"
    leftover.touch()
    venv.write_stamp(checkout, {**venv.read_stamp(checkout), "building": "runtime"})
    venv.ensure(checkout)
    assert not leftover.exists()
    assert "building" not in venv.read_stamp(checkout)


def test_one_without_a_working_interpreter_is_made_anew(checkout: Places) -> None:
    lock(checkout, write_wheel(checkout.checkout))
    venv.ensure(checkout)
    (checkout.venv / "bin" / "python").unlink()
    venv.ensure(checkout)
    assert checkout.python.exists()


def test_a_wheel_that_is_not_the_locked_one_is_refused(checkout: Places) -> None:
    wheel = write_wheel(checkout.checkout)
    lock(checkout, wheel, "0" * 64)
    with pytest.raises(Refusal, match="not the one this project locked"):
        venv.ensure(checkout)
    lock(checkout, wheel)
    venv.ensure(checkout)
    assert list(checkout.venv.glob("lib/*/site-packages/tiny.py"))


def test_a_wheel_that_is_cut_short_is_refused(checkout: Places) -> None:
    wheel = write_wheel(checkout.checkout)
    wheel.write_bytes(wheel.read_bytes()[:200])
    lock(checkout, wheel)
    with pytest.raises(Refusal, match="wheel is broken"):
        venv.ensure(checkout)


def test_the_development_lock_holds_the_runtime_lock(places: Places) -> None:
    def pins(name: str) -> set[str]:
        lines = (places.checkout / "requirements" / name).read_text().splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and not line.startswith(" ")}

    assert pins("runtime.txt") <= pins("dev.txt")


def test_no_lock_names_a_host(places: Places) -> None:
    for path in (places.checkout / "requirements").iterdir():
        assert "://" not in path.read_text(), path
