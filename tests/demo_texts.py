"""What is said and written in the demo journal: short calls by type, and what an agent notes of them."""

from app.domain.timeline import Speaker

A, C = Speaker.AGENT, Speaker.CUSTOMER

ELSEWHERE = {
    "note": "On my own phone, from the car park: the parcel had gone to a neighbour.",
    "went_well": "I said first what I would do, and then asked for the address.",
    "next_time": "Have the order open before I ring back.",
}
"""What is noted of a call that the journal has not."""

TALKS: dict[str, tuple[tuple[Speaker, str], ...]] = {
    "complaint": (
        (A, "Good morning, thank you for calling. How can I help you today?"),
        (C, "The washing machine you repaired on Monday is leaking again, and now the floor is wet."),
        (A, "That must be really tiresome, on top of the first repair."),
        (C, "It is. I took a day off for that visit, and nobody told me it might come back."),
        (A, "So what I'm hearing is that the leak matters less than not being told. Is that right?"),
        (C, "Yes, exactly. I just want to know what happens now."),
        (A, "Here's what happens next: I'll book a technician, and I'll call you back tomorrow before noon."),
        (C, "And if it leaks again after that?"),
        (A, "Then we replace the valve at no cost. I'll put that into your order now."),
        (C, "All right. Thank you for listening."),
    ),
    "billing": (
        (A, "Hello, you're through to billing. What can I do for you?"),
        (C, "I have been charged twice for the same month."),
        (A, "Let me look at that with you. Which of the two invoices came first?"),
        (C, "The one at the beginning of the month, the other came nine days later."),
        (
            A,
            "I can see both. The second one is for the change of your plan, which should have been a credit.",
        ),
        (C, "So it was your mistake."),
        (A, "I understand why it looks that way. I'll send you the corrected invoice by Friday."),
        (C, "Good. And the money?"),
        (A, "It will be back within three to five days."),
    ),
    "technical": (
        (A, "Good afternoon, technical help. What is happening at your end?"),
        (C, "The connection drops every evening, always at around eight."),
        (A, "Tell me a bit more: does the light on the box change when it drops?"),
        (C, "It turns orange for a minute and then comes back."),
        (A, "First I'll check the line from here, then we look at the box together."),
        (C, "Last time they made me restart it six times."),
        (A, "We won't do that again. I can see the line drops its speed at that hour."),
        (C, "How long will it take to fix?"),
        (A, "Two to three days. I'll keep you updated and call on Thursday either way."),
    ),
    "refusal": (
        (A, "Hello, how can I help?"),
        (C, "I want to return the coat. It has been six weeks, I know."),
        (A, "Thank you for saying that straight away. What is wrong with it?"),
        (C, "The lining has come apart. I hardly wore it."),
        (A, "After thirty days we can't take it back, because it can't be sold again."),
        (C, "That isn't fair. It was not cheap."),
        (A, "I can see why that stings. What I can do is to have the lining mended, free of charge."),
        (C, "Well, that would be something."),
        (A, "I'll send you the label today, and you'll have it back within ten days."),
    ),
    "general": (
        (A, "Good morning, how can I help you?"),
        (C, "I'm moving next month and want to take my contract along."),
        (A, "Congratulations. From when will you be at the new address?"),
        (C, "From the first of the month."),
        (A, "To confirm: the old address until the last day, the new one from the first."),
        (C, "Yes. Do I have to do anything?"),
        (A, "No. I'll send you the confirmation in writing by Wednesday."),
    ),
    "sales": (
        (A, "Hello, thank you for calling. What are you looking for?"),
        (C, "My plan is too small, I run out of it in the third week."),
        (A, "How do you mostly use it?"),
        (C, "Mostly films on the train."),
        (A, "Then the next size would do. It costs four a month more, and you can step down again."),
        (C, "That sounds all right. Can I think about it?"),
        (A, "Of course. I'll send you both in one mail today, so you can compare."),
    ),
}
"""By type of call: who says what, in turn."""

PURPOSES = {
    "complaint": "They know what happens next, and believe it",
    "billing": "The invoice is right, and they see why",
    "technical": "It works again, or they know when",
    "refusal": "A clear no, with something they can do",
    "general": "Settled in one call",
    "sales": "The plan that fits, even if it is the smaller one",
}

HOT_BUTTONS = (
    ("being told I don't care", 5),
    ("when they talk over me", 4),
    ("asking for a supervisor at once", 2),
    ("hearing the same thing a third time", 2),
)
"""What is pushed, and how often one is among the others."""

WENT_WELL = (
    "I waited for the end of the story before I looked anything up.",
    "Said back what I had heard, and they said: exactly.",
    "Kept my voice low when theirs went up.",
    "Gave a range straight away, and they relaxed.",
    "The no came with what would change it.",
    "Asked one open question and got the whole picture.",
    "Found the one thing I could truly feel with.",
)

NEXT_TIME = (
    "Count to two before I answer.",
    "Ask first, explain second.",
    "Begin with what I can do.",
    "Say when I will call back, with a time.",
    "Leave out the part about the procedure.",
    "Breathe before I pick up.",
)

CAUSES = (
    "Two invoices go out when a plan is changed in the middle of a month",
    "Nobody tells customers that the part has to be ordered",
    "The confirmation mail has no date in it",
)

TAGS = ("angry", "refund", "repeat caller", "technician", "invoice", "moving", "good ending")

USED = ("paraphrase", "open-questions", "label-feeling", "no-unless", "next-steps", "listen-fully", "confirm")

PROMISES = {
    "complaint": ("Call back about the repair", 1),
    "billing": ("Send the corrected invoice", 3),
    "technical": ("Call about the line, fixed or not", 2),
    "refusal": ("Send the label for the repair of the lining", 1),
    "general": ("Send the confirmation in writing", 2),
    "sales": ("Send both plans in one mail", 1),
}
"""By type of call: what was promised, and the days until it is due."""
