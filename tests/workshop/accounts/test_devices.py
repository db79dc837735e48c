"""A wall screen is paired by a code and may only look."""

from datetime import timedelta

import pytest
import time_machine

from tests.cast import Cast, actor, cast
from workshop.accounts import selectors, services
from workshop.accounts.services.devices import ALPHABET
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_the_desk_pairs_the_screen_that_shows_the_code(everybody: Cast) -> None:
    center = everybody.home.center.id
    device, token = services.request_pairing(actor=VISITOR)
    assert len(device.code) == 6
    assert set(device.code) <= set(ALPHABET)
    assert selectors.device_actor(device.id) is None

    services.pair_device(
        actor=actor(everybody.home.desk), code=f" {device.code.lower()} ", center_id=center, name="Bay wall"
    )

    screen = selectors.device_actor(selectors.device_id(token))
    assert screen is not None
    assert (screen.kind, screen.name, screen.scopes) == ("device", "Bay wall", {f"floor:{center}"})
    assert screen.roles == ()
    assert Event.objects.get(name="accounts.DevicePaired").stream == f"device:{device.id}"


def test_a_code_is_used_once(everybody: Cast) -> None:
    device, _ = services.request_pairing(actor=VISITOR)
    desk, center = actor(everybody.home.desk), everybody.home.center.id
    services.pair_device(actor=desk, code=device.code, center_id=center)
    with pytest.raises(NotFound) as refusal:
        services.pair_device(actor=desk, code=device.code, center_id=center)
    assert refusal.value.code == "code_unknown"


def test_a_code_is_shown_for_ten_minutes(everybody: Cast) -> None:
    device, _ = services.request_pairing(actor=VISITOR)
    with time_machine.travel(real_now() + timedelta(minutes=11)), pytest.raises(NotFound):
        services.pair_device(
            actor=actor(everybody.home.desk), code=device.code, center_id=everybody.home.center.id
        )


def test_an_empty_code_pairs_nothing(everybody: Cast) -> None:
    device, _ = services.request_pairing(actor=VISITOR)
    desk, center = actor(everybody.home.desk), everybody.home.center.id
    services.pair_device(actor=desk, code=device.code, center_id=center)
    for nothing in ("", "   "):
        with pytest.raises(NotFound):
            services.pair_device(actor=desk, code=nothing, center_id=center)


def test_nobody_pairs_a_screen_with_a_centre_whose_desk_they_are_not_at(everybody: Cast) -> None:
    device, _ = services.request_pairing(actor=VISITOR)
    strangers = [everybody.rival.desk, everybody.rival.admin, everybody.home.tech, everybody.customer]
    for user in strangers:
        with pytest.raises(Forbidden):
            services.pair_device(actor=actor(user), code=device.code, center_id=everybody.home.center.id)
    assert selectors.device_actor(device.id) is None


def test_a_revoked_screen_sees_nothing_and_only_its_own_desk_revokes_it(everybody: Cast) -> None:
    device, _ = services.request_pairing(actor=VISITOR)
    desk = actor(everybody.home.desk)
    services.pair_device(actor=desk, code=device.code, center_id=everybody.home.center.id)
    with pytest.raises(NotFound):
        services.revoke_device(actor=actor(everybody.rival.admin), device_id=device.id)
    assert selectors.device_actor(device.id)
    services.revoke_device(actor=desk, device_id=device.id)
    assert selectors.device_actor(device.id) is None
    assert Event.objects.get(name="accounts.DeviceRevoked").data == {"device_id": str(device.id)}


def test_the_code_enters_no_history() -> None:
    device, _ = services.request_pairing(actor=VISITOR)
    assert not any(device.code == value for value in device.history.values().get().values())
