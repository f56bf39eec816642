package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.learning.Ridgeline;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchRecord.Spread;

/** How weights, gradients or activations of one layer are spread, over time. */
final class SpreadPanel extends WatchPanel {
    private final FigureView view = new FigureView(this::title);
    private final ComboBox<Spread> spreads = new ComboBox<>();
    private final ComboBox<String> layers = new ComboBox<>();
    private final Cursor cursor;
    private List<WatchRecord.Histograms> shown = List.of();
    private List<Ridgeline.Ridge> ridges = List.of();

    SpreadPanel(Cursor cursor) {
        super("spread");
        this.cursor = cursor;
        spreads.getItems().setAll(Spread.values());
        spreads.setValue(Spread.WEIGHT);
        spreads.setConverter(new Shown<>(spread -> Texts.get("panel.spread." + spread)));
        spreads.setId("spread-kind");
        layers.setId("spread-layer");
        spreads.valueProperty().subscribe(spread -> update());
        layers.valueProperty().subscribe(layer -> update());
        cursor.iterationProperty().addListener(observable -> draw());
        view.setOnMouseMoved(event -> point(event.getY()));
        view.setOnMouseExited(event -> cursor.pointAt(Double.NaN));
        HBox controls = new HBox(12, spreads, layers);
        controls.setAlignment(Pos.CENTER_LEFT);
        build(view, controls);
    }

    /** Ridges stand from the top to the foot, the oldest first. */
    private void point(double y) {
        if (!shown.isEmpty()) {
            double share = (y - 60) / Math.max(1, view.getHeight() - 110);
            int at = (int) Math.round(Math.max(0, Math.min(1, share)) * (shown.size() - 1));
            cursor.pointAt(shown.get(at).iteration());
        }
    }

    @Override
    boolean refresh(WatchModel model) {
        Spread spread = spreads.getValue();
        List<String> names = model.history()
                .began()
                .map(began -> spread == Spread.ACTIVATION
                        ? began.tapped()
                        : began.layers().stream().map(WatchRecord.Layer::node).toList())
                .orElse(List.of());
        if (!names.equals(layers.getItems())) {
            String before = layers.getValue();
            layers.getItems().setAll(names);
            layers.setValue(before != null && names.contains(before) ? before : names.isEmpty() ? null : names.get(0));
        }
        int layer = names.indexOf(layers.getValue());
        List<WatchRecord.Histograms> looks = model.history().all(WatchRecord.Histograms.class).stream()
                .filter(look -> look.spread() == spread
                        && layer >= 0
                        && layer < look.low().size())
                .toList();
        List<WatchRecord.Histograms> some = some(looks);
        model.read(some.stream().map(WatchRecord.Histograms::counts).toList(), counts -> take(some, counts, layer));
        return !looks.isEmpty();
    }

    private static final int MOST = 40;

    private static List<WatchRecord.Histograms> some(List<WatchRecord.Histograms> looks) {
        if (looks.size() <= MOST) {
            return looks;
        }
        List<WatchRecord.Histograms> some = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            some.add(looks.get((int) Math.round((double) i * (looks.size() - 1) / (MOST - 1))));
        }
        return some;
    }

    private void take(List<WatchRecord.Histograms> looks, List<Tensor> counts, int layer) {
        shown = looks;
        List<Ridgeline.Ridge> made = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            WatchRecord.Histograms look = looks.get(i);
            made.add(new Ridgeline.Ridge(
                    Numbers.count(look.iteration()),
                    look.low().get(layer),
                    look.high().get(layer),
                    counts.get(i).row(layer).values()));
        }
        ridges = made;
        draw();
    }

    private void draw() {
        double at = cursor.iterationProperty().get();
        int marked = -1;
        for (int i = 0; !Double.isNaN(at) && i < shown.size(); i++) {
            boolean nearer = marked < 0
                    || Math.abs(shown.get(i).iteration() - at)
                            < Math.abs(shown.get(marked).iteration() - at);
            marked = nearer ? i : marked;
        }
        view.show(new Ridgeline(Texts.get("panel.spread." + spreads.getValue()), ridges, marked));
    }

    @Override
    Optional<Figure> figure() {
        return ridges.isEmpty()
                ? Optional.empty()
                : Optional.of(view.figureProperty().get());
    }

    @Override
    Optional<Table> table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < ridges.size(); i++) {
            Ridgeline.Ridge ridge = ridges.get(i);
            double width = (ridge.high() - ridge.low()) / ridge.shares().length;
            for (int bin = 0; bin < ridge.shares().length; bin++) {
                rows.add(List.of(
                        shown.get(i).iteration(),
                        ridge.low() + bin * width,
                        ridge.low() + (bin + 1) * width,
                        ridge.shares()[bin]));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Table.of(List.of("iteration", "from", "to", "share"), rows));
    }
}
