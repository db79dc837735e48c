"""Make the roles and databases of the embedded cluster, and remember what each database was migrated to."""

from workshop.embedded.postgres import APPLICATION, OWNER, Postgres

# Every database is made from template1, so the default privileges set there reach the test databases too.
_NEW_ROLE = (
    "SELECT 'CREATE ROLE {0} LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{0}') \\gexec"
)
ROLES = f"""
{_NEW_ROLE.format(OWNER)}
{_NEW_ROLE.format(APPLICATION)}
ALTER ROLE {OWNER} NOSUPERUSER CREATEDB NOCREATEROLE;
ALTER ROLE {APPLICATION} NOSUPERUSER NOCREATEDB NOCREATEROLE;
\\connect template1
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE ON SEQUENCES TO {APPLICATION};
\\connect postgres
"""


def prepare(server: Postgres, *databases: str) -> None:
    """Make the two roles and the named databases, owned by the owner role, where they are missing."""
    wanted = "".join(
        f"SELECT 'CREATE DATABASE {name} OWNER {OWNER}' "
        f"WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{name}') \\gexec\n"
        for name in databases
    )
    server.run_sql(ROLES + wanted)


def read_mark(server: Postgres, database: str) -> str:
    """Return the mark kept with a database, an empty string when there is none."""
    query = f"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{database}';"
    return server.run_sql(query).strip()


def write_mark(server: Postgres, database: str, mark: str) -> None:
    """Keep a mark with a database; it lives and dies with it."""
    server.run_sql(f"COMMENT ON DATABASE {database} IS '{mark}';")
