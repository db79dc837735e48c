"""GET /api/customers/visits/{appointment}."""

from tests.api.conftest import As
from tests.api.working import start
from tests.cast import Cast, House, actor, appointment
from workshop.events.models import StreamHead
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet

VISITS = "/api/customers/visits"


def test_before_the_card_opens_it_is_the_appointment(as_: As, everybody: Cast, home: House) -> None:
    visit = appointment(home, everybody.customer)
    document = as_(everybody.customer).reads(f"{VISITS}/{visit.id}")
    assert document["topic"] == f"appointment.{visit.id}"
    assert document["job"] is None
    assert document["items"] == document["steps"] == document["holds"] == document["promises"] == []
    assert document["center"]["phone"] == "+914412345678"


def test_from_then_on_it_is_the_card_in_the_outside_words(
    as_: As, everybody: Cast, home: House, card: Sheet
) -> None:
    start(home, card)
    document = as_(everybody.customer).reads(f"{VISITS}/{card.job.appointment_id}")
    assert document["topic"] == f"job.{card.job.id}"
    assert document["seq"] == StreamHead.objects.get(stream=f"center:{home.center.id}").last
    assert document["job"]["outside_stage"] == "Service in progress"
    assert document["job"]["current"]["name"] == "Old brake fluid drained"
    assert document["steps"][0]["outside_status"] == "in_progress"
    assert document["steps"][0]["technician"]["name"] == "Tech"


def test_nothing_internal_is_in_it(as_: As, everybody: Cast, home: House, card: Sheet) -> None:
    start(home, card)
    secret = "Supplier is late again"
    jobs.pause_step(actor=actor(home.tech), step_id=card.steps[0].id, kind="parts", reason=secret)
    jobs.note_step(actor=actor(home.tech), step_id=card.steps[0].id, note=secret)
    document = as_(everybody.customer).reads(f"{VISITS}/{card.job.appointment_id}")
    assert secret not in str(document)
    assert document["holds"][0]["kind"] == "parts"
    assert document["job"]["window"]["reason"] == "We are waiting for a part."


def test_nobody_else_reads_it_here(as_: As, everybody: Cast, home: House, card: Sheet) -> None:
    path = f"{VISITS}/{card.job.appointment_id}"
    for user in (everybody.stranger, home.desk, home.tech, everybody.rival.desk, everybody.network):
        as_(user).refused(path, status=404, code="not_found", method="GET")
    as_(None).refused(path, status=401, code="not_signed_in", method="GET")
