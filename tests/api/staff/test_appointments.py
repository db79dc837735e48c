"""/api/staff/appointments: the list of visits, filtered."""

from datetime import timedelta

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.api.working import make_ready, visit_path
from tests.cast import Cast, House, actor, appointment, customer
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment

APPOINTMENTS = "/api/staff/appointments"


class TestList:
    """GET, filtered."""

    def numbers(self, caller: Caller, query: str = "") -> list[str]:
        return [row["number"] for row in caller.reads(f"{APPOINTMENTS}?{query}")["results"]]

    def test_both_words_of_a_status_find_it(
        self, as_: As, home: House, booked: Appointment, card: Sheet
    ) -> None:
        desk = as_(home.desk)
        received = Appointment.objects.get(pk=card.job.appointment_id).number
        assert self.numbers(desk, "status=confirmed") == [booked.number]
        assert self.numbers(desk, "status=checked_in") == [received]
        assert self.numbers(desk, "status=in_progress") == [received]
        assert self.numbers(desk, "status=pending") == []
        assert self.numbers(desk, "status=ready_for_pickup") == []
        make_ready(home, card)
        assert self.numbers(desk, "status=ready_for_pickup") == [received]
        jobs.hand_over(actor=actor(home.desk), job_id=card.job.id, mileage_out=42000, override_reason="x")
        assert self.numbers(desk, "status=completed") == [received]
        scheduling.cancel(actor=actor(home.desk), appointment_id=booked.id)
        assert self.numbers(desk, "status=cancelled") == [booked.number]

    def test_they_are_found_by_customer_centre_vehicle_time_and_words(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        other = appointment(home, customer(home, "Asha"))
        desk = as_(home.desk)
        assert self.numbers(desk) == [other.number, booked.number]
        assert self.numbers(desk, f"customer={booked.customer_id}") == [booked.number]
        assert self.numbers(desk, f"vehicle={other.vehicle_id}") == [other.number]
        assert self.numbers(desk, f"center={home.center.id}&q=asha") == [other.number]
        assert self.numbers(desk, f"q={booked.number.lower()}") == [booked.number]
        between = (booked.scheduled_start + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert self.numbers(desk, f"from={between}") == [other.number]
        assert self.numbers(desk, f"to={between}") == [booked.number]

    def test_a_filter_that_makes_no_sense_names_the_field(self, as_: As, home: House) -> None:
        for query in ("status=lost", "center=here", "customer=1", "from=soon"):
            problem = as_(home.desk).refused(
                f"{APPOINTMENTS}?{query}", status=400, code="validation_failed", method="GET"
            )
            assert list(problem["fields"]) == [query.partition("=")[0]]

    def test_technicians_see_those_given_to_them_without_amounts(
        self, as_: As, home: House, booked: Appointment
    ) -> None:
        (row,) = as_(home.tech).reads(APPOINTMENTS)["results"]
        assert "total_amount" not in row
        assert row["allowed_actions"] == []
        assert self.numbers(as_(home.other_tech)) == []
        as_(home.tech).reads(visit_path(booked))
        as_(home.other_tech).refused(visit_path(booked), status=404, code="not_found", method="GET")

    def test_another_centres_desk_sees_none(self, as_: As, everybody: Cast, booked: Appointment) -> None:
        rival = as_(everybody.rival.desk)
        assert self.numbers(rival) == []
        rival.refused(visit_path(booked), status=404, code="not_found", method="GET")
