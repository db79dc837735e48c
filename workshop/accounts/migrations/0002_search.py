"""What people are found by: words at their beginning, numbers and plates at any place, without accents and case.

PostgreSQL's own text search does this without an extension: a GIN index over lexemes answers for a beginning. The two
functions say what the lexemes of a text are; `workshop/vehicles/finding.py` asks in the same terms.
"""

import workshop.kernel.together
from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION search_folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT
RETURN translate(normalize(
    regexp_replace(normalize(lower($1), NFKD), '[\u0300-\u036f]', '', 'g'), NFC), 'đøł', 'dol');

CREATE FUNCTION search_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(array_remove(
    regexp_split_to_array(coalesce(search_folded($1), ''), '[][\s.,;:@/\\|&!<>*()''"_+-]+'), ''));

CREATE FUNCTION search_endings(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT array_to_tsvector(coalesce(array_agg(DISTINCT substr(plain, place)), '{}'))
          FROM (SELECT regexp_replace(coalesce(search_folded($1), ''), '[^[:alnum:]]', '', 'g') AS plain) AS said,
               generate_series(1, greatest(length(plain) - 1, 0)) AS place);
"""
NO_FUNCTIONS = """
DROP FUNCTION search_endings(text);
DROP FUNCTION search_words(text);
DROP FUNCTION search_folded(text);
"""
INDEX = """
CREATE INDEX user_by_words ON accounts_user USING gin ((search_words(email) || search_endings(phone)))
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        workshop.kernel.together.Together([
            migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
            migrations.RunSQL(INDEX, "DROP INDEX user_by_words"),
        ]),
    ]
