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
page names all of it and gives the licence of each, as those licences ask. The packaged program leaves out
some of these parts, as it does not use them; an offline bundle holds all of them.</p>
<h2 id="lgpl">Your rights in Qt, PySide6 and the sound libraries</h2>
<p>Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3; libsndfile,
libsoxr, mpg123 and LAME under version 2.1 of it or a later one. Evenkeel does not change them. For you this
means:</p>
<ul>
<li>You may use, copy and pass them on under that licence, whatever Evenkeel's own licence is.</li>
<li>You may put your own version in their place. In the packaged program each is a file of its own in the
folder <code>_internal</code>, and a library of the same name and interface can take its place; in an offline
bundle each is a package of its own in the environment it is installed into.</li>
<li>You may take the program apart as far as that is needed to make such a change work.</li>
<li>Their source is offered by those who make them: download.qt.io (Qt and PySide6, the versions named below),
libsndfile.github.io, sourceforge.net/projects/soxr, mpg123.de and lame.sourceforge.io.</li>
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
