"""The focus of this week on Today: one technique, why it, something to say, and how to choose another."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.days import monday
from app.domain.focus import ENOUGH, Focus, Seen, suggested
from app.domain.techniques import Technique
from app.language import marked, tr, trn
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.call.cards import card_text, spoken
from app.ui.pieces.parts import ChoiceBox, button, card, row, words
from app.ui.pieces.theme import SPACE

CHOSEN = marked("You chose this for the week.")


def reason(focus: Focus) -> str:
    """Say in a sentence or two why this technique."""
    why = _why(focus)
    if not focus.used:
        return why
    used = trn("You noted using it in {n} reflection.", "You noted using it in {n} reflections.", focus.used)
    return f"{why} {used}"


def _why(focus: Focus) -> str:
    if focus.nudged:
        calls = tr("{asked} of {n} calls over two weeks", asked=focus.nudged, n=focus.calls)
        if unheard := focus.total - focus.calls:
            calls = tr("{calls}; in {n} more it could not be heard", calls=calls, n=unheard)
        if focus.again:
            return tr("Still the one: a hint asked for this in {calls}.", calls=calls)
        return tr("A hint asked for this in {calls}.", calls=calls)
    if focus.total < ENOUGH:
        if focus.total:
            return tr(
                "A starting point that helps in any call. "
                "Once you have {n} calls in two weeks ({so_far} so far), they decide.",
                n=ENOUGH,
                so_far=focus.total,
            )
        return tr(
            "A starting point that helps in any call. Once you have {n} calls in two weeks, they decide.",
            n=ENOUGH,
        )
    if 2 * focus.calls < focus.total:
        return tr(
            "A starting point that helps in any call: in most of your calls only a part could be heard, "
            "so few hints could come. Settings has inputs for the customer's side, and recognisers."
        )
    return tr("Good in any call: in {n} calls over two weeks no hint came often.", n=focus.total)


class FocusCard(QWidget):
    """The focus of this week; what the user chooses is kept in the settings and holds all week."""

    def __init__(self, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._settings, self._coaching = settings, coaching
        self._weeks: Mapping[date, Seen] = {}
        self._today = date.min
        self.title = words("", "title")
        self.reason = words("", "soft")
        self.say = words("")
        self.see = button(tr("See its card"))
        self.see.setCheckable(True)
        self.see.toggled.connect(self._show_card)
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(tr("Focus of this week"))
        self.choice.activated.connect(self._choose)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, SPACE, 0, SPACE)
        self._whole.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                words(tr("This week's focus"), "caption"),
                self.title,
                self.reason,
                self.say,
                row(self.see, self.choice),
                self._whole,
            )
        )

    @property
    def technique(self) -> Technique:
        """The technique that is shown."""
        return self._coaching.now.techniques[self._own() or self._suggested().technique]

    def show_weeks(self, weeks: Mapping[date, Seen], today: date) -> None:
        """Show the focus of the week of `today`, out of what the weeks before show."""
        self._weeks, self._today = weeks, today
        self._draw()

    def forget(self) -> None:
        """Say nothing of any call."""
        self.show_weeks({}, self._today)

    def _own(self) -> str | None:
        """Give the technique that the user chose for this week, None for none."""
        now = self._settings.now
        chosen = now.focus_week == monday(self._today).isoformat()
        return now.focus if chosen and now.focus in self._coaching.now.techniques else None

    def _suggested(self) -> Focus:
        now = self._settings.now
        own = {date.fromisoformat(now.focus_week): now.focus} if now.focus_week and now.focus else {}
        return suggested(self._weeks, monday(self._today), self._coaching.now.rules, own)

    def _draw(self) -> None:
        focus, own, techniques = self._suggested(), self._own(), self._coaching.now.techniques
        shown = self.technique
        self.title.setText(shown.title)
        self.reason.setText(reason(focus) if own is None else tr(CHOSEN))
        self.say.setText(tr("Try saying: {words}", words=spoken(shown.try_saying[0])))
        self.choice.clear()
        self.choice.addItem(tr("As suggested"), None)
        self.choice.setItemData(0, techniques[focus.technique].title, Qt.ItemDataRole.ToolTipRole)
        for each in sorted(techniques.values(), key=lambda each: each.title.casefold()):
            self.choice.addItem(each.title, each.id)
        self.choice.setCurrentIndex(0 if own is None else self.choice.findData(own))
        self._show_card(self.see.isChecked())

    def _choose(self, place: int) -> None:
        chosen = self.choice.itemData(place)
        week = None if chosen is None else monday(self._today).isoformat()
        self._settings.change(focus=chosen, focus_week=week)
        self._draw()

    def _show_card(self, shown: bool) -> None:
        """Open the technique's card in its place, or close it."""
        layout = self._whole.layout()
        assert layout is not None
        while (held := layout.takeAt(0)) is not None:
            if (before := held.widget()) is not None:
                before.hide()
                before.deleteLater()
        if shown:
            layout.addWidget(card_text(self.technique))
        self._whole.setVisible(shown)
        self.say.setVisible(not shown)
