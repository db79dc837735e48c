"""Migrations stay quick: every operation of its own draws up nearly all models anew."""

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

MOST = 3


def test_the_operations_of_a_migration_go_together() -> None:
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("workshop.")}
    migrations = MigrationLoader(None).disk_migrations
    assert migrations is not None
    alone = [
        f"{app}.{name}: {len(migration.operations)}"
        for (app, name), migration in migrations.items()
        if app in ours and len(migration.operations) > MOST
    ]
    assert alone == [], "put these into a workshop.kernel.together.Together"
