"""The parts as a page of licences: one HTML file that needs nothing else, texts said once."""

from hashlib import sha256
from html import escape

from papers.parts import Part

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; }
th { border-bottom: 1px solid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
:root { color-scheme: light dark; }
"""

_INTRODUCTION = """
<p>Evenkeel is free software under the MIT licence, whose text is below. It stands on the work of others; this
page names them and gives the licence of each part, as those licences ask. It names every Python package, and
the libraries, models and data in those packages that were found by looking into them. In a program packaged
on Linux it also names the packages of Debian that its other libraries are of. The packaged program leaves out
some of these parts, as it does not use them. An offline bundle holds the packages whole, and so also modules
of Qt that Evenkeel does not use; what those hold of others is named at
doc.qt.io/qt-6/licenses-used-in-qt.html.</p>
<p>A program packaged for Windows or macOS also holds what its Python brings: OpenSSL (Apache-2.0), libffi
(MIT), SQLite (public domain), zlib (Zlib), bzip2 (bzip2-1.0.6) and liblzma (0BSD), and on Windows the Visual
C++ runtime (Microsoft's own licence). The page for those systems lists them without versions, and has not
been compared with a program built on a real computer of theirs.</p>
<p>This software is based in part on the work of the Independent JPEG Group. Portions of this software are
copyright &copy; 2000-2016 and later The FreeType Project (freetype.org). All rights reserved.</p>
<h2 id="lgpl">Your rights in Qt, PySide6 and the sound libraries</h2>
<p>Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3; libsndfile, soxr
with libsoxr, mpg123, LAME and libquadmath under version 2.1 of it. Evenkeel does not change them. For you
this means:</p>
<ul>
<li>You may use, copy and pass them on under that licence, whatever Evenkeel's own licence is.</li>
<li>You may put your own version in their place. In the packaged program they are files of their own in the
folder <code>_internal</code>: mpg123 and LAME are in the file of libsndfile, libsoxr is in the module of
soxr, and each of the others is a file for itself. A file of the same name and interface can take the place of
each. In an offline bundle they are in packages of their own in the environment it is installed into.</li>
<li>You may take the program apart as far as that is needed to make such a change work.</li>
<li>Their source is offered by those who make them: download.qt.io (Qt and PySide6, the versions named below),
libsndfile.github.io, sourceforge.net/projects/soxr, mpg123.de, lame.sourceforge.io and gcc.gnu.org
(libquadmath).</li>
</ul>
"""


def page(version: str, own: str, parts: list[Part]) -> str:
    """Give the page; `own` is the text of Evenkeel's licence."""
    numbers: dict[str, str] = {}
    texts = []
    rows = []
    for part in parts:
        places = []
        for name, text in part.texts:
            digest = sha256(text.encode()).hexdigest()
            if digest not in numbers:
                numbers[digest] = f"text-{len(numbers) + 1}"
                texts.append(
                    f'<h3 id="{numbers[digest]}">{escape(part.name)}: {escape(name)}</h3>\n'
                    f"<pre>{escape(text.strip())}</pre>"
                )
            places.append(f'<a href="#{numbers[digest]}">{escape(name)}</a>')
        cells = (escape(part.name), escape(part.version or ""), escape(part.licence))
        said = ", ".join([*([escape(part.note)] if part.note else []), *places])
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in (*cells, said)) + "</tr>")
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">',
            f"<title>Licences in Evenkeel {escape(version)}</title>\n<style>{_STYLE}</style>",
            f"<h1>Licences in Evenkeel {escape(version)}</h1>{_INTRODUCTION}",
            "<h2>All parts</h2>\n<table>",
            "<tr><th>Part<th>Version<th>Licence<th>Texts</tr>",
            *rows,
            f"</table>\n<h2>Evenkeel's own licence</h2>\n<pre>{escape(own.strip())}</pre>\n<h2>Texts</h2>",
            *texts,
            "</html>\n",
        ]
    )
