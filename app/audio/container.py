"""What a recording's own header says, read before any sound is decoded.

libsndfile takes a file that was cut short for a shorter one, and where an MP3 names no length it stops at
a guess. Each container says how much it should hold, so both are seen to here: the data size of WAV, the
last page of Ogg, the frames of MP3. (FLAC is asked for its last sample instead.) Layouts: the RIFF WAVE
specification and EBU Tech 3306 (RF64), RFC 3533 (Ogg), ISO 11172-3 and 13818-3 (MP3 frames), and the Xing
tag as LAME and ffmpeg write it.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO

_UNKNOWN_SIZE = 0x7FFFF000
"""Data sizes from here on are what programs write into a pipe before they know (sox; ffmpeg 0xFFFFFFFF)."""
_MOST_CHUNKS = 1000
_LONGEST_PAGE = 27 + 255 + 255 * 255
_LONGEST_MP3_FRAME = 1441
_MP3_TAGS = (b"TAG", b"APETAG", b"LYRICS", b"ID3")
_MP3_KBITS = (
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),  # MPEG 2 and 2.5
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),  # MPEG 1
)
_MP3_RATES = (44_100, 48_000, 32_000)


@dataclass(frozen=True, slots=True)
class Container:
    """A file's make as its own bytes tell it.

    `name` is WAV, FLAC, OGG or MP3. `broken` says that sound is missing that should be there. Where the
    header leaves the length open, `front` is to be read in place of the file's first `instead_of` bytes.
    """

    name: str
    broken: bool = False
    front: bytes = b""
    instead_of: int = 0


def identify(file: BinaryIO, size: int) -> Container | None:
    """Tell the container of an open file of `size` bytes; None when it is none that is read here."""
    start = _after_id3(file)
    file.seek(start)
    magic = file.read(12)
    if magic[:4] in (b"RIFF", b"RIFX", b"RF64") and b"WAVE".startswith(magic[8:12]):
        return _wav(file, size)
    if magic[:4] == b"fLaC":
        return Container("FLAC")
    if magic[:4] == b"OggS":
        return _ogg(file, size)
    if _mp3_frame_length(magic[:4]):
        return _mp3(file, start, size)
    return None


def _after_id3(file: BinaryIO) -> int:
    """Give the offset of the first byte behind an ID3v2 tag (7 bits a size byte), 0 without one."""
    file.seek(0)
    tag = file.read(10)
    if len(tag) < 10 or tag[:3] != b"ID3":
        return 0
    length = 0
    for byte in tag[6:10]:
        length = length << 7 | byte & 0x7F
    return 10 + length + (10 if tag[5] & 0x10 else 0)


def _wav(file: BinaryIO, size: int) -> Container:
    file.seek(0)
    form = file.read(12).ljust(12, b"\0")
    order = ">" if form[:4] == b"RIFX" else "<"
    riff = struct.unpack(order + "4xI4x", form)[0]
    long_size = 0
    byte_rate = 0
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            break
        name, length = struct.unpack(order + "4sI", head)
        body = file.tell()
        if name == b"data":
            there = size - body
            if length == 0 and there > 0 and (riff == 0xFFFFFFFF or riff + 8 <= body):
                file.seek(0)
                front = file.read(body - 4) + struct.pack(order + "I", min(there, 0xFFFFFFFE))
                return Container("WAV", front=front, instead_of=body)
            if length == 0xFFFFFFFF and long_size:
                length = long_size
            elif length >= _UNKNOWN_SIZE:
                return Container("WAV")
            # Some programs count their header as sound; a tenth of a second is forgiven.
            return Container("WAV", broken=length - there > byte_rate / 10)
        if name == b"fmt ":
            byte_rate = struct.unpack(order + "8xI", file.read(12).ljust(12, b"\0"))[0]
        elif name == b"ds64":
            long_size = struct.unpack("<8xQ", file.read(16).ljust(16, b"\0"))[0]
        file.seek(body + length + length % 2)
    return Container("WAV", broken=True)


def _ogg(file: BinaryIO, size: int) -> Container:
    """Look for the last page, which must be whole and marked as the end of its stream (RFC 3533)."""
    file.seek(max(0, size - 2 * _LONGEST_PAGE))
    tail = file.read()
    page = tail[tail.rfind(b"OggS") :]
    if len(page) < 27:
        return Container("OGG", broken=True)
    segments = page[26]
    whole = 27 + segments + sum(page[27 : 27 + segments])
    ends_stream = bool(page[5] & 4)
    return Container("OGG", broken=not ends_stream or len(page) < whole)


def _mp3(file: BinaryIO, start: int, size: int) -> Container:
    """Read the Xing tag in the first frame, or count the frames and make one where there is none."""
    file.seek(start)
    first = file.read(64)
    tag = first[_xing_offset(first) :].ljust(16, b"\0")
    flags, frames, promised = struct.unpack(">4xIII", tag[:16])
    if tag[:4] in (b"Xing", b"Info") and flags & 1 and frames:
        missing = promised - (size - start) if flags & 2 else 0
        return Container("MP3", broken=missing > 2 * promised / frames)
    frames, end = _count_mp3_frames(file, start)
    file.seek(end)
    ends_well = size - end <= _LONGEST_MP3_FRAME or file.read(8).startswith(_MP3_TAGS)
    front = _xing_frame(first, frames)
    return Container("MP3", broken=frames == 0 or not ends_well, front=front, instead_of=start)


def _count_mp3_frames(file: BinaryIO, at: int) -> tuple[int, int]:
    """Give the number of whole frames in a row from an offset on, and the offset behind the last."""
    frames = 0
    file.seek(at)
    while length := _mp3_frame_length(file.read(4)):
        file.seek(at + length - 1)
        if not file.read(1):
            break
        at += length
        frames += 1
    return frames, at


def _mp3_frame_length(head: bytes) -> int:
    """Give the bytes of the layer III frame whose header this is; 0 when it is none."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return 0
    bits, rate = head[2] >> 4, head[2] >> 2 & 3
    if bits == 15 or rate == 3:
        return 0
    version = head[1] >> 3 & 3  # 3 is MPEG 1, 2 is MPEG 2 (half the rates), 0 is MPEG 2.5 (a quarter)
    first = version == 3
    hertz = _MP3_RATES[rate] >> (0 if first else 1 if version == 2 else 2)
    kbits = _MP3_KBITS[first][bits]
    return (144_000 if first else 72_000) * kbits // hertz + (head[2] >> 1 & 1) if kbits else 0


def _xing_offset(head: bytes) -> int:
    """Give where the tag begins: behind the header and the side information, which depends on the kind."""
    first, mono = head[1] & 0x08, head[3] & 0xC0 == 0xC0
    return 4 + ((17 if mono else 32) if first else (9 if mono else 17))


def _xing_frame(head: bytes, frames: int) -> bytes:
    """Make a silent frame, of the densest kind so that it fits, which tells the number of frames to come."""
    header = bytes([0xFF, head[1] | 1, 0xE0 | head[2] & 0x0C, head[3]])
    tag = struct.pack(">4sII", b"Xing", 1, frames)
    return (header.ljust(_xing_offset(head), b"\0") + tag).ljust(_mp3_frame_length(header), b"\0")
