"""Which model is taken, and that one that is not whole is refused in a sentence."""

from pathlib import Path

import pytest

from app.errors import KnownError
from app.speech import catalogue, manifest
from app.speech.manifest import MANIFEST
from app.speech.models import ModelChoice, check, choose, installed, language_of, nothing_for

NEW = ("am/final.mdl", "conf/mfcc.conf", "graph/HCLr.fst", "graph/Gr.fst")
OLD = ("final.mdl", "mfcc.conf", "HCLG.fst", "words.txt")
SMALL = "vosk-model-small-en-us-0.15"
LARGE = "vosk-model-en-us-0.22-lgraph"
GERMAN = "vosk-model-small-de-0.15"


def put(folder: Path, name: str, files: tuple[str, ...] = NEW) -> Path:
    for file in files:
        (folder / name / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / file).write_text("x")
    return folder / name


@pytest.mark.parametrize(
    ("there", "engine", "model", "chosen"),
    [
        ((), "none", None, None),
        ((SMALL,), "none", SMALL, None),
        ((), "auto", None, ("moonshine", "tiny-en")),
        ((SMALL,), "auto", None, ("vosk", SMALL)),
        ((SMALL, LARGE), "auto", None, ("vosk", LARGE)),
        ((SMALL, LARGE), "auto", SMALL, ("vosk", SMALL)),
        ((SMALL,), "vosk", None, ("vosk", SMALL)),
        ((SMALL,), "moonshine", None, ("moonshine", "tiny-en")),
        ((SMALL,), "auto", "tiny-en", ("moonshine", "tiny-en")),
        (("vosk-model-small-de-0.15",), "auto", None, ("moonshine", "tiny-en")),
        (
            ("vosk-model-small-de-0.15",),
            "vosk",
            "vosk-model-small-de-0.15",
            ("vosk", "vosk-model-small-de-0.15"),
        ),
        (("vosk-model-small-enlarged-0.1",), "auto", None, ("moonshine", "tiny-en")),
        (("mine",), "auto", "mine", ("vosk", "mine")),
        (("mine",), "auto", None, ("moonshine", "tiny-en")),
    ],
)
def test_choice(
    tmp_path: Path,
    there: tuple[str, ...],
    engine: str,
    model: str | None,
    chosen: tuple[str, str] | None,
) -> None:
    for name in there:
        put(tmp_path, name)
    choice = choose(engine, model, [tmp_path / "missing", tmp_path])
    assert (choice and (choice.engine, choice.model)) == chosen


def test_a_folder_given_by_its_path_is_taken(tmp_path: Path) -> None:
    path = put(tmp_path, "elsewhere", OLD)
    assert choose("auto", str(path), []) == ModelChoice("vosk", "elsewhere", path.resolve())


def test_the_first_folder_wins(tmp_path: Path) -> None:
    put(tmp_path / "b", LARGE)
    put(tmp_path / "a", SMALL)
    choice = choose("auto", None, [tmp_path / "a", tmp_path / "b"])
    assert choice is not None and choice.model == SMALL
    assert [path.name for path in installed([tmp_path / "b", tmp_path / "a"])] == [LARGE, SMALL]


@pytest.mark.parametrize(
    ("engine", "model", "says"),
    [
        ("auto", "vosk-model-xx", ("vosk-model-xx", SMALL)),
        ("vosk", "nowhere/at/all", ("nowhere/at/all", SMALL)),
        ("moonshine", SMALL, (SMALL, "encoder_model.ort")),
        ("vosk", "tiny-en", ("tiny-en", SMALL)),
    ],
)
def test_what_is_not_there_is_named_with_what_is(
    tmp_path: Path, engine: str, model: str, says: tuple[str, ...]
) -> None:
    put(tmp_path, SMALL)
    with pytest.raises(KnownError) as refusal:
        choose(engine, model, [tmp_path])
    assert all(part in str(refusal.value) for part in says)
    assert "\n" not in str(refusal.value)


def test_vosk_asked_for_and_not_installed_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="No English Vosk model is installed"):
        choose("vosk", None, [tmp_path])


@pytest.mark.parametrize("engine", ["auto", "vosk"])
@pytest.mark.parametrize(
    ("files", "lacking"), [(NEW, file) for file in NEW] + [(OLD, file) for file in OLD[1:]]
)
@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_model_that_is_not_whole_is_refused(
    tmp_path: Path, files: tuple[str, ...], lacking: str, engine: str, how: str
) -> None:
    path = put(tmp_path, SMALL, files)
    if how == "missing":
        (path / lacking).unlink()
    else:
        (path / lacking).write_text("")
    with pytest.raises(KnownError, match=f"{SMALL} is not whole") as refusal:
        choose(engine, None, [tmp_path])
    # With Gr.fst gone the other way of building a graph is looked for.
    assert lacking == "graph/Gr.fst" or lacking in str(refusal.value)


def test_a_half_copied_ivector_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, SMALL, (*NEW, "ivector/final.ie"))
    with pytest.raises(KnownError, match=r"ivector/final\.dubm"):
        choose("auto", None, [tmp_path])


class TestManifest:
    @staticmethod
    def model(folder: Path) -> ModelChoice:
        path = put(folder, SMALL)
        manifest.write(path, None)
        return ModelChoice("vosk", SMALL, path)

    def test_whole(self, tmp_path: Path) -> None:
        check(self.model(tmp_path))

    @pytest.mark.parametrize("file", NEW)
    @pytest.mark.parametrize("content", ["y", None])
    def test_a_changed_or_missing_file_is_named(self, tmp_path: Path, file: str, content: str | None) -> None:
        choice = self.model(tmp_path)
        (choice.path / file).unlink()
        if content:
            (choice.path / file).write_text(content)
        with pytest.raises(KnownError, match=f"{SMALL} is damaged: {file}"):
            check(choice)

    def test_a_file_that_was_added_is_named(self, tmp_path: Path) -> None:
        choice = self.model(tmp_path)
        put(tmp_path, SMALL, ("rescore/G.fst",))
        with pytest.raises(KnownError, match=r"is damaged: rescore/G\.fst is not as it was installed"):
            check(choice)

    @pytest.mark.parametrize("text", ["", "[1]", "{", "7"])
    def test_an_unreadable_manifest_is_named(self, tmp_path: Path, text: str) -> None:
        choice = self.model(tmp_path)
        (choice.path / MANIFEST).write_text(text)
        with pytest.raises(KnownError, match=MANIFEST):
            check(choice)


def test_the_catalogue_names_models_that_auto_would_take(tmp_path: Path) -> None:
    for offer in catalogue.load(Path("speech_models/catalogue.toml")):
        put(tmp_path / offer.name, offer.name)
        assert offer.language is not None
        choice = choose("auto", None, [tmp_path / offer.name], offer.language)
        assert choice is not None and (choice.engine, choice.model) == (offer.engine, offer.name)


@pytest.mark.parametrize(
    ("there", "engine", "language", "chosen"),
    [
        ((SMALL, GERMAN), "auto", "de", GERMAN),
        ((SMALL, GERMAN), "auto", "en", SMALL),
        ((SMALL, GERMAN), "vosk", "de", GERMAN),
        ((GERMAN,), "auto", "en", "tiny-en"),
        ((SMALL,), "auto", "de", None),
        ((SMALL,), "moonshine", "de", "tiny-en"),
        ((SMALL, GERMAN), "auto", "ko", None),
    ],
)
def test_auto_takes_a_model_of_the_language(
    tmp_path: Path, there: tuple[str, ...], engine: str, language: str, chosen: str | None
) -> None:
    for name in there:
        put(tmp_path, name)
    choice = choose(engine, None, [tmp_path], language)
    assert (choice and choice.model) == chosen


def test_a_manifest_tells_the_language_before_the_name(tmp_path: Path) -> None:
    manifest.write(put(tmp_path, "mine"), "ko")
    choice = choose("auto", None, [tmp_path], "ko")
    assert choice is not None and (choice.model, language_of(choice)) == ("mine", "ko")
    with pytest.raises(KnownError, match=r"No German Vosk model is installed: .* there is mine"):
        choose("vosk", None, [tmp_path], "de")
    assert "No speech model for German is installed" in nothing_for("de")
