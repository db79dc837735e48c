"""What must be true of a workshop after any fault."""

from .clients import Crowd
from .plant import Plant, until

OVERLAPS = """
SELECT count(*) FROM scheduling_resourcebooking a JOIN scheduling_resourcebooking b
    ON a.resource_id = b.resource_id AND a.id < b.id AND a.period && b.period
 WHERE a.state = 'active' AND b.state = 'active'
"""
GAPS = """
SELECT h.stream, h.last, count(e.number), min(e.number), max(e.number)
  FROM events_streamhead h LEFT JOIN events_event e ON e.stream = h.stream
 GROUP BY h.stream, h.last HAVING h.last <> count(e.number) OR h.last <> coalesce(max(e.number), 0)
"""
HALF_BOOKED = """
SELECT count(*) FROM scheduling_appointment a
 WHERE (SELECT count(*) FROM scheduling_resourcebooking b WHERE b.appointment_id = a.id AND b.state = 'active') <> 2
"""
UNTOLD = """
SELECT count(*) FROM scheduling_appointment a
 WHERE (SELECT count(*) FROM events_event e WHERE e.subject = 'appointment:' || a.id
           AND e.name = 'scheduling.AppointmentBooked') <> 1
"""
OWED = """
SELECT (SELECT count(*) FROM events_reactionrun WHERE state <> 'done')
     + (SELECT count(*) FROM events_streamhead WHERE relayed < last)
"""

LEFT = """
SELECT reaction, state, count(*), max(tries), max(error) FROM events_reactionrun WHERE state <> 'done' GROUP BY 1, 2
"""


def check(plant: Plant, crowd: Crowd) -> None:
    """Compare what the clients were told with what the database holds."""
    verdicts = crowd.verdicts()
    assert verdicts["unknown"] == 0, f"some wishes never got an answer: {verdicts}"
    assert set(verdicts) <= {"ok", "slot_taken", "vehicle_busy"}, verdicts
    granted = [wish.answer["appointment"]["id"] for wish in crowd.wishes if "appointment" in wish.answer]
    kept = [str(id) for (id,) in plant.ask("SELECT id FROM scheduling_appointment")]
    assert len(granted) == len(set(granted)), "two wishes got one booking"
    assert sorted(granted) == sorted(kept), "a booking was lost, or made for nobody"
    assert plant.value(OVERLAPS) == 0
    assert plant.value(HALF_BOOKED) == 0
    assert plant.value(UNTOLD) == 0
    assert plant.ask(GAPS) == []


def work_is_done(plant: Plant, crowd: Crowd) -> float:
    """Wait until everything that was accepted is done; return the seconds it took."""
    asked = sum("forgot" in wish.path for wish in crowd.wishes)
    assert asked, "nobody asked for a link, so nothing was left to do"
    seconds = until(
        lambda: plant.value(OWED) == 0,
        why=lambda: f"accepted work was not done within a minute; left: {plant.ask(LEFT)}",
    )
    done = "SELECT count(*) FROM events_reactionrun WHERE reaction = 'accounts.mail_reset_link' AND state = 'done'"
    assert plant.value(done) > 0
    return seconds
