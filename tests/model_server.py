"""A web server on this computer that gives a model's ZIP, or does what servers do wrong."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = Callable[["Handler", bytes], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the server's `answer`, and notes what was asked."""

    server: "ModelServer"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        self.server.answer(self, self.server.content)

    def begin(self, status: int, **headers: object) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class ModelServer(ThreadingHTTPServer):
    """Gives `content` at any address, as `answer` does it."""

    daemon_threads = True

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = content
        self.answer: Answer = whole
        self.asked: list[tuple[str, dict[str, str]]] = []
        """Path and headers of each request."""
        self.ended = Event()
        """Set when the test is over: what trickles may stop."""

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.server_address[1]}/{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: who is left or not trusted is what is tested."""


@contextmanager
def serving(content: bytes, certificate: tuple[str, str] | None = None) -> Iterator[ModelServer]:
    """Run a server until the block ends; with a certificate (file, file of its key) it speaks TLS."""
    server = ModelServer(content)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def whole(handler: Handler, content: bytes, tag: str = '"v1"') -> None:
    """Give the file, or the part of it that is asked for, as a good server does."""
    asked = handler.headers.get("Range")
    if asked is None or handler.headers.get("If-Range", tag) != tag:
        handler.begin(200, Content_Length=len(content), ETag=tag)
        handler.wfile.write(content)
        return
    start = int(asked.removeprefix("bytes=").removesuffix("-"))
    if start >= len(content):
        handler.begin(416, Content_Range=f"bytes */{len(content)}", Content_Length=0)
        return
    span = f"bytes {start}-{len(content) - 1}/{len(content)}"
    handler.begin(206, Content_Length=len(content) - start, Content_Range=span, ETag=tag)
    handler.wfile.write(content[start:])


def breaking_off(after: int) -> Answer:
    """Give so many bytes of the whole file, and hang up."""

    def answer(handler: Handler, content: bytes) -> None:
        handler.begin(200, Content_Length=len(content), ETag='"v1"')
        handler.wfile.write(content[:after])

    return answer


def status(code: int, **headers: object) -> Answer:
    """Give nothing but a status."""
    return lambda handler, content: handler.begin(code, Content_Length=0, **headers)


def sending_on(*ways: str) -> Answer:
    """Send on to one place after the other, then give the file."""
    left = list(ways)

    def answer(handler: Handler, content: bytes) -> None:
        if left:
            handler.begin(302, Location=left.pop(0), Content_Length=0)
        else:
            whole(handler, content)

    return answer
