"""The numbers of the call that is looked at, with the user's own labels, and the report to take along."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.techniques import CallType
from app.language import marked, tr
from app.report import words
from app.report.reading import TALK_RATIO, figures, leak, unknowns
from app.report.relabel import relabelled
from app.ui.call.figures import FigureView, RatioView
from app.ui.pieces import files, parts
from app.ui.pieces.theme import SPACE
from app.ui.review.shown import Shown

_TILES = (marked("Longest stretch"), marked("Patience"), marked("Pace"), marked("Silence"))


class NumbersView(QWidget):
    """The talk ratio against its band, the other figures as tiles, and why some can't be known.

    The buttons below write the report; whoever shows this connects them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ratio = RatioView()
        self.cut_ins = FigureView(
            tr("Cut-ins"), (tr("you"), tr("customer")), tr("times one spoke up while the other was speaking")
        )
        self.tiles = {tr(name): FigureView(tr(name)) for name in _TILES}
        self.unknown = parts.words("", "soft")
        self.leak = parts.words("", "soft")
        self.save_page = parts.button(tr("Save page as HTML …"))
        self.print_out = parts.button(tr("Print …"), keys="Ctrl+P")
        self.save_pdf = parts.button(tr("Save as PDF …"))
        self.save_json = parts.button(tr("Save numbers as JSON …"))
        self.report = (self.save_page, self.print_out, self.save_pdf, self.save_json)
        files.withhold(*self.report)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.ratio)
        column.addWidget(parts.tiles(self.cut_ins, *self.tiles.values()))
        column.addWidget(self.leak)
        column.addWidget(self.unknown)
        column.addWidget(parts.row(*self.report))
        column.addStretch(1)

    def show_call(self, shown: Shown | None, kind: CallType) -> None:
        """Show the numbers of a call, as far as they are known; None forgets them."""
        for each in self.report:
            each.setEnabled(shown is not None and shown.done)
        if shown is None:
            self.ratio.show_ratio(None, "", coming=True)
            self.cut_ins.show_figures(None, None)
            for tile in self.tiles.values():
                tile.show_figures(None)
            self.unknown.setText("")
            self.leak.setText("")
            return
        report = relabelled(shown.report, shown.labels)
        measures = report.measures
        why = {name: each for each in unknowns(report) for name in each.names}
        self.ratio.show_band((kind.low, kind.high))
        missing = why.get(tr(TALK_RATIO))
        share = measures.talk_share
        self.ratio.show_ratio(
            measures.talk_ratio,
            tr("comes with the first minutes of speech")
            if not shown.done
            else f"{missing.reason} {missing.remedy}"
            if missing
            else "",
            "" if share is None else tr("Talk share: {percent} % of the call", percent=words.percent(share)),
            coming=not shown.done,
        )
        counts = measures.interruptions_agent, measures.interruptions_customer
        self.cut_ins.show_figures(*(None if each is None else str(each) for each in counts))
        for figure in figures(report):
            if figure.name in self.tiles:
                unit, more = figure.unit, figure.more
                if "/" in unit:  # too long to stand beside a large number
                    unit, more = "", unit
                value = None if figure.value is None else f"{figure.value} {unit}".strip()
                note = f"{more}: {figure.meaning}" if more else figure.meaning
                if figure.value is None and figure.name in why and shown.done:
                    note = f"{tr(words.NOT_MEASURABLE)}: {why[figure.name].reason}"
                self.tiles[figure.name].show_figures(value, note=note)
        others = [
            f"{each.reason} {each.remedy}" for each in unknowns(report) if tr(TALK_RATIO) not in each.names
        ]
        self.unknown.setText("" if not shown.done or not others else " ".join(others[:1]))
        self.unknown.setVisible(bool(self.unknown.text()))
        self.leak.setText(leak(report) or "")
        self.leak.setVisible(bool(self.leak.text()))
