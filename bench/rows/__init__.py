"""The rows of the table, a file each, in the order they are shown."""

from bench.rows import (
    answers,
    booking_crowd,
    booking_rivals,
    customer_search,
    deliveries,
    fan_out,
    free_slots,
    idle_sockets,
    job_list,
    one_appointment,
    sockets_opened,
    step_writes,
    tap_to_screens,
    vehicle_history,
)

ROWS = (
    fan_out.ROW,
    deliveries.ROW,
    tap_to_screens.ROW,
    answers.ROW,
    step_writes.ROW,
    job_list.ROW,
    booking_rivals.ROW,
    booking_crowd.ROW,
    free_slots.ROW,
    one_appointment.ROW,
    vehicle_history.ROW,
    idle_sockets.ROW,
    sockets_opened.ROW,
    customer_search.ROW,
)
