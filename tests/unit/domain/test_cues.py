"""Every live technique, shown and not shown, with the delivered content; and the order of the hints."""

import pytest

from app.domain.cues import most_useful
from app.domain.timeline import Cue, Speaker, samples
from tests.unit.domain.cue_scenario import coaching, play, rising

SHOWN = {
    "open-questions": dict(script="1 a: What happened after you pressed pay?\n6 c: It just went blank."),
    "paraphrase": dict(script="5 a: Let me make sure I have this, you paid on Monday."),
    "label-feeling": dict(script="5 a: That must be so frustrating for you."),
    "buy-time": dict(measured=((5, 12, {"loudness_db": 5.0, "pace_change": 0.2}),)),
    "facts-first": dict(script="5 a: That's impossible, the system shows it."),
    "future-focus": dict(script="5 a: Let's look at what we can do from here."),
    "understand-not-agree": dict(script="5 a: You're right, we always do this.", heated=True),
    "state-not-reject": dict(script="1 c: The letter came two weeks late.\n6 a: But we sent it in March."),
    "no-because": dict(
        script="1 c: Hello there my friend.\n5 a: No, we can't do that.\n9 c: Well that is that."
    ),
    "not-the-dead-end": dict(
        script="1 c: I want a refund please.\n5 a: We can't refund that, because the seal is broken."
    ),
    "no-unless": dict(script="5 a: It stays closed unless the bank releases the payment."),
    "respect": dict(script="5 a: You need to calm down now."),
    "stay-calm": dict(measured=((5, 10, {"loudness_db": 7.0}),)),
    "whole-story": dict(script="5 a: So the real issue is that nobody called you."),
    "plain-language": dict(script="5 a: There is a chargeback on it.", call_type="billing"),
    "confirm": dict(script="5 a: Thank you and goodbye now."),
    "own-the-resolution": dict(
        script="5 a: That department never tells anyone.\n10 c: That is no use at all."
    ),
    "next-steps": dict(script="5 a: I'll ring you back with an answer by tomorrow noon."),
    "keep-updated": dict(measured=rising("both_silent_s", 5, 37)),
    "escalate-well": dict(script="5 c: I want to speak to your supervisor."),
    "no-blame": dict(script="5 a: You should have read the letter."),
    "explain-enough": dict(measured=rising("monologue_s", 5, 52), call_type="complaint"),
    "stop-sign": dict(measured=rising("listener_quiet_s", 5, 37)),
    "learn-not-win": dict(measured=((5, 8, {"tug_of_war": 2.0}),)),
    "drive-down-drama": dict(script="5 a: Resolving this is important to me."),
    "build-confidence": dict(script="5 a: Here's what happens next, in order."),
    "outcome-not-process": dict(
        script="1 c: When will my line be back?\n5 a: It is in our process.\n12 c: That tells me nothing."
    ),
    "quick-impression": dict(script="0.5 a: Good morning, how can I help you today?"),
    "acknowledge": dict(
        script="5 a: What is your number please.\n20 c: Four two.", call_type="complaint", seconds=95
    ),
    "listen-fully": dict(measured=((5, 6.5, {"talking_over_s": 1.2}),)),
}

NOT_SHOWN = {
    "open-questions": dict(script="1 a: Did you press pay?\n6 c: Yes I did."),
    "paraphrase": dict(script="5 a: Let me make some tea before we start."),
    "label-feeling": dict(script="5 a: That must be the green one."),
    "buy-time": dict(measured=((5, 12, {"loudness_db": 5.0, "pace_change": 0.0}),)),
    "facts-first": dict(script="5 a: When did you notice it?\n9 c: Today.\n11 a: That's impossible, I fear."),
    "future-focus": dict(script="5 a: The letter left us in March."),
    "understand-not-agree": dict(script="5 a: You're right, we always do this.", heated=False),
    "state-not-reject": dict(
        script="1 c: The letter came two weeks late.\n6 a: It did, but it was sent in March."
    ),
    "no-because": dict(
        script="1 c: Hello there.\n5 a: We can't do that.\n7 a: Because the seal is broken.\n11 c: I see."
    ),
    "not-the-dead-end": dict(
        script="1 c: I want a refund please.\n5 a: I can send a new one. We can't refund it as it's open."
    ),
    "no-unless": dict(script="5 a: It stays closed for now."),
    "respect": dict(script="5 a: Thank you for your patience."),
    "stay-calm": dict(measured=((5, 7.5, {"loudness_db": 7.0}), (8, 40, {"loudness_db": 3.5}))),
    "whole-story": dict(script="5 a: So the letter is from March."),
    "plain-language": dict(script="5 a: There is a chargeback on it.", call_type="technical"),
    "confirm": dict(script="5 a: Just to recap, I send the form today."),
    "own-the-resolution": dict(
        script="5 a: They did not post it, so I will do it now.\n10 c: Thank you for that."
    ),
    "next-steps": dict(script="5 a: I'll ring you back with an answer."),
    "keep-updated": dict(measured=rising("both_silent_s", 5, 33)),
    "escalate-well": dict(script="5 c: I want to speak to my wife first."),
    "no-blame": dict(script="5 a: You should have received the letter."),
    "explain-enough": dict(measured=rising("monologue_s", 5, 48), call_type="complaint"),
    "stop-sign": dict(measured=rising("listener_quiet_s", 5, 33)),
    "learn-not-win": dict(measured=((5, 8, {"tug_of_war": 1.0}),)),
    "drive-down-drama": dict(script="5 a: Resolving this takes a while."),
    "build-confidence": dict(script="5 a: It will be somewhere in order."),
    "outcome-not-process": dict(
        script="1 c: When will my line be back?\n5 a: The process takes two days.\n12 c: That is good."
    ),
    "quick-impression": dict(script="12 a: Good morning, how can I help you today?"),
    "acknowledge": dict(
        script="5 a: I can see why that upset you.\n20 c: Four two.", call_type="complaint", seconds=95
    ),
    "listen-fully": dict(measured=((5, 6.5, {"talking_over_s": 0.9}),)),
}


def live() -> list[str]:
    return [technique.id for technique in coaching().techniques.values() if "L" in technique.marks]


def ids(cues: list[Cue]) -> list[str]:
    return [cue.id for cue in cues]


def test_each_live_technique_has_its_two_examples():
    assert set(SHOWN) == set(NOT_SHOWN) == set(live())


@pytest.mark.parametrize("technique", sorted(SHOWN))
def test_shown_where_it_should_be(technique):
    assert technique in ids(play(**SHOWN[technique]))


@pytest.mark.parametrize("technique", sorted(NOT_SHOWN))
def test_not_shown_where_it_should_not_be(technique):
    assert technique not in ids(play(**NOT_SHOWN[technique]))


def shown(technique: str, kind: str, **call: object) -> bool:
    return (technique, kind) in {(cue.id, cue.kind) for cue in play(**call)}


CLOSED = "\n".join(
    f"{5 * i} a: Is it the {w} one?\n{5 * i + 2} c: No." for i, w in enumerate(("red", "old", "new"))
)
BLAME = "\n".join(
    f"{20 * i} c: You told me last week it was sent.\n{20 * i + 10} a: You said so." for i in range(7)
)
EARLY = ((5, 7, {"answer_gap_s": 0.1}),)


@pytest.mark.parametrize(
    ("technique", "kind", "call", "expected"),
    [
        ("open-questions", "nudge", dict(script=CLOSED + "\n20 a: Do you have it?\n22 c: No."), True),
        ("open-questions", "nudge", dict(script=CLOSED), False),
        (
            "open-questions",
            "nudge",
            dict(script=CLOSED + "\n20 a: What is it?\n25 a: Do you have it?"),
            False,
        ),
        (
            "open-questions",
            "praise",
            dict(script="1 a: Hello, how can I help you?\n5 c: My line is dead."),
            False,
        ),
        ("paraphrase", "nudge", dict(script="5 a: Go on please.", call_type="complaint", seconds=185), True),
        ("paraphrase", "nudge", dict(script="5 a: Go on please.", call_type="complaint", seconds=175), False),
        ("paraphrase", "nudge", dict(script="5 a: Go on please.", call_type="technical", seconds=185), False),
        (
            "paraphrase",
            "nudge",
            dict(script="9 a: If I understand you, it broke.", call_type="complaint", seconds=185),
            False,
        ),
        (
            "acknowledge",
            "nudge",
            dict(script="5 a: Your name please.", call_type="complaint", seconds=85),
            False,
        ),
        ("acknowledge", "nudge", dict(script="5 a: Your name please.", call_type="sales", seconds=95), False),
        ("acknowledge", "nudge", dict(script="", call_type="complaint", seconds=95), False),
        ("future-focus", "nudge", dict(script=BLAME), True),
        ("future-focus", "nudge", dict(script=BLAME + "\n65 a: What would help from here?"), False),
        ("future-focus", "nudge", dict(script="\n".join(BLAME.splitlines()[:11])), False),
        ("listen-fully", "nudge", dict(measured=((5, 7, {"agent_interruptions_60s": 1.0}),)), True),
        ("listen-fully", "nudge", dict(measured=EARLY, heated=True), True),
        ("listen-fully", "nudge", dict(measured=EARLY, heated=False), False),
        ("listen-fully", "nudge", dict(measured=((5, 7, {"answer_gap_s": 0.3}),), heated=True), False),
        ("listen-fully", "nudge", dict(measured=((60, 75, {"over_band": 0.05}),)), True),
        ("listen-fully", "nudge", dict(measured=((60, 75, {"over_band": 0.01}),)), False),
        ("listen-fully", "nudge", dict(measured=((60, 65, {"over_band": 0.05}),)), False),
        (
            "explain-enough",
            "nudge",
            dict(measured=((60, 65, {"over_band": 0.05, "monologue_s": 20.0}),)),
            True,
        ),
        (
            "explain-enough",
            "nudge",
            dict(measured=rising("monologue_s", 5, 60), call_type="technical"),
            False,
        ),
        ("stay-calm", "nudge", dict(measured=((5, 26, {"pace_change": 0.3}),)), True),
        ("stay-calm", "nudge", dict(measured=((5, 24, {"pace_change": 0.3}),)), False),
        (
            "understand-not-agree",
            "nudge",
            dict(script="5 a: I agree.", heated=None, call_type="complaint"),
            True,
        ),
        (
            "understand-not-agree",
            "nudge",
            dict(script="5 a: I agree.", heated=None, call_type="technical"),
            False,
        ),
        ("understand-not-agree", "nudge", dict(script="5 a: I don't agree.", heated=True), False),
        ("no-because", "nudge", dict(script="5 a: we cannot do that", seconds=12), True),
        ("no-because", "nudge", dict(script="5 a: we can do that", seconds=12), False),
        ("no-because", "nudge", dict(script="5 a: that's not possible it's our policy", seconds=12), True),
        (
            "state-not-reject",
            "nudge",
            dict(script="1 c: it came two weeks late\n6 a: well actually we sent it"),
            True,
        ),
        ("state-not-reject", "nudge", dict(script="6 a: but first the date"), False),
        (
            "outcome-not-process",
            "nudge",
            dict(script="1 c: how long\n3 a: the department has it\n9 c: what is that"),
            True,
        ),
        (
            "outcome-not-process",
            "nudge",
            dict(script="1 c: so it broke\n3 a: the department has it\n9 c: what is that"),
            False,
        ),
        ("escalate-well", "offer", dict(script="5 c: get me the manager"), True),
        ("buy-time", "offer", dict(measured=((5, 12, {"loudness_db": 5.0, "pace_change": 0.2}),)), True),
    ],
)
def test_the_finer_print_of_a_rule(technique, kind, call, expected):
    assert shown(technique, kind, **call) is expected


def test_a_long_silence_is_named_twice_and_only_then():
    cues = [cue for cue in play(measured=rising("both_silent_s", 5, 200)) if cue.id == "keep-updated"]
    assert [round(cue.t / samples(1)) for cue in cues][:2] == [35, 65]
    assert [cue.evidence for cue in cues][:2] == ["both silent for 30 s", "both silent for 60 s"]
    assert len(cues) == 3  # one repeat is left, 90 s later


def test_evidence_is_what_was_heard_or_measured():
    (cue,) = play("5 a: You need to calm down now.", seconds=8)[:1]
    assert (cue.id, cue.kind, cue.evidence) == ("respect", "nudge", "calm down")
    (cue, *_) = play(measured=rising("monologue_s", 5, 52), call_type="complaint")
    assert cue.evidence == "you have spoken for 45 s"


def test_the_plain_word_is_in_the_hint():
    (cue, *_) = play("5 a: There is a chargeback on it.", call_type="billing")
    assert cue.text == "Plainer: “money back through your bank”"
    assert cue.evidence == "chargeback"


def test_without_a_transcript_no_hint_is_about_words():
    assert play(call_type="complaint", seconds=300) == []


def test_without_the_customer_the_agents_own_words_still_count():
    cues = play("5 a: we can't do that\n30 a: i will call you by tomorrow", call_type="refusal", heated=None)
    assert ids(cues)[:2] == ["no-because", "next-steps"]


def test_what_was_said_at_last_is_no_longer_asked_for():
    script = "5 a: Your name please.\n82 a: You need to calm down now.\n99 a: I can see why that hurt."
    assert "acknowledge" not in ids(play(script, call_type="complaint", seconds=120))


def test_a_recap_missing_is_told_only_in_the_summary():
    cues = play("5 a: Thank you and goodbye now.", seconds=100)
    assert [(cue.id, cue.t >= samples(100)) for cue in cues] == [("confirm", True)]


def test_every_cue_is_one_calm_line():
    for rule in coaching().rules:
        assert len(rule.text) <= 60
        assert not rule.text.lower().startswith(("you did", "you failed", "don't"))


def cue(t: float, name: str, kind: str = "nudge") -> Cue:
    return Cue(samples(t), name, kind, name, "")


def test_the_report_shows_what_came_most_and_one_praise():
    cues = [cue(1, "a"), cue(2, "p", "praise"), cue(3, "b"), cue(4, "b"), cue(5, "c"), cue(6, "q", "praise")]
    assert ids(most_useful(cues)) == ["a", "p", "b"]
    assert ids(most_useful(cues[:2] + cues[5:])) == ["a", "p", "q"]
    assert ids(most_useful([cue(1, "a"), cue(2, "b"), cue(3, "c"), cue(4, "d")])) == ["a", "b", "c"]
    assert most_useful([]) == []


def test_both_sides_are_told_apart():
    assert play("5 c: you should have read the letter", seconds=8) == []
    assert Speaker.AGENT.other is Speaker.CUSTOMER
