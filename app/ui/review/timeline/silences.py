"""Where nobody spoke, as far as it is certain."""

from app.domain.silence import non_talk
from app.domain.timeline import Speaker, Stretch
from app.ui.review.shown import Shown


def silences(shown: Shown) -> tuple[Stretch, ...]:
    """Give where nobody spoke; none where the customer's side is not known.

    While a call is still heard, only what lies before the end of both sides' last spurts: after it one that
    is not over yet may have been there all the time.
    """
    report = shown.report
    if report.measures.customer_talk_s is None:
        return ()
    if shown.done:
        return non_talk(report.spurts, shown.until)
    ends = (max((each.end for each in report.spurts if each.speaker is who), default=0) for who in Speaker)
    certain = min(ends)
    return tuple(each for each in non_talk(report.spurts, certain) if each.end <= certain)
