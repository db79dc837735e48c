"""A centre with a register of a hundred thousand customers, each with a vehicle, and what a desk types to find them."""

from collections.abc import Iterator
from random import Random

import pgtrigger
import psycopg
from django.db import connection as ours

from bench.ours.house import House

FIRST = (
    "Aishwarya Balaji Chitra Deepak Ezhil Farida Gopal Harini Ilango Jaya Karthik Lakshmi Mohan Nandini Omana"
)
LAST = "Anand Babu Chandran Devi Ganesan Iyer Jain Krishnan Mani Nair Pillai Raman Selvam Thomas Venkatesh"
SEED = 7

PEOPLE = """
CREATE TEMPORARY TABLE entry AS
SELECT number, uuidv7() AS person, uuidv7() AS vehicle,
       split_part(%(first)s, ' ', 1 + number %% 15) AS first_name,
       split_part(%(last)s, ' ', 1 + number / 15 %% 15) AS last_name,
       '+9198' || lpad((number::bigint * 7919 %% 100000000)::text, 8, '0') AS phone,
       'TN' || lpad((number %% 99)::text, 2, '0') || 'AB' || lpad((number / 99)::text, 4, '0') AS plate
  FROM generate_series(1, %(count)s) AS number;
"""
ROWS = (
    """
    INSERT INTO accounts_user (id, created_at, updated_at, password, email, phone, is_active)
    SELECT person, now(), now(), '!', lower(first_name) || number || '@register.example', phone, true FROM entry
    """,
    """
    INSERT INTO centers_customerprofile (id, created_at, updated_at, user_id, first_name, last_name, address,
                                         preferred_channel, preferred_language)
    SELECT uuidv7(), now(), now(), person, first_name, last_name, '', 'email', 'en' FROM entry
    """,
    """
    INSERT INTO centers_patronage (id, created_at, updated_at, person_id, center_id, notes, version)
    SELECT uuidv7(), now(), now(), person, %s, '', 1 FROM entry
    """,
    """
    INSERT INTO vehicles_vehicle (id, created_at, updated_at, kind, vin, license_plate, plate_key, serial_number, make,
                                  model, battery_type, mileage, version)
    SELECT vehicle, now(), now(), 'ev', '', plate, plate, '', 'Tata', 'Nexon EV', '', 0, 1 FROM entry
    """,
    """
    INSERT INTO vehicles_vehicleownership (id, created_at, updated_at, vehicle_id, person_id, from_date)
    SELECT uuidv7(), now(), now(), vehicle, person, current_date FROM entry
    """,
    """
    INSERT INTO vehicles_vehicleatcenter (id, created_at, updated_at, vehicle_id, center_id)
    SELECT uuidv7(), now(), now(), vehicle, %s FROM entry
    """,
)


def fill_register(house: House, count: int) -> None:
    """Give a centre so many customers with a vehicle each, without a history of how they came."""
    with ours.cursor() as cursor:
        cursor.execute(PEOPLE, {"first": FIRST, "last": LAST, "count": count})
        with pgtrigger.ignore():
            for statement in ROWS:
                cursor.execute(statement, [house.center.id] * statement.count("%s"))


def entries(connection: psycopg.Connection[tuple[object, ...]], count: int) -> None:
    """Make the temporary table `entry` of so many people with their vehicles, the same each time."""
    connection.execute(
        psycopg.ClientCursor(connection).mogrify(PEOPLE, {"first": FIRST, "last": LAST, "count": count})
    )


def searches(count: int, of: int) -> Iterator[str]:
    """Yield what a desk types: a name's beginning, both, a phone number or its end, a plate as spoken, nobody."""
    draw = Random(SEED)
    for turn in range(count):
        number = draw.randrange(1, of + 1)
        first = FIRST.split()[number % 15].lower()
        last = LAST.split()[number // 15 % 15].lower()
        phone = f"98{number * 7919 % 100_000_000:08}"
        yield (
            first[:4],
            f"{first[:3]} {last[:3]}",
            phone,
            phone[-6:],
            f"TN {number % 99:02} AB {number // 99:04}",
            f"{first}{number}@register",
            f"{first} {number // 99:04}",
            "nobody of that name",
        )[turn % 8]
