"""Work in another thread whose asker goes away."""

import subprocess
import sys

LET_GO = """
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.ui.pieces.errand import Errand

application = QCoreApplication([])


class Asker(QObject):
    answer = None

    def ask(self):
        errand = Errand(self, lambda: 7)
        errand.done.connect(lambda answer: setattr(self, "answer", answer))


for _ in range(20):
    asker = Asker()
    asker.ask()
    while asker.answer is None:
        application.processEvents()
    del asker
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("gone")
"""


def test_the_asker_may_be_let_go_of_together_with_the_errand() -> None:
    """Its last hold is what the answer was told to; ended within the errand's end, it would crash."""
    ended = subprocess.run([sys.executable, "-c", LET_GO], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "gone\n", "")
