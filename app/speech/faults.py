"""What is said when a download does not come to its end: one sentence each, with what helps."""

from app.errors import KnownError
from app.language import tr
from app.speech import room
from app.speech.catalogue import Offer


class BrokeOff(KnownError):
    """The connection ended too early; the partial file is worth keeping."""


def refusal(status: int, server: str, offer: Offer) -> KnownError:
    """Give the sentence for an answer that is neither the file nor a way to it."""
    if status in (404, 410):
        return KnownError(
            tr(
                "{host} has no {name} any more (it answered {status}); choose another model.",
                host=server,
                name=offer.name,
                status=status,
            )
        )
    if status in (401, 403, 407, 451):
        return KnownError(
            tr(
                "{host} does not give {name} to this computer (it answered {status}); "
                "ask your administrator, or get the ZIP file another way.",
                host=server,
                name=offer.name,
                status=status,
            )
        )
    if status == 429 or status >= 500:
        return KnownError(
            tr(
                "{host} can't answer at the moment (it answered {status}); try again later.",
                host=server,
                status=status,
            )
        )
    return odd(server)


def odd(server: str) -> KnownError:
    """Give the sentence for an answer that makes no sense here."""
    return KnownError(
        tr(
            "{host} answered in a way that no download is made of; try again later, "
            "or get the ZIP file another way.",
            host=server,
        )
    )


def unreachable(server: str, cause: object) -> KnownError:
    """Give the sentence for a server that nothing comes from; `cause` is what was raised."""
    if isinstance(cause, TimeoutError):
        return KnownError(tr("{host} does not answer; try again later.", host=server))
    reason = getattr(cause, "strerror", None) or type(cause).__name__
    return KnownError(
        tr(
            "{host} can't be reached ({reason}); connect this computer to the network, "
            "or install the model from a ZIP file.",
            host=server,
            reason=reason,
        )
    )


def untrusted(server: str) -> KnownError:
    """Give the sentence for a server that can't prove who it is."""
    return KnownError(
        tr(
            "{host} can't prove who it is (its certificate is not trusted), so nothing was downloaded; "
            "check this computer's date, or ask your administrator.",
            host=server,
        )
    )


def broke_off(done: int, server: str) -> KnownError:
    """Give the sentence for a connection that ended after `done` bytes."""
    return BrokeOff(
        tr(
            "The connection to {host} broke off after {done}, which are kept; "
            "install it again to go on from there.",
            host=server,
            done=room.size(done),
        )
    )


def page(server: str) -> KnownError:
    """Give the sentence for a web page in place of the file."""
    return KnownError(
        tr(
            "{host} sent a web page instead of the ZIP file; open the address in a browser to see what "
            "it says, and install the ZIP file that you get there.",
            host=server,
        )
    )


def wrong_file(server: str, offer: Offer) -> KnownError:
    """Give the sentence for what is not the file that was meant."""
    return KnownError(
        tr(
            "What {host} sent is not the model {name}: its size or kind is another; nothing was installed. "
            "Try again later, or get the ZIP file another way.",
            host=server,
            name=offer.name,
        )
    )


def too_large(server: str) -> KnownError:
    """Give the sentence for what no model can be."""
    return KnownError(
        tr(
            "What {host} sends is larger than any speech model, so it was not kept; "
            "give the address of a model's ZIP file.",
            host=server,
        )
    )
