"""The way through a day: from preparing to the call, then to calm and to a minute of looking back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.ui.window import Window


class Day(QObject):
    """Leads from page to page, and lets each know what another has written."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        calls, diary = window.calls, window.diary
        window.today.page_asked.connect(window.go_to)
        window.today.call_asked.connect(self._show_call)
        window.today.reflect_asked.connect(self._reflect_on)
        window.call_page.reflect_asked.connect(self._reflect_on)
        window.reflect.page_asked.connect(window.go_to)
        window.history.reflect_asked.connect(self._reflect_on)
        window.history.edit_asked.connect(self._edit)
        calls.begun.connect(lambda *_: window.prepare.forget())
        calls.kept.connect(lambda _: diary.tell_changed("call"))
        diary.told.connect(window.notice.say)
        diary.broke.connect(calls.broke)

    def _show_call(self, call_id: int) -> None:
        self._window.history.show_call(call_id)
        self._window.go_to("history")

    def _reflect_on(self, call_id: int | None) -> None:
        """Look back on a call; None: on the last one there was."""
        self._window.reflect.reflect_on(self._window.calls.last_id if call_id is None else call_id)
        self._window.go_to("reflect")

    def _edit(self, reflection_id: int) -> None:
        self._window.reflect.edit(reflection_id)
        self._window.go_to("reflect")
