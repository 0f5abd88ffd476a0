"""Which model is taken, and that one that is not whole is refused in a sentence."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import KnownError
from app.speech import catalogue, layout, manifest
from app.speech.manifest import MANIFEST
from app.speech.models import ModelChoice, check, choose, installed, language_of, nothing_for
from tests.closed_places import told

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


class TestTwoOfOneName:
    @pytest.fixture
    def folders(self, tmp_path: Path) -> list[Path]:
        """The shared folder, into which a model is being copied, and the user's own, where it is whole."""
        folders = [tmp_path / "shared", tmp_path / "own"]
        put(folders[0], SMALL, NEW[:2])
        put(folders[1], SMALL)
        return folders

    @pytest.mark.parametrize(("engine", "model"), [("auto", None), ("vosk", None), ("auto", SMALL)])
    def test_the_whole_one_is_taken(self, folders: list[Path], engine: str, model: str | None) -> None:
        whole = ModelChoice("vosk", SMALL, (folders[1] / SMALL).resolve())
        assert choose(engine, model, folders) == whole
        assert choose(engine, model, folders[::-1]) == whole

    def test_the_first_of_two_whole_ones_is_taken(self, folders: list[Path]) -> None:
        put(folders[0], SMALL)
        choice = choose("auto", SMALL, folders)
        assert choice is not None and choice.path == (folders[0] / SMALL).resolve()

    @pytest.mark.parametrize("model", [None, SMALL])
    def test_where_neither_is_whole_the_first_is_refused(
        self, folders: list[Path], model: str | None
    ) -> None:
        (folders[1] / SMALL / "am" / "final.mdl").unlink()
        with pytest.raises(KnownError, match=f"not whole: .* in {folders[0]}"):
            choose("auto", model, folders)


class TestWhatAutoCanNotUse:
    """It is told to whoever asked, who goes on with what else there is."""

    @pytest.mark.parametrize(
        ("half", "whole", "language", "chosen"),
        [
            (LARGE, SMALL, "en", SMALL),
            (LARGE, None, "en", "tiny-en"),
            (GERMAN, "vosk-model-small-de-zamia-0.3", "de", "vosk-model-small-de-zamia-0.3"),
            (GERMAN, None, "de", None),
        ],
    )
    def test_a_model_that_is_half_copied(
        self, tmp_path: Path, half: str, whole: str | None, language: str, chosen: str | None
    ) -> None:
        put(tmp_path, half, NEW[:2])
        if whole:
            put(tmp_path, whole)
        refusals: list[KnownError] = []
        choice = choose("auto", None, [tmp_path], language, refusals.append)
        assert (choice and choice.model) == chosen
        assert [f"{half} is not whole" in str(refusal) for refusal in refusals] == [True]

    def test_the_built_in_model_that_is_not_whole(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "app.speech.models.built_in", lambda: ModelChoice("moonshine", "tiny-en", tmp_path)
        )
        refusals: list[KnownError] = []
        assert choose("auto", None, [], refused=refusals.append) is None
        assert "tiny-en is not whole" in str(refusals[0])

    def test_a_folder_that_can_not_be_looked_into(self, tmp_path: Path) -> None:
        put(tmp_path, SMALL)
        refusals: list[KnownError] = []
        choice = choose("auto", None, [tmp_path / ("x" * 300), tmp_path], refused=refusals.append)
        assert choice is not None and choice.model == SMALL
        assert "can't be looked into (File name too long)" in str(refusals[0])

    @pytest.mark.parametrize(("engine", "model"), [("vosk", None), ("auto", LARGE), ("vosk", LARGE)])
    def test_what_was_asked_for_is_refused(self, tmp_path: Path, engine: str, model: str | None) -> None:
        put(tmp_path, LARGE, NEW[:2])
        put(tmp_path, SMALL)
        with pytest.raises(KnownError, match=f"{LARGE} is not whole"):
            choose(engine, model, [tmp_path], refused=lambda _: None)


@pytest.mark.parametrize("name", ["x" * 300, "x\0y"])
def test_a_name_that_no_folder_can_have_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match="There is no speech model x"):
        choose("auto", name, [tmp_path])
    assert installed([tmp_path / "x\0y"]) == []


def test_a_file_that_is_removed_while_it_is_looked_at_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = put(tmp_path, SMALL)
    look = Path.stat

    def gone(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = look(path, follow_symlinks=follow_symlinks)
        if path.name == "Gr.fst":
            path.unlink()
        return found

    monkeypatch.setattr(Path, "stat", gone)
    assert set(layout.sizes(model)) == set(NEW)


CHOOSE = """
import sys
from pathlib import Path
from app.errors import KnownError
from app.speech.models import choose
try:
    print(choose("auto", sys.argv[2] or None, [Path(sys.argv[1])]).model)
except KnownError as refusal:
    print(refusal)
"""


class TestClosed:
    """What this user may not look at is told of in a sentence, or no model at all."""

    @pytest.fixture
    def close(self) -> Iterator[Callable[..., None]]:
        """Give what closes a folder until the test is over."""
        closed: list[Path] = []

        def close(folder: Path, mode: int = 0) -> None:
            closed.append(folder)
            folder.chmod(mode)

        yield close
        for folder in closed:
            folder.chmod(0o700)

    @pytest.mark.parametrize("mode", [0, 0o400, 0o600])
    @pytest.mark.parametrize("model", ["", SMALL])
    def test_a_model(self, tmp_path: Path, close: Callable[..., None], mode: int, model: str) -> None:
        close(put(tmp_path, SMALL, (*NEW, "README")), mode)
        said = told(CHOOSE, tmp_path, model)
        assert "is not whole: am/final.mdl is missing, empty or closed to you" in said

    def test_a_folder_that_is_no_model(self, tmp_path: Path, close: Callable[..., None]) -> None:
        put(tmp_path, SMALL)
        (tmp_path / "lost+found").mkdir()
        close(tmp_path / "lost+found")
        assert told(CHOOSE, tmp_path, "") == SMALL

    def test_a_link_that_leads_to_a_closed_place(self, tmp_path: Path, close: Callable[..., None]) -> None:
        put(tmp_path / "models", SMALL)
        (tmp_path / "models" / "a link").symlink_to(put(tmp_path / "closed", "mine"))
        close(tmp_path / "closed")
        assert told(CHOOSE, tmp_path / "models", "") == SMALL

    @pytest.mark.parametrize("mode", [0, 0o100, 0o400])
    def test_the_folder_of_models(self, tmp_path: Path, close: Callable[..., None], mode: int) -> None:
        put(tmp_path / "models", SMALL)
        close(tmp_path / "models", mode)
        said = told(CHOOSE, tmp_path / "models", "")
        assert said.startswith(f"The folder of speech models {tmp_path / 'models'} can't be looked into")

    def test_a_folder_given_by_its_path(self, tmp_path: Path, close: Callable[..., None]) -> None:
        path = put(tmp_path / "closed", "mine")
        close(tmp_path / "closed")
        assert told(CHOOSE, tmp_path, path).startswith(f"There is no speech model {path}")
