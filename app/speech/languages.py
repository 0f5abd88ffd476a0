"""The languages that there are speech models of, by ISO 639-1, and the language of a model by its name."""

from collections.abc import Mapping

from app.language import marked, tr

ENGLISH = "en"
"""The language that the phrases of the hints are in."""

LANGUAGES: Mapping[str, str] = {
    ENGLISH: marked("English"),
    "ar": marked("Arabic"),
    "br": marked("Breton"),
    "ca": marked("Catalan"),
    "cs": marked("Czech"),
    "de": marked("German"),
    "el": marked("Greek"),
    "eo": marked("Esperanto"),
    "es": marked("Spanish"),
    "fa": marked("Persian"),
    "fr": marked("French"),
    "gu": marked("Gujarati"),
    "hi": marked("Hindi"),
    "it": marked("Italian"),
    "ja": marked("Japanese"),
    "ka": marked("Georgian"),
    "kk": marked("Kazakh"),
    "ko": marked("Korean"),
    "ky": marked("Kyrgyz"),
    "nl": marked("Dutch"),
    "pl": marked("Polish"),
    "pt": marked("Portuguese"),
    "ru": marked("Russian"),
    "sv": marked("Swedish"),
    "te": marked("Telugu"),
    "tg": marked("Tajik"),
    "tl": marked("Filipino"),
    "tr": marked("Turkish"),
    "uk": marked("Ukrainian"),
    "uz": marked("Uzbek"),
    "vi": marked("Vietnamese"),
    "zh": marked("Chinese"),
}
"""Code to English name; `named` gives it in the user's language."""

_AS_VOSK_WRITES = {"cn": "zh", "kz": "kk", "vn": "vi", "ua": "uk"}


def named(code: str | None) -> str:
    """Give a language's name to show; a code that is not known stands for itself."""
    if code is None:
        return tr("not known")
    return tr(LANGUAGES[code]) if code in LANGUAGES else code


def of_model(name: str) -> str | None:
    """Give the language that a model's name tells, such as "en" of vosk-model-small-en-us-0.15, else None."""
    for part in name.lower().split("-"):
        code = _AS_VOSK_WRITES.get(part, part)
        if code in LANGUAGES:
            return code
    return None
