"""The environment is built once, whole or not at all, and says in a sentence why not."""

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop.embedded import venv
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

pytestmark = pytest.mark.xdist_group("venv")


def write_wheel(folder: Path, version: str = "1.0") -> Path:
    """Make a small package that needs nothing."""
    path, about = folder / f"tiny-{version}-py3-none-any.whl", f"tiny-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", f"VALUE = {version}\n")
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n")
        wheel.writestr(
            f"{about}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        wheel.writestr(f"{about}/RECORD", "tiny.py,,\n")
    return path


def lock(checkout: Places, wheel: Path, digest: str | None = None) -> None:
    """Write the requirements that lock a wheel."""
    digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
    (checkout.checkout / "requirements" / "runtime.txt").write_text(f"{wheel} --hash=sha256:{digest}\n")


@pytest.fixture(scope="module")
def shared() -> Iterator[Places]:
    """A checkout whose environment the tests build upon in turn: making one takes many seconds."""
    folder = Path(tempfile.mkdtemp(prefix="pitlane-venv-"))
    (folder / "var" / "log").mkdir(parents=True)
    (folder / "requirements").mkdir()
    yield Places(folder, folder / "var", folder / "var")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def built(shared: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A checkout with an environment of one package, whatever the test before left."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    lock(shared, write_wheel(shared.checkout))
    venv.ensure(shared)
    return shared


def test_it_is_built_once_and_again_when_the_lock_changes(built: Places) -> None:
    assert list(built.venv.glob("lib/*/site-packages/tiny.py"))
    stamp = (built.venv / venv.STAMP).stat().st_mtime_ns
    venv.ensure(built)
    assert (built.venv / venv.STAMP).stat().st_mtime_ns == stamp

    requirements = built.checkout / "requirements" / "runtime.txt"
    requirements.write_text(requirements.read_text() + "\n")
    venv.ensure(built)
    assert (built.venv / venv.STAMP).stat().st_mtime_ns != stamp


def test_one_whose_making_was_killed_is_made_anew(built: Places) -> None:
    leftover = built.venv / "leftover"
    leftover.touch()
    venv.write_stamp(built, {**venv.read_stamp(built), "building": "runtime"})
    venv.ensure(built)
    assert not leftover.exists()
    assert "building" not in venv.read_stamp(built)


def test_one_without_a_working_interpreter_is_made_anew(built: Places) -> None:
    (built.venv / "bin" / "python").unlink()
    venv.ensure(built)
    assert built.python.exists()


def test_a_wheel_that_is_not_the_locked_one_is_refused(built: Places) -> None:
    wheel = write_wheel(built.checkout, "2.0")
    lock(built, wheel, "0" * 64)
    with pytest.raises(Refusal, match="not the one this project locked"):
        venv.ensure(built)
    lock(built, wheel)
    venv.ensure(built)
    (installed,) = built.venv.glob("lib/*/site-packages/tiny.py")
    assert installed.read_text() == "VALUE = 2.0\n"


def test_a_wheel_that_is_cut_short_is_refused(built: Places) -> None:
    wheel = write_wheel(built.checkout)
    wheel.write_bytes(wheel.read_bytes()[:200])
    lock(built, wheel)
    with pytest.raises(Refusal, match="wheel is broken"):
        venv.ensure(built)


def test_the_development_lock_holds_the_runtime_lock(places: Places) -> None:
    def pins(name: str) -> set[str]:
        lines = (places.checkout / "requirements" / name).read_text().splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and not line.startswith(" ")}

    assert pins("runtime.txt") <= pins("dev.txt")


def test_no_lock_names_a_host(places: Places) -> None:
    for path in (places.checkout / "requirements").iterdir():
        assert "://" not in path.read_text(), path
