"""The applicant hears on `me` what became of the application; nobody else has that stream."""

import pytest

from realtime.projections.registry import frames
from realtime.topics import registry as topics
from tests.cast import actor, application, cast
from workshop.centers import services
from workshop.events.log import since

pytestmark = pytest.mark.django_db


def test_each_answer_is_told_to_who_applied() -> None:
    everybody = cast()
    center = application(everybody.customer, "Guindy Motors")
    network = actor(everybody.network)
    services.reject_center(actor=network, center_id=center.id, reason="No lift")
    services.apply_again(actor=actor(everybody.customer), center_id=center.id)
    services.approve_center(actor=network, center_id=center.id)
    topic = topics.read("me")
    assert topic is not None
    grant = topics.authorise(actor(everybody.customer), topic)
    assert grant is not None
    told = [
        frame
        for event in since(grant.stream, 0) or ()
        for frame in frames(event, grant.audience, topic)
        if frame.type == "application:status_updated"
    ]
    cards = [frame.data["application"] for frame in told]
    assert [card["status"] for card in cards] == ["applied", "rejected", "applied", "approved"]
    assert [card["rejected_reason"] for card in cards] == ["", "No lift", "", ""]
    assert [frame.version for frame in told] == [1, 2, 3, 4]
    assert cards[-1]["code"] == "GUIN"
