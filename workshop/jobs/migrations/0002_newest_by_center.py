"""The list of a centre's cards, newest first, reads only the page it shows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="jobcard",
            index=models.Index(fields=["center", "-received_at", "-id"], name="jobcard_newest_by_center"),
        ),
    ]
