package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.learning.MapsFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.watch.Block;
import org.vitrine.runs.watch.WatchRecord;

/** Filters of the first convolution, and feature maps of a pinned example, at any moment. */
final class MapsPanel extends WatchPanel {
    private final FigureView view = new FigureView(this::title);
    private final ComboBox<String> choice = new ComboBox<>();
    private final Scrubber scrubber;
    private List<Integer> iterations = List.of();
    private List<Block> blocks = List.of();
    private Optional<Tensor> drawn = Optional.empty();

    MapsPanel(Cursor cursor) {
        super("maps");
        choice.setId("maps-choice");
        scrubber = new Scrubber(cursor, "maps", i -> Texts.format("panel.iteration", Numbers.count(iterations.get(i))));
        scrubber.index().subscribe(index -> draw());
        choice.valueProperty().subscribe(chosen -> update());
        HBox controls = new HBox(12, choice, scrubber);
        HBox.setHgrow(scrubber, Priority.ALWAYS);
        build(view, controls);
    }

    @Override
    boolean refresh(WatchModel model) {
        TreeMap<String, List<WatchRecord.Seen>> sources = new TreeMap<>();
        for (WatchRecord.Filters look : model.history().all(WatchRecord.Filters.class)) {
            sources.computeIfAbsent(Texts.format("panel.maps.filters", look.node()), any -> new ArrayList<>())
                    .add(look);
        }
        for (WatchRecord.Maps look : model.history().all(WatchRecord.Maps.class)) {
            sources.computeIfAbsent(
                            Texts.format("panel.maps.of", look.node(), look.pinned() + 1), any -> new ArrayList<>())
                    .add(look);
        }
        List<String> names = List.copyOf(sources.keySet());
        if (!names.equals(choice.getItems())) {
            String before = choice.getValue();
            choice.getItems().setAll(names);
            choice.setValue(
                    before != null && names.contains(before) ? before : names.isEmpty() ? null : filters(names));
        }
        List<WatchRecord.Seen> looks =
                choice.getValue() == null ? List.of() : sources.getOrDefault(choice.getValue(), List.of());
        iterations = looks.stream().map(WatchRecord.Seen::iteration).toList();
        blocks = looks.stream()
                .map(look -> look instanceof WatchRecord.Filters filters
                        ? filters.values()
                        : ((WatchRecord.Maps) look).values())
                .toList();
        scrubber.show(iterations.stream().mapToInt(Integer::intValue).toArray());
        draw();
        return !looks.isEmpty();
    }

    private static String filters(List<String> names) {
        String start = Texts.format("panel.maps.filters", "").strip();
        return names.stream().filter(name -> name.startsWith(start)).findFirst().orElse(names.get(0));
    }

    private void draw() {
        int at = scrubber.index().get();
        if (at < 0 || at >= blocks.size() || model().isEmpty()) {
            return;
        }
        model().get().read(List.of(blocks.get(at)), tensors -> {
            drawn = Optional.of(tensors.get(0));
            view.show(new MapsFigure(tiles(tensors.get(0))));
        });
    }

    /** Maps [maps, height, width] or [maps, time]; filters [filters, channels, height, width], of several channels each its own tile. */
    private static List<MapsFigure.Tile> tiles(Tensor tensor) {
        int[] shape = tensor.shape();
        int width = shape[shape.length - 1];
        int height = shape.length >= 3 ? shape[shape.length - 2] : 1;
        boolean colour = shape.length == 4 && shape[1] == 3;
        int channels = colour ? 3 : 1;
        int size = channels * width * height;
        List<MapsFigure.Tile> tiles = new ArrayList<>();
        for (int start = 0; start + size <= tensor.size(); start += size) {
            float[] values = java.util.Arrays.copyOfRange(tensor.values(), start, start + size);
            tiles.add(new MapsFigure.Tile("", channels, height, width, values));
        }
        return tiles;
    }

    @Override
    Optional<Figure> figure() {
        return drawn.map(any -> view.figureProperty().get());
    }

    @Override
    Optional<Table> table() {
        return drawn.map(tensor -> new Table(
                List.of("place", "value"), tensor.size(), (row, column) -> column == 0 ? row : tensor.values()[row]));
    }
}
