package org.vitrine.app.train.panels;

import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.learning.ConfusionFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.watch.WatchRecord;

/** The confusion matrix of the validation part at each epoch. */
final class ConfusionPanel extends WatchPanel {
    private final FigureView view = new FigureView(this::title);
    private final Scrubber scrubber;
    private final RunExamples examples;
    private List<WatchRecord.Confusion> looks = List.of();
    private Optional<Tensor> drawn = Optional.empty();

    ConfusionPanel(Cursor cursor, RunExamples examples) {
        super("confusion");
        this.examples = examples;
        scrubber = new Scrubber(
                cursor,
                "confusion",
                i -> Texts.format("panel.epoch", looks.get(i).epoch()));
        scrubber.index().subscribe(index -> draw());
        examples.data().subscribe(data -> draw());
        build(view, scrubber);
    }

    @Override
    boolean refresh(WatchModel model) {
        looks = List.copyOf(model.history().all(WatchRecord.Confusion.class));
        scrubber.show(looks.stream().mapToInt(WatchRecord.Confusion::iteration).toArray());
        if (!looks.isEmpty()) {
            examples.load();
        }
        draw();
        return !looks.isEmpty();
    }

    private void draw() {
        int at = scrubber.index().get();
        if (at < 0 || at >= looks.size() || model().isEmpty()) {
            return;
        }
        model().get().read(List.of(looks.get(at).counts()), tensors -> {
            drawn = Optional.of(tensors.get(0));
            view.show(new ConfusionFigure(
                    examples.classNames(tensors.get(0).rows()),
                    tensors.get(0).values(),
                    Texts.get("panel.confusion.actual"),
                    Texts.get("panel.confusion.predicted")));
        });
    }

    @Override
    Optional<Figure> figure() {
        return drawn.map(any -> view.figureProperty().get());
    }

    @Override
    Optional<Table> table() {
        return drawn.map(counts -> {
            int n = counts.rows();
            List<String> names = examples.classNames(n);
            return new Table(List.of("actual", "predicted", "count"), n * n, (row, column) -> switch (column) {
                case 0 -> names.get(row / n);
                case 1 -> names.get(row % n);
                default -> (int) counts.values()[row];
            });
        });
    }
}
