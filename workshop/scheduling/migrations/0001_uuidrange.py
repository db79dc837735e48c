"""A range of UUIDs lets an exclusion constraint compare resources with `&&`, without any extension."""

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(
            "CREATE TYPE uuidrange AS RANGE (subtype = uuid)", reverse_sql="DROP TYPE uuidrange"
        )
    ]
