"""The same in a bucket that speaks S3, over a socket."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.pictures import saved
from workshop.files import storage
from workshop.files.models import StoredFile
from workshop.files.services import store_image, sweep
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound, Unavailable
from workshop.settings.files import uploads as configured

BUCKET = "pitlane-test"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Run a server that answers as S3 does; return its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let uploads lie in an empty bucket, named by the environment; return it."""
    said = {"ENDPOINT": server, "REGION": "ap-south-1", "ACCESS_KEY": "test", "SECRET_KEY": "test"}
    for name, value in {"BUCKET": BUCKET, **said}.items():
        monkeypatch.setenv(f"UPLOADS_{name}", value)
    settings.STORAGES = {**settings.STORAGES, "uploads": configured()}
    resource = boto3.resource(
        "s3",
        endpoint_url=server,
        region_name=said["REGION"],
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    made = resource.Bucket(BUCKET)
    made.create(CreateBucketConfiguration={"LocationConstraint": said["REGION"]})
    yield made
    made.objects.all().delete()
    made.delete()


def keys(bucket: Any) -> set[str]:
    return {found.key for found in bucket.objects.all()}


def test_bytes_go_there_and_come_back(bucket: Any, anita: Actor) -> None:
    file = store_image(actor=anita, upload=BytesIO(saved()))
    assert keys(bucket) == {file.storage_name, file.thumbnail_name}
    content = storage.read(file.storage_name)
    assert len(content) == file.bytes
    assert content == bucket.Object(file.storage_name).get()["Body"].read()


def test_what_is_not_there_is_not_found(bucket: Any) -> None:
    with pytest.raises(NotFound):
        storage.read("nothing.jpg")


def test_the_sweep_takes_files_and_orphans(bucket: Any, anita: Actor) -> None:
    store_image(actor=anita, upload=BytesIO(saved()))
    storage.put(b"x", "jpg")
    assert sweep() == {"files": 0, "orphans": 0}
    assert sweep(at=real_now() + timedelta(hours=25)) == {"files": 1, "orphans": 1}
    assert keys(bucket) == set()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("wrong", [{"UPLOADS_BUCKET": "another"}, {"UPLOADS_ENDPOINT": "http://127.0.0.1:9"}])
def test_a_bucket_that_does_not_answer_is_told(
    wrong: dict[str, str], bucket: Any, anita: Actor, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    settings.STORAGES = {**settings.STORAGES, "uploads": configured()}
    with pytest.raises(Unavailable) as refused:
        store_image(actor=anita, upload=BytesIO(saved()))
    assert refused.value.code == "storage_unavailable"
    assert not StoredFile.objects.exists()
