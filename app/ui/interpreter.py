"""Lets the window speak the user's language, where there is a translation into it; else it speaks English.

A translation is resources/translations/evenkeel_<language>.qm, made by `make translations`.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.language import CONTEXT, speak

_ENGLISH = "en"


def interpret(folder: Path, languages: list[str] | None = None) -> str:
    """Speak the first of the user's languages that `folder` has a translation into; give its name.

    `languages` are names like "pt-BR" by preference, those of the system where none are given. Qt's own
    texts, such as the menu of a field, come from Qt's translation, and with it the direction of writing.
    """
    for wanted in QLocale.system().uiLanguages() if languages is None else languages:
        name = wanted.replace("-", "_")
        if name.partition("_")[0] == _ENGLISH:
            break
        if (path := folder / f"evenkeel_{name}.qm").is_file():
            speak_from(path)
            _let_qt_speak(name)
            return name
    speak()
    return _ENGLISH


def speak_from(path: Path) -> None:
    """Speak as the .qm file says, English for what it does not hold; needs no window."""
    translator = QTranslator()
    translator.load(str(path))

    def translate(text: str, n: int) -> str:
        return translator.translate(CONTEXT, text, "", n) or text

    speak(translate, partial(speak_from, path))


def _let_qt_speak(name: str) -> None:
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    if application and translator.load(
        f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        QCoreApplication.installTranslator(translator)
