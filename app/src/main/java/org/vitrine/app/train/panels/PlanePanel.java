package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.util.Subscription;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.learning.PlaneFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.watch.WatchReader;
import org.vitrine.runs.watch.WatchRecord;

/** The playground: where a model with two inputs draws its boundaries, live, and what each hidden unit does. */
final class PlanePanel extends WatchPanel {
    private static final int MOST_DOTS = 300;

    private final FigureView view = new FigureView(this::title);
    private final Scrubber scrubber;
    private final Cursor cursor;
    private final RunExamples examples;
    private List<WatchRecord.Surface> looks = List.of();
    private List<PlaneFigure.Dot> dots = List.of();
    private Subscription followingLive = Subscription.EMPTY;
    private static final int FIRST_LAYER = -1;

    PlanePanel(Cursor cursor, RunExamples examples) {
        super("plane");
        this.cursor = cursor;
        this.examples = examples;
        scrubber = new Scrubber(
                cursor,
                "plane",
                i -> Texts.format("panel.iteration", Numbers.count(looks.get(i).iteration())));
        scrubber.index().subscribe(index -> drawKept());
        examples.data().subscribe(data -> {
            dots = data.map(PlanePanel::dots).orElse(List.of());
            drawKept();
        });
        build(view, scrubber);
    }

    private static List<PlaneFigure.Dot> dots(Dataset data) {
        Split split = data.train();
        int count = Math.min(MOST_DOTS, split.size());
        if (count == 0) {
            return List.of();
        }
        boolean classes = data.spec().target().kind() == Target.Kind.CLASSES;
        Batch batch = split.batch(IntStream.range(0, count).toArray());
        float[] places = batch.inputs().values();
        if (places.length != 2 * count) {
            return List.of();
        }
        List<PlaneFigure.Dot> dots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = classes ? (int) batch.targets().values()[i] : 0;
            dots.add(new PlaneFigure.Dot(places[2 * i], places[2 * i + 1], kind));
        }
        return dots;
    }

    @Override
    void show(WatchModel shown) {
        super.show(shown);
        followingLive.unsubscribe();
        followingLive = shown.live().subscribe(newest -> newest.ifPresent(this::drawLive));
    }

    @Override
    boolean refresh(WatchModel model) {
        looks = List.copyOf(model.history().all(WatchRecord.Surface.class));
        scrubber.show(looks.stream().mapToInt(WatchRecord.Surface::iteration).toArray());
        if (!looks.isEmpty()) {
            examples.load();
        }
        drawKept();
        return !looks.isEmpty();
    }

    private boolean isLive() {
        return Double.isNaN(cursor.iterationProperty().get());
    }

    private void drawLive(WatchReader.Live newest) {
        if (isSeen() && isLive()) {
            draw(newest.surface(), newest.outputs(), newest.hidden());
        }
    }

    private void drawKept() {
        int at = scrubber.index().get();
        if (at < 0 || at >= looks.size() || model().isEmpty()) {
            return;
        }
        Optional<WatchReader.Live> newest = model().get().live().get();
        WatchRecord.Surface kept = looks.get(at);
        if (isLive() && newest.isPresent() && newest.get().surface().iteration() >= kept.iteration()) {
            drawLive(newest.get());
            return;
        }
        model().get()
                .read(List.of(kept.outputs(), kept.hidden()), tensors -> draw(kept, tensors.get(0), tensors.get(1)));
    }

    private void draw(WatchRecord.Surface surface, Tensor outputs, Tensor hidden) {
        int side = outputs.shape()[1];
        view.show(new PlaneFigure(
                new PlaneFigure.Bounds(surface.left(), surface.right(), surface.bottom(), surface.top()),
                side,
                outputs.values(),
                hidden.values(),
                surface.nodes(),
                dots,
                FIRST_LAYER));
    }

    @Override
    Optional<Figure> figure() {
        return looks.isEmpty()
                ? Optional.empty()
                : Optional.of(view.figureProperty().get());
    }

    @Override
    Optional<Table> table() {
        if (!(view.figureProperty().get() instanceof PlaneFigure figure)) {
            return Optional.empty();
        }
        int places = figure.side() * figure.side();
        int classes = figure.outputs().length / places;
        List<String> columns = new ArrayList<>(List.of("x", "y"));
        IntStream.range(0, classes).forEach(k -> columns.add("output " + k));
        IntStream.range(0, figure.nodes().size())
                .forEach(unit -> columns.add(figure.nodes().get(unit) + " unit " + unit));
        PlaneFigure.Bounds bounds = figure.bounds();
        return Optional.of(new Table(columns, places, (row, column) -> {
            if (column == 0) {
                return bounds.left() + (bounds.right() - bounds.left()) * (row % figure.side() + 0.5) / figure.side();
            }
            if (column == 1) {
                int line = row / figure.side();
                return bounds.bottom() + (bounds.top() - bounds.bottom()) * (line + 0.5) / figure.side();
            }
            int plane = column - 2;
            return plane < classes
                    ? figure.outputs()[plane * places + row]
                    : figure.hidden()[(plane - classes) * places + row];
        }));
    }
}
