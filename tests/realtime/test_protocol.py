"""What a browser may say, read without ever failing; what we say, framed as RFC 6455 wants it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

from realtime import protocol
from realtime.protocol import Ack, Authenticate, Refusal, Subscribe, Text, Unsubscribe, parse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(["type", "topic", "since", "ticket", "frames", "extra"])
TYPES = st.sampled_from(["authenticate", "subscribe", "unsubscribe", "ack", "chat:typing", ""])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type":"authenticate","ticket":null}', Authenticate(None)),
        ('{"type":"authenticate"}', Authenticate(None)),
        ('{"type":"authenticate","ticket":"t"}', Authenticate("t")),
        ('{"type":"subscribe","topic":"me"}', Subscribe("me", None)),
        ('{"type":"subscribe","topic":"me","since":0}', Subscribe("me", 0)),
        ('{"type":"unsubscribe","topic":"me"}', Unsubscribe("me")),
        ('{"type":"ack","frames":50}', Ack(50)),
    ],
)
def test_each_message_is_understood(text: str, message: protocol.Message) -> None:
    assert parse(text) == message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ("[1]", "not_json"),
        ("null", "not_json"),
        ("[" * 5000, "not_json"),
        ("{}", "unknown_type"),
        ('{"type":["ack"]}', "unknown_type"),
        ('{"type":"chat:typing","topic":"chat.1"}', "unknown_type"),
        ('{"type":"authenticate","ticket":7}', "invalid_field"),
        ('{"type":"authenticate","ticket":"t","token":"t"}', "unknown_field"),
        ('{"type":"subscribe"}', "invalid_field"),
        ('{"type":"subscribe","topic":""}', "invalid_field"),
        ('{"type":"subscribe","topic":"me","since":-1}', "invalid_field"),
        ('{"type":"subscribe","topic":"me","since":true}', "invalid_field"),
        ('{"type":"subscribe","topic":"me","since":1.0}', "invalid_field"),
        ('{"type":"subscribe","topic":"me","since":9223372036854775808}', "invalid_field"),
        ('{"type":"subscribe","topic":"me","since":99999999999999999999999}', "invalid_field"),
        ('{"type":"ack"}', "invalid_field"),
        ('{"type":"ack","frames":0}', "invalid_field"),
    ],
)
def test_bad_message_is_refused_with_its_code(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse(text)
    assert refusal.value.code == code
    assert refusal.value.detail


@given(st.text() | JSON.map(json.dumps) | st.dictionaries(NAMES, JSON | TYPES).map(json.dumps))
def test_anything_else_is_a_refusal_and_never_a_failure(text: str) -> None:
    try:
        heard: object = parse(text)
    except Refusal as refusal:
        heard = protocol.error(refusal.code, refusal.detail, refusal.topic)
    assert isinstance(heard, Authenticate | Subscribe | Unsubscribe | Ack | Text)


@pytest.mark.parametrize("size", [0, 100, 125, 126, 200, 65535, 65536, 70000])
def test_text_is_one_whole_unmasked_frame(size: int) -> None:
    text = Text({"t": "x" * size})
    reader = StreamReader()
    reader.feed_data(text.frame)
    reader.feed_eof()
    parsing = Frame.parse(reader.read_exact, mask=False)
    with pytest.raises(StopIteration) as done:
        next(parsing)
    frame = done.value.value
    assert (frame.opcode, frame.fin, bytes(frame.data)) == (Opcode.TEXT, True, text.payload)
    assert reader.at_eof
