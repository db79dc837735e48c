"""Files become part of something, by their uploader alone and within bounds."""

from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError

from tests.crowd import at_once
from tests.pictures import saved
from workshop.files.models import StoredFile
from workshop.files.selectors import attached_to
from workshop.files.services import attach, delete_file, store_image
from workshop.kernel.actor import SYSTEM, VISITOR, Actor
from workshop.kernel.errors import Conflict, Invalid, NotFound

HERE = f"appointment:{uuid4()}"
ELSEWHERE = f"appointment:{uuid4()}"
PICTURE = saved()
pytestmark = pytest.mark.usefixtures("uploads")


def files(actor: Actor, count: int, visitor_key: str = "") -> list[UUID]:
    return [
        store_image(actor=actor, visitor_key=visitor_key, upload=BytesIO(PICTURE)).id for _ in range(count)
    ]


def refused(actor: Actor, file_ids: list[UUID], code: str, *, subject: str = HERE, key: str = "") -> None:
    before = list(StoredFile.objects.order_by("id").values())
    with pytest.raises(Invalid) as refusal:
        attach(actor=actor, visitor_key=key, file_ids=file_ids, subject=subject)
    assert refusal.value.code == code
    assert refusal.value.next
    assert refusal.value.fields["file_ids"]
    assert list(StoredFile.objects.order_by("id").values()) == before


def test_they_keep_the_order_in_which_they_were_named(anita: Actor) -> None:
    ids = files(anita, 3)
    wanted = [ids[2], ids[0], ids[1]]
    given = attach(actor=anita, file_ids=wanted, subject=HERE)
    assert [file.id for file in given] == wanted == [file.id for file in attached_to(HERE)]


def test_later_ones_follow_and_a_repetition_changes_nothing(anita: Actor) -> None:
    first, second, third = files(anita, 3)
    attach(actor=anita, file_ids=[second], subject=HERE)
    attach(actor=anita, file_ids=[first, second, first], subject=HERE)
    attach(actor=anita, file_ids=[third, second], subject=HERE)
    assert [file.id for file in attached_to(HERE)] == [second, first, third]


def test_nothing_is_attached_to_two_things(anita: Actor) -> None:
    ids = files(anita, 2)
    attach(actor=anita, file_ids=ids[:1], subject=ELSEWHERE)
    refused(anita, ids, "files_not_found")


def test_another_persons_files_are_not_found(anita: Actor, ravi: Actor) -> None:
    ids = files(anita, 1)
    for stranger in (ravi, SYSTEM, VISITOR):
        refused(stranger, ids, "files_not_found", key="" if stranger is not VISITOR else str(anita.id))
    refused(anita, [*ids, *files(ravi, 1)], "files_not_found")


def test_another_browsers_files_are_not_found(anita: Actor) -> None:
    ids = files(VISITOR, 1, "browser")
    for key in ("", "Browser", "another"):
        refused(VISITOR, ids, "files_not_found", key=key)
        refused(anita, ids, "files_not_found", key=key)


def test_who_makes_an_account_on_the_way_keeps_what_the_browser_uploaded(anita: Actor) -> None:
    ids = [*files(VISITOR, 1, "browser"), *files(anita, 1)]
    given = attach(actor=anita, visitor_key="browser", file_ids=ids, subject=HERE)
    assert [file.id for file in given] == ids


def test_six_are_the_most_and_a_seventh_changes_nothing(anita: Actor) -> None:
    ids = files(anita, 7)
    refused(anita, ids, "too_many_files")
    attach(actor=anita, file_ids=ids[:6], subject=HERE)
    refused(anita, ids[6:], "too_many_files")
    attach(actor=anita, file_ids=ids[6:], subject=HERE, most=7)
    assert attached_to(HERE).count() == 7


def test_a_file_that_never_was_is_not_found(anita: Actor) -> None:
    refused(anita, [uuid4()], "files_not_found")


@pytest.mark.usefixtures("committed")
def test_rivals_attach_no_more_than_the_most() -> None:
    """Each counts what it sees; the constraint on the places refuses who did not see the other."""
    ids = files(SYSTEM, 8)
    outcomes = at_once(lambda id: attach(actor=SYSTEM, file_ids=[id], subject=HERE, most=3), ids)
    lost = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert all(isinstance(error, IntegrityError | Invalid) for error in lost)
    places = [file.position for file in attached_to(HERE)]
    assert places == list(range(1, len(ids) - len(lost) + 1))
    assert 1 <= len(places) <= 3


def test_who_uploaded_a_file_takes_it_back(anita: Actor) -> None:
    (id,) = files(anita, 1)
    delete_file(actor=anita, file_id=id)
    assert StoredFile.objects.get(pk=id).deleted_at
    refused(anita, [id], "files_not_found")
    with pytest.raises(NotFound):
        delete_file(actor=anita, file_id=id)


def test_nobody_takes_back_what_others_uploaded(anita: Actor, ravi: Actor) -> None:
    (id,) = files(anita, 1)
    (theirs,) = files(VISITOR, 1, "browser")
    for stranger, key in ((ravi, ""), (VISITOR, "another"), (VISITOR, ""), (SYSTEM, "")):
        for wanted in (id, theirs):
            with pytest.raises(NotFound):
                delete_file(actor=stranger, visitor_key=key, file_id=wanted)
    assert not StoredFile.objects.filter(deleted_at__isnull=False).exists()


def test_what_was_sent_stays(anita: Actor) -> None:
    (id,) = files(anita, 1)
    attach(actor=anita, file_ids=[id], subject=HERE)
    with pytest.raises(Conflict) as refusal:
        delete_file(actor=anita, file_id=id)
    assert refusal.value.code == "file_attached"
    assert attached_to(HERE).count() == 1
