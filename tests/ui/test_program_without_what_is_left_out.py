"""The built program has no need of what is left out of it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

IMPORT_ALL = """
import sys
from importlib import import_module
from importlib.abc import MetaPathFinder
from pathlib import Path

sys.path.append("packaging")
from contents import HIDDEN, LEFT_OUT

class LeftOut(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if any(name == each or name.startswith(f"{each}.") for each in LEFT_OUT):
            raise ModuleNotFoundError(f"{name} is left out", name=name)

sys.meta_path.insert(0, LeftOut())
other_systems = {"app.audio.loopback"}
for file in sorted(Path("app").rglob("*.py")):
    name = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
    if name not in other_systems:
        import_module(name)
for name in HIDDEN:
    import_module(name)

from app.speech.offline import without_network_clients
with without_network_clients():
    import moonshine_voice.transcriber, vosk
import keyring.backends.SecretService, keyring.backends.chainer, pulsectl, pyaec, sounddevice, soundfile
"""


def test_all_of_the_product_is_imported_without_it() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
