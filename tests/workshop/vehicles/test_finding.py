"""What a search asks of the database; what it finds is tested where the desk asks (`test_customer_cards.py`)."""

import pytest

from workshop.accounts.models import User
from workshop.vehicles.finding import MOST_WORDS, matching

A_WORD = 3
"""Names, emails with phones, and vehicles."""


@pytest.mark.parametrize("text", ["abc " * 25, "abc-" * 25, "a1-" * 33, "ab.cd@x " * 12])
def test_a_long_text_asks_no_more_than_six_words_do(text: str) -> None:
    asked = str(matching(User.objects.all(), text, None).query).count("@@")
    runs = MOST_WORDS * (MOST_WORDS + A_WORD)
    assert 0 < asked <= MOST_WORDS * A_WORD + runs
