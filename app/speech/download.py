"""The one module that opens a network connection: it fetches a model's ZIP that the user asked for.

Nothing of the user goes out but the request itself: no cookies, no data, no name but the product's. The
modules that can open a connection are imported where one is made, so that nothing else ever loads them.
"""

import ipaddress
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urljoin, urlsplit

from app import __version__, policy
from app.errors import KnownError
from app.language import tr
from app.seal import NO_DOWNLOAD, sealed
from app.speech import faults, room
from app.speech.catalogue import Offer
from app.speech.manifest import file_hash
from app.speech.part import Part
from app.speech.watch import UNWATCHED, Stage, Stopped, Watch

if TYPE_CHECKING:
    from http.client import HTTPResponse

LARGEST = 4 * 1024**3
"""Bytes of a download at most; the largest official model has 2.3 GB."""

_PATIENCE_S = 20.0
"""Seconds without a byte after which the server is taken for gone."""

_WITH_FILES = 4
"""How many times its ZIP a model needs on the disk, with the files that come out of it."""

_LOOK_EVERY_S = 0.2
_HOPS = 5
_CHUNK = 1 << 18
_ZIP = b"PK\3\4"
_MOVED = (301, 302, 303, 307, 308)
_AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where systems keep whom they trust (Debian, Fedora, SUSE, others): a frozen program knows one of them."""


def host(url: str) -> str:
    """Give the host that a download from this address would begin at, to be named before it does.

    Raises KnownError for an address that nothing is fetched from (only https, or http on this computer).
    """
    return str(_checked(url).hostname)


def check_allowed() -> None:
    """Raise KnownError if the organisation's policy, or the seal, keeps downloads from being made."""
    if not policy.current().downloads:
        raise KnownError(
            tr(
                "Downloads are switched off by your organisation; "
                "install the model from a ZIP file or folder, or ask your administrator."
            )
        )
    if sealed():
        raise KnownError(tr(NO_DOWNLOAD))


def fetch(offer: Offer, folder: Path, watch: Watch = UNWATCHED) -> Path:
    """Fetch the offer's ZIP into `folder` and give its path, complete and with the right hash.

    What is there from a download that broke off is gone on with. Raises KnownError with one sentence for
    whatever goes wrong, Stopped, OSError where `folder` can't be written; the partial file stays where going
    on makes sense. `watch.cancelled` is asked from a thread of its own, too.
    """
    check_allowed()
    watch.stage(Stage.DOWNLOADING)
    part = Part(folder / f"{offer.name}.zip", offer)
    for _ in range(2):
        if _continued(part, watch):
            break
        part.drop()  # what was there does not fit to what the server has now: once more, from the start
    else:
        raise faults.odd(host(offer.url))
    if offer.sha256 is not None:
        watch.stage(Stage.CHECKING)
        if file_hash(part.file, watch) != offer.sha256:
            part.drop()
            raise KnownError(
                tr(
                    "What {host} sent is not the model {name}: its SHA-256 is another, so it was not kept. "
                    "Try again later, or get the ZIP file another way.",
                    host=host(offer.url),
                    name=offer.name,
                )
            )
    return part.file


def _continued(part: Part, watch: Watch) -> bool:
    """Fetch what is missing; False where what is there can't be gone on with."""
    if part.done and part.done == part.size:
        return True
    headers = {}
    if part.done:
        headers["Range"] = f"bytes={part.done}-"
        if part.validator:
            headers["If-Range"] = part.validator
    with _opened(part.offer.url, headers, watch) as (response, server):
        status = response.status
        if status in (206, 416) and part.done:
            if status == 416 or not _follows(response, part):
                return False
        elif status == 200:
            _begin(part, response, server)
        else:
            raise faults.refusal(status, server, part.offer)
        _receive(part, response, server, watch)
    return True


def _follows(response: "HTTPResponse", part: Part) -> bool:
    """Say whether the answer goes on where the partial file ends (RFC 9110, 14.4)."""
    unit, _, rest = (response.getheader("content-range") or "").partition(" ")
    span, _, size = rest.partition("/")
    whole = size == "*" or part.size is None or size == str(part.size)
    tag = response.getheader("etag")
    other = tag is not None and (part.validator or "").startswith('"') and tag != part.validator
    return unit == "bytes" and whole and not other and span.split("-")[0] == str(part.done)


def _begin(part: Part, response: "HTTPResponse", server: str) -> None:
    """Begin anew with what the server announces. Raises KnownError where that can't be the model."""
    if "html" in (response.getheader("content-type") or ""):
        part.drop()
        raise faults.page(server)
    told = response.getheader("content-length") or ""
    size = int(told) if told.isdecimal() else None
    if size is not None and part.offer.bytes not in (None, size):
        part.drop()
        raise faults.wrong_file(server, part.offer)
    if size is not None and size > LARGEST:
        part.drop()
        raise faults.too_large(server)
    room.check(part.file.parent, _WITH_FILES * (size or part.offer.size or 0))
    tag = response.getheader("etag")
    validator = response.getheader("last-modified") if tag is None or tag.startswith("W/") else tag
    part.begin(validator, size or part.offer.bytes)


def _receive(part: Part, response: "HTTPResponse", server: str, watch: Watch) -> None:
    """Write what comes, up to the size that was announced, or LARGEST."""
    try:
        with part.file.open("ab") as file:
            while True:
                chunk = _read(response, part, server, watch)
                if not chunk:
                    break
                if not part.done and not chunk.startswith(_ZIP[: len(chunk)]):
                    raise faults.wrong_file(server, part.offer)
                part.done += len(chunk)
                if part.size is not None and part.done > part.size:
                    raise faults.wrong_file(server, part.offer)
                if part.done > LARGEST:
                    raise faults.too_large(server)
                file.write(chunk)
                watch.reach(part.done, part.size)
    except Stopped:
        raise
    except KnownError as wrong:
        if not isinstance(wrong, faults.BrokeOff):
            part.drop()
        raise
    except OSError:  # the disk: it gets its room back
        part.drop()
        raise
    if part.size is not None and part.done < part.size:
        raise faults.broke_off(part.done, server)
    part.size = part.done


def _read(response: "HTTPResponse", part: Part, server: str, watch: Watch) -> bytes:
    """Give what comes next, b"" at the end. Raises KnownError, Stopped."""
    from http.client import HTTPException

    try:
        chunk = response.read1(_CHUNK)
    except (OSError, HTTPException, ValueError) as error:  # the last where another thread closed it
        watch.check()
        raise faults.broke_off(part.done, server) from error
    if not chunk:
        watch.check()
    return chunk


@contextmanager
def _opened(url: str, headers: Mapping[str, str], watch: Watch) -> "Iterator[tuple[HTTPResponse, str]]":
    """Give the answer to a request, redirects followed, and the host that gave it."""
    hosts = {host(url)}
    for _ in range(_HOPS + 1):
        response = _asked(url, headers)
        with response, _ended_when_cancelled(response, watch):
            if response.status not in _MOVED:
                yield response, host(url)
                return
            server, url = host(url), _moved(url, response.getheader("location") or "")
        if host(url) not in hosts and not watch.goes_on(host(url)):
            raise KnownError(
                tr(
                    "{host} sends on to another place, {other}, so nothing was downloaded; "
                    "give that address yourself if you trust it.",
                    host=server,
                    other=host(url),
                )
            )
        hosts.add(host(url))
    raise KnownError(
        tr("{host} sends on and on without end, so nothing was downloaded; try again later.", host=server)
    )


def _asked(url: str, headers: Mapping[str, str]) -> "HTTPResponse":
    """Send one request and give its answer, whatever it is. Raises KnownError."""
    import ssl
    from http.client import HTTPException
    from urllib import request

    server = host(url)
    handlers: list[request.BaseHandler] = [request.HTTPSHandler(context=_trust()), request.HTTPHandler()]
    if not _on_this_computer(urlsplit(url)):
        handlers.append(request.ProxyHandler())
    opener = request.OpenerDirector()  # bare: no redirects, cookies, files or other schemes of its own
    for handler in handlers:
        opener.add_handler(handler)
    opener.addheaders = [
        ("user-agent", f"Evenkeel/{__version__}"),
        ("accept-encoding", "identity"),
    ]
    try:
        response: HTTPResponse = opener.open(request.Request(url, headers=dict(headers)), timeout=_PATIENCE_S)
        return response
    except (OSError, HTTPException) as error:
        # urllib hides what happened in the reason of its own error.
        cause = getattr(error, "reason", error)
        if isinstance(cause, ssl.SSLError):
            raise faults.untrusted(server) from error
        raise faults.unreachable(server, cause) from error


def _trust() -> Any:
    """Give what a server must prove itself by: the system's authorities, wherever it keeps them."""
    import ssl

    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not known.cafile and not known.capath:
        for place in _AUTHORITIES:
            with suppress(OSError):
                context.load_verify_locations(place)
                break
    return context


@contextmanager
def _ended_when_cancelled(response: "HTTPResponse", watch: Watch) -> Iterator[None]:
    """End the connection when the user cancels, however long the server lets us wait."""
    import socket

    over = threading.Event()
    connection: Any = getattr(getattr(response.fp, "raw", None), "_sock", None)

    def look() -> None:
        while not over.wait(_LOOK_EVERY_S):
            if watch.cancelled():
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
                return

    looking = threading.Thread(target=look, name="download-cancel", daemon=True)
    if connection is not None:
        looking.start()
    try:
        yield
    finally:
        over.set()
        if connection is not None:
            looking.join()


def _checked(url: str) -> SplitResult:
    """Give an address's parts. Raises KnownError where nothing may be fetched from it."""
    try:
        parts = urlsplit(url)
        fits = bool(parts.hostname) and parts.username is None and parts.port != 0
        fits = fits and " " not in url and url.isascii() and url.isprintable()
        (parts.hostname or "").encode("idna")  # what is no host's name is found out here, not midway
    except ValueError:
        fits = False
    if not fits or not (parts.scheme == "https" or (parts.scheme == "http" and _on_this_computer(parts))):
        raise KnownError(
            tr(
                "Nothing is downloaded from {url}: the address has to begin with https:// and "
                "may hold no password, no space and no letter but a to z.",
                url=url,
            )
        )
    return parts


def _moved(before: str, location: str) -> str:
    """Give where a server sends on to. Raises KnownError where nothing is fetched from it."""
    url, fits = "", False
    with suppress(KnownError, ValueError):
        url = urljoin(before, location)
        fits = not _on_this_computer(_checked(url)) or _on_this_computer(_checked(before))
    if not fits:
        raise KnownError(
            tr(
                "{host} sends on to an address that is not safe to follow, so nothing was downloaded; "
                "get the ZIP file another way.",
                host=host(before),
            )
        )
    return url


def _on_this_computer(parts: SplitResult) -> bool:
    try:
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.hostname == "localhost"
