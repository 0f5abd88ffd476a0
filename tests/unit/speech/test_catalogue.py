"""The catalogue of models: what it may hold, and what the one of the product does hold."""

from pathlib import Path

import pytest

from app.errors import KnownError
from app.speech import catalogue
from app.speech.languages import LANGUAGES, named, of_model
from tests.vosk_models import SMALL

OURS = catalogue.load(Path("speech_models/catalogue.toml"))
ENTRY = {
    "name": f'"{SMALL}"',
    "engine": '"vosk"',
    "language": '"en"',
    "url": f'"https://alphacephei.com/vosk/models/{SMALL}.zip"',
    "licence": '"Apache-2.0"',
}


def written(folder: Path, **fields: str) -> Path:
    path = folder / "catalogue.toml"
    path.write_text("[[model]]\n" + "\n".join(f"{key} = {value}" for key, value in (ENTRY | fields).items()))
    return path


def test_the_official_hashes_are_the_two_that_are_known() -> None:
    assert {offer.name: (offer.bytes, offer.sha256) for offer in OURS if offer.bytes or offer.sha256} == {
        SMALL: (41_205_931, "30f26242c4eb449f948e42cb302dd7a686cb29a3423a8367f99ff41780942498"),
        "vosk-model-en-us-0.22-lgraph": (
            130_557_655,
            "d9838b4aaa82a75c4a17f5aca300eaca129aaab2a7cbf951bafbb500eb9c4334",
        ),
    }


def test_every_offer_has_its_official_address_a_size_and_the_language_of_its_name() -> None:
    for offer in OURS:
        assert offer.url == f"https://alphacephei.com/vosk/models/{offer.name}.zip"
        assert offer.size and offer.licence and (offer.bytes is None) != (offer.about is None)
        assert offer.language == of_model(offer.name)
    assert {offer.language for offer in OURS} == set(LANGUAGES)
    english = [offer for offer in OURS if offer.language == "en"]
    assert len(english) == 12 and list(OURS[:12]) == english


def test_a_missing_catalogue_offers_nothing(tmp_path: Path) -> None:
    assert catalogue.load(tmp_path / "none.toml") == ()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": '"../up"'}, '"name" of entry 1'),
        ({"name": '"nul"'}, '"name" of entry 1'),
        ({"engine": '"other"'}, '"engine" of entry 1'),
        ({"language": '"english"'}, '"language" of entry 1'),
        ({"url": '"http://example.org/x.zip"'}, '"url" of entry 1'),
        ({"licence": '""'}, '"licence" of entry 1'),
        ({"bytes": "0"}, '"bytes" of entry 1'),
        ({"about": '"40 MB"'}, '"about" of entry 1'),
        ({"sha256": '"abc"'}, '"sha256" of entry 1'),
        ({"note": '"nice"'}, '"note" of entry 1'),
        ({"note": "[]"}, '"note" of entry 1'),
        ({"colour": '"red"'}, '"colour" of entry 1 is not known'),
        ({"name": "["}, "can't be read"),
        ({"name": "[" * 5000}, "can't be read"),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_named(tmp_path: Path, fields: dict[str, str], says: str) -> None:
    with pytest.raises(KnownError) as refusal:
        catalogue.load(written(tmp_path, **fields))
    assert says in str(refusal.value) and "install a model from a ZIP file" in str(refusal.value)


@pytest.mark.parametrize("text", ["other = 1", "model = 7", "model = [7]"])
def test_other_content_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "catalogue.toml").write_text(text)
    with pytest.raises(KnownError, match="can't be used"):
        catalogue.load(tmp_path / "catalogue.toml")


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text() + "\n" + path.read_text())
    with pytest.raises(KnownError, match=f"{SMALL} is in it twice"):
        catalogue.load(path)


@pytest.mark.parametrize("name", [SMALL, SMALL.upper(), "small-en-us-0.15"])
def test_an_offer_is_found_with_or_without_what_all_names_begin_with(name: str) -> None:
    found = catalogue.find(name, OURS)
    assert found is not None and found.name == SMALL
    assert catalogue.find("small-en", OURS) is None


def test_an_address_of_ones_own_names_its_model() -> None:
    offer = catalogue.own("https://example.org/a/vosk-model-small-fr-0.22.zip?x=1", "A" * 64)
    assert (offer.name, offer.language, offer.sha256) == ("vosk-model-small-fr-0.22", "fr", "a" * 64)
    assert catalogue.own("https://example.org/mine.zip", None, "ko").language == "ko"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "https://example.org/x.tar.gz",
        "https://[::1/x.zip",
        "https://e.org/%2e%2e.zip",
    ],
)
def test_an_address_that_names_no_zip_is_refused(url: str) -> None:
    with pytest.raises(KnownError, match="does not end in the name of a ZIP file"):
        catalogue.own(url)


@pytest.mark.parametrize("sha256", ["", "abc", "g" * 64, "a" * 65])
def test_a_hash_that_is_none_is_refused(sha256: str) -> None:
    with pytest.raises(KnownError, match="64 of the characters"):
        catalogue.own("https://example.org/x.zip", sha256)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (SMALL, "en"),
        ("vosk-model-small-cn-0.22", "zh"),
        ("vosk-model-small-kz-0.42", "kk"),
        ("vosk-model-small-vn-0.4", "vi"),
        ("vosk-model-el-gr-0.7", "el"),
        ("vosk-model-small-enlarged-0.1", None),
        ("vosk-model-spk-0.4", None),
        ("model", None),
    ],
)
def test_the_language_of_a_name(name: str, code: str | None) -> None:
    assert of_model(name) == code


def test_a_language_is_shown_by_its_name() -> None:
    assert (named("ko"), named(None), named("xx")) == ("Korean", "not known", "xx")
