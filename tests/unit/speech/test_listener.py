"""How far each side of a call is settled, and both."""

import numpy as np

from app.domain.timeline import Speaker, samples
from app.speech.listener import Listener
from app.speech.silero import FRAME
from tests.voiced.calls import Timeline, voice


def test_sound_that_may_yet_be_a_voice_holds_back_only_its_own_side() -> None:
    call = voice(Timeline.from_text("customer 0.5-3.5 / agent 4.0-7.0", duration=9.0)).sound
    hiss = np.random.default_rng(1).normal(0, 0.05, samples(2.0))
    call[-hiss.size :, 1] += hiss
    sound = (np.clip(call, -1, 1) * 32767).astype(np.int16)
    listener, held_back = Listener(customer=True), 0
    for at in range(0, len(sound), FRAME):
        heard = listener.feed(sound[at : at + FRAME, 0], sound[at : at + FRAME, 1])
        assert heard.activity.until == min(heard.settled.values())
        held_back = max(held_back, heard.settled[Speaker.AGENT] - heard.settled[Speaker.CUSTOMER])
    assert samples(0.3) < held_back <= samples(0.8)
    assert listener.finish().settled == dict.fromkeys(Speaker, len(sound))
