"""What has expired is tidied up."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from tests.cast import Cast, actor, cast
from tests.door import somebody
from workshop.accounts import services
from workshop.accounts.models import Device, SignInSession, SocketTicket
from workshop.accounts.selectors import device_actor
from workshop.accounts.tasks import purge
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.kernel.clock import real_now

pytestmark = pytest.mark.django_db
PAST = timedelta(days=1)


def test_expired_sessions_end_and_say_so() -> None:
    old, live = (services.sign_in(actor=VISITOR, person=somebody(), kind="staff")[0] for _ in range(2))
    SignInSession.objects.filter(pk=old.pk).update(expires_at=real_now() - PAST)
    purge()
    ended = SignInSession.objects.get(ended_at__isnull=False)
    assert (ended.pk, ended.end_reason) == (old.pk, "expired")
    assert Event.objects.get(name="accounts.SessionEnded").data["session_id"] == str(old.pk)
    assert SignInSession.objects.get(pk=live.pk).ended_at is None


def test_tickets_and_codes_nobody_used_are_forgotten_and_paired_screens_stay() -> None:
    everybody: Cast = cast()
    device, _ = services.request_pairing(actor=VISITOR)
    services.pair_device(
        actor=actor(everybody.home.desk), code=device.code, center_id=everybody.home.center.id
    )
    services.request_pairing(actor=VISITOR)
    screen = device_actor(device.id)
    assert screen is not None
    services.issue_ticket(actor=screen)
    SocketTicket.objects.update(expires_at=real_now() - PAST)
    Device.objects.update(code_expires_at=real_now() - PAST)
    purge()
    assert not SocketTicket.objects.exists()
    assert Device.objects.get().pk == device.pk


def test_old_sign_in_attempts_are_forgotten() -> None:
    for age in (timedelta(0), PAST):
        attempt = AccessAttempt.objects.create(
            username=f"{age}", ip_address="203.0.113.7", user_agent="", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=real_now() - age)
    purge()
    assert AccessAttempt.objects.count() == 1
