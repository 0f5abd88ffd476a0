"""A download against a real server on this computer: what goes wrong is one sentence, and a break goes on."""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import run
from threading import Event

import pytest

from app import policy
from app.errors import KnownError
from app.speech import download
from app.speech.catalogue import Offer
from app.speech.watch import Stage, Stopped, Watch
from tests.model_server import Answer, Handler, ModelServer, breaking_off, sending_on, serving, status, whole

CONTENT = b"PK\3\4" + bytes(range(256)) * 4000
SUM = hashlib.sha256(CONTENT).hexdigest()
NAME = "vosk-model-small-en-us-0.15"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving(CONTENT) as running:
        yield running


def offer(server: ModelServer, **fields: object) -> Offer:
    made = Offer(NAME, "vosk", "en", server.url(f"{NAME}.zip"), "Apache-2.0")
    return replace(made, **fields)  # type: ignore[arg-type]


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_fetched_compared_and_given(server: ModelServer, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    stages: list[Stage] = []
    watch = Watch(progress=lambda *reached: told.append(reached), stage=stages.append)
    file = download.fetch(offer(server, sha256=SUM, bytes=len(CONTENT)), tmp_path, watch)
    assert file.read_bytes() == CONTENT and file.name == f"{NAME}.zip"
    assert stages == [Stage.DOWNLOADING, Stage.CHECKING]
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_the_request_tells_nothing_but_the_product(server: ModelServer, tmp_path: Path) -> None:
    download.fetch(offer(server), tmp_path)
    ((path, headers),) = server.asked
    assert path == f"/{NAME}.zip"
    assert set(headers) == {"Host", "User-Agent", "Accept-Encoding", "Connection"}
    assert headers["User-Agent"].startswith("Evenkeel/") and len(headers["User-Agent"]) < 20


@pytest.mark.parametrize("known", [{}, {"sha256": SUM}, {"sha256": SUM, "bytes": len(CONTENT)}])
def test_a_download_that_broke_off_goes_on(
    server: ModelServer, tmp_path: Path, known: dict[str, object]
) -> None:
    server.answer = breaking_off(300_000)
    with pytest.raises(KnownError, match=r"broke off after 300 kB, which are kept"):
        download.fetch(offer(server, **known), tmp_path)
    server.answer = whole
    assert download.fetch(offer(server, **known), tmp_path).read_bytes() == CONTENT
    assert server.asked[1][1]["Range"] == "bytes=300000-"
    assert server.asked[1][1]["If-Range"] == '"v1"'


def test_what_has_changed_on_the_server_is_fetched_anew(server: ModelServer, tmp_path: Path) -> None:
    server.answer = breaking_off(300_000)
    with pytest.raises(KnownError):
        download.fetch(offer(server), tmp_path)
    server.content = CONTENT[::-1].replace(CONTENT[::-1][:4], b"PK\3\4", 1)
    server.answer = lambda handler, content: whole(handler, content, '"v2"')
    assert download.fetch(offer(server), tmp_path).read_bytes() == server.content


def test_a_server_that_does_not_go_on_begins_anew(server: ModelServer, tmp_path: Path) -> None:
    server.answer = breaking_off(300_000)
    with pytest.raises(KnownError):
        download.fetch(offer(server), tmp_path)
    server.answer = breaking_off(len(CONTENT))  # the whole of it, whatever was asked for
    assert download.fetch(offer(server), tmp_path).read_bytes() == CONTENT


def test_an_answer_for_another_place_is_not_glued_on(server: ModelServer, tmp_path: Path) -> None:
    server.answer = breaking_off(300_000)
    with pytest.raises(KnownError):
        download.fetch(offer(server), tmp_path)

    def elsewhere(handler: Handler, content: bytes) -> None:
        if "Range" not in handler.headers:
            return whole(handler, content)
        handler.begin(206, Content_Length=4, Content_Range=f"bytes 0-3/{len(content)}")
        handler.wfile.write(content[:4])

    server.answer = elsewhere
    assert download.fetch(offer(server), tmp_path).read_bytes() == CONTENT


def test_a_part_of_another_content_is_not_glued_on(server: ModelServer, tmp_path: Path) -> None:
    server.answer = breaking_off(300_000)
    with pytest.raises(KnownError):
        download.fetch(offer(server), tmp_path)
    server.content = CONTENT[:300_000] + bytes(len(CONTENT) - 300_000)

    def heedless(handler: Handler, content: bytes) -> None:
        del handler.headers["If-Range"]
        whole(handler, content, '"v2"')

    server.answer = heedless
    assert download.fetch(offer(server), tmp_path).read_bytes() == server.content
    assert ["Range" in headers for _, headers in server.asked] == [False, True, False]


def test_without_a_validator_or_a_hash_nothing_is_glued_together(server: ModelServer, tmp_path: Path) -> None:
    def unnamed(handler: Handler, content: bytes) -> None:
        handler.begin(200, Content_Length=len(content))
        handler.wfile.write(content[:1000] if len(server.asked) == 1 else content)

    server.answer = unnamed
    with pytest.raises(KnownError):
        download.fetch(offer(server), tmp_path)
    assert download.fetch(offer(server), tmp_path).read_bytes() == CONTENT
    assert "Range" not in server.asked[1][1]


def longer(handler: Handler, content: bytes) -> None:
    handler.begin(200)
    handler.wfile.write(content + b"more")


def gzipped(handler: Handler, content: bytes) -> None:
    handler.begin(200, Content_Length=4, Content_Encoding="gzip")
    handler.wfile.write(b"\x1f\x8b\x08\0")


def page(handler: Handler, content: bytes) -> None:
    handler.begin(200, Content_Type="text/html; charset=utf-8", Content_Length=15)
    handler.wfile.write(b"<html>no</html>")


def torn_pieces(handler: Handler, content: bytes) -> None:
    handler.begin(200, Transfer_Encoding="chunked")
    handler.wfile.write(b"ffff\r\n" + content[:100])


def nonsense(handler: Handler, content: bytes) -> None:
    handler.wfile.write(b"nothing of the kind\r\n\r\n")


def announced(size: object) -> Answer:
    def answer(handler: Handler, content: bytes) -> None:
        handler.begin(200, Content_Length=size)
        handler.wfile.write(content)

    return answer


WRONG: dict[str, tuple[Answer, str]] = {
    "another file": (lambda handler, content: whole(handler, content[:-1] + b"?"), "SHA-256 is another"),
    "a shorter file than is known": (announced(1000), "its size or kind is another"),
    "a longer file than is known": (announced(len(CONTENT) + 1000), "its size or kind is another"),
    "more than it may be, unannounced": (longer, "its size or kind is another"),
    "more than any model": (announced(2**40), "its size or kind is another"),
    "a web page": (page, "a web page instead of the ZIP file"),
    "something packed": (gzipped, "its size or kind is another"),
    "404": (status(404), "has no vosk-model-small-en-us-0.15 any more"),
    "410": (status(410), "any more"),
    "403": (status(403), "does not give"),
    "401": (status(401), "does not give"),
    "500": (status(500), "can't answer at the moment"),
    "503": (status(503, Retry_After=60), "can't answer at the moment"),
    "429": (status(429), "can't answer at the moment"),
    "a status that means nothing here": (status(204), "in a way that no download is made of"),
    "a part that was not asked for": (status(206, Content_Range="bytes 5-9/10"), "no download is made of"),
    "sent on without end": (sending_on(*["/again"] * 9), "sends on and on"),
    "sent on to no address": (sending_on("https://[x/x.zip"), "not safe to follow"),
    "sent on to no host": (sending_on("https://.example.org/x.zip"), "not safe to follow"),
    "sent on in other letters": (sending_on("/gr\u00f6\u00dfe/x.zip"), "not safe to follow"),
    "sent on to nowhere": (status(302), "sends on and on"),
    "sent on to a file": (sending_on("file:///etc/passwd"), "not safe to follow"),
    "sent on to ftp": (sending_on("ftp://127.0.0.1/x.zip"), "not safe to follow"),
    "sent on to http elsewhere": (sending_on("http://example.org/x.zip"), "not safe to follow"),
    "sent on with a password": (sending_on("https://me:secret@example.org/x.zip"), "not safe to follow"),
    "sent on to another host": (
        sending_on("https://example.org/x.zip"),
        "sends on to another place, example",
    ),
    "nonsense": (nonsense, "can't be reached"),
    "pieces that end too early": (torn_pieces, "broke off"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_a_server_does_wrong_is_one_sentence(server: ModelServer, tmp_path: Path, kind: str) -> None:
    server.answer, says = WRONG[kind]
    with pytest.raises(KnownError) as refusal:
        download.fetch(offer(server, sha256=SUM, bytes=len(CONTENT)), tmp_path)
    told = str(refusal.value)
    assert says in told and "127.0.0.1" in told
    assert told.endswith(".") and "\n" not in told and len(told) < 300
    assert left(tmp_path) == ([f"{NAME}.zip", f"{NAME}.zip.json"] if "broke off" in says else [])


def test_what_is_announced_as_larger_than_any_model_is_not_begun(server: ModelServer, tmp_path: Path) -> None:
    server.answer = announced(2**40)
    with pytest.raises(KnownError, match="larger than any speech model"):
        download.fetch(offer(server), tmp_path)
    assert left(tmp_path) == []


def test_being_sent_on_is_followed_to_a_host_that_was_agreed_to(server: ModelServer, tmp_path: Path) -> None:
    asked: list[str] = []
    server.answer = sending_on("/a", server.url("b", "localhost"), server.url("c", "localhost"), "/d")
    watch = Watch(goes_on=lambda host: asked.append(host) is None)
    assert download.fetch(offer(server), tmp_path, watch).read_bytes() == CONTENT
    assert asked == ["localhost"]


def test_a_server_that_trickles_can_be_stopped(server: ModelServer, tmp_path: Path) -> None:
    stop = Event()

    def trickle(handler: Handler, content: bytes) -> None:
        handler.begin(200, Content_Length=len(content), ETag='"v1"')
        handler.wfile.write(content[:5000])
        handler.wfile.flush()
        server.ended.wait()

    server.answer = trickle
    watch = Watch(progress=lambda done, _: stop.set() if done == 5000 else None, cancelled=stop.is_set)
    with pytest.raises(Stopped):
        download.fetch(offer(server), tmp_path, watch)
    server.answer = whole
    assert download.fetch(offer(server), tmp_path).read_bytes() == CONTENT
    assert server.asked[1][1]["Range"] == "bytes=5000-"


def test_a_server_that_says_nothing_is_given_up(
    server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "_PATIENCE_S", 0.2)
    server.answer = lambda handler, content: server.ended.wait() and None
    with pytest.raises(KnownError, match="does not answer"):
        download.fetch(offer(server), tmp_path)


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with serving(b"") as gone:
        pass
    with pytest.raises(KnownError, match=r"127\.0\.0\.1 can't be reached \(Connection refused\)"):
        download.fetch(offer(gone), tmp_path)


def test_a_server_that_can_not_prove_itself_is_refused(tmp_path: Path) -> None:
    with serving(CONTENT, certificate(tmp_path)) as server:
        url = server.url(f"{NAME}.zip", scheme="https")
        with pytest.raises(KnownError, match="its certificate is not trusted"):
            download.fetch(offer(server, url=url), tmp_path)
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.zip",
        "ftp://example.org/x.zip",
        "file:///x.zip",
        "https:///x.zip",
        "https://me:secret@example.org/x.zip",
        "https://[::1/x.zip",
        "https://example.org:port/x.zip",
        "https://.example.org/x.zip",
        "https://example.org/gr\u00f6\u00dfe/x.zip",
        "https://example.org/a b/x.zip",
        "http://127.0.0.1.example.org/x.zip",
    ],
)
def test_nothing_is_fetched_from_an_unsafe_address(url: str, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="has to begin with https"):
        download.host(url)


def test_the_host_is_named() -> None:
    assert download.host("https://alphacephei.com/vosk/models/x.zip") == "alphacephei.com"


def test_an_organisation_can_switch_it_off(
    server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "current", lambda: policy.Policy(downloads=False))
    with pytest.raises(KnownError, match="switched off by your organisation"):
        download.fetch(offer(server), tmp_path)
    assert server.asked == [] and left(tmp_path) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the seal is for Linux")
def test_a_sealed_process_says_so(server: ModelServer, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app import seal; from app.speech import download\n"
        "from app.speech.catalogue import own; from app.errors import KnownError\n"
        "seal.seal()\n"
        "try: download.fetch(own(sys.argv[1]), Path(sys.argv[2]))\n"
        "except KnownError as known: print(known)"
    )
    command = [sys.executable, "-c", script, server.url("x.zip"), str(tmp_path)]
    told = run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]).stdout
    assert "is sealed against the network" in told and server.asked == []


def test_nothing_that_can_connect_is_loaded_before_a_download() -> None:
    script = (
        "import sys; from app.speech import store\n"
        "print([name for name in ('ssl', 'http.client', 'urllib.request') if name in sys.modules])"
    )
    told = run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert told.stdout == "[]\n", told.stderr


def certificate(folder: Path) -> tuple[str, str]:
    """Write a certificate that nobody has signed, for this computer."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    kept = folder.with_name(f"{folder.name}-tls")
    kept.mkdir()
    (kept / "certificate").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (kept / "key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(kept / "certificate"), str(kept / "key")
