"""Vehicles are found by any part of their plate, VIN or serial number."""

from django.db import migrations

INDEX = """
CREATE INDEX vehicle_by_words ON vehicles_vehicle
 USING gin ((search_endings(plate_key) || search_endings(vin) || search_endings(serial_number)))
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_search"), ("vehicles", "0001_initial")]

    operations = [migrations.RunSQL(INDEX, "DROP INDEX vehicle_by_words")]
