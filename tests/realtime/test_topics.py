"""One topic has one name."""

from uuid import UUID, uuid4

import pytest

from realtime.topics import registry
from workshop.kernel.actor import VISITOR

ID = UUID("019a9d2e-7d53-7cc0-8d7b-0d9c7a4b2c11")


def test_topic_is_read_with_its_kind_and_ids() -> None:
    technician = uuid4()
    topic = registry.read(f"center.{ID}.queue.{technician}")
    assert topic is not None
    assert (topic.kind, topic.ids) == ("center.queue", (ID, technician))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "job",
        "job.",
        "job.7",
        f"job.{ID}.",
        f"job.{ID}.x",
        f"job.{str(ID).upper()}",
        f"job.{ID.hex}",
        f"job.{{{ID}}}",
        f"job.urn:uuid:{ID}",
        f"Job.{ID}",
        f"center.{ID}.kitchen",
        "me.me",
        "job.٠19a9d2e-7d53-7cc0-8d7b-0d9c7a4b2c11",
    ],
)
def test_no_other_spelling_is_a_topic(name: str) -> None:
    assert registry.read(name) is None


def test_own_topic_is_a_persons_only() -> None:
    topic = registry.read("me")
    assert topic is not None
    assert registry.authorise(VISITOR, topic) is None
