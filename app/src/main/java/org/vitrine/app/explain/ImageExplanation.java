package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.RelevanceTables;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.figure.PartsFigure;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.heatmap.HeatmapGrid;
import org.vitrine.charts.heatmap.HeatmapView;
import org.vitrine.charts.heatmap.MethodMap;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;

/** The image large with one method's heatmap over it, and all methods side by side. */
final class ImageExplanation implements Explanation {
    private static final double LARGE = 480;
    /** A map of the grid and the gap beside it. */
    private static final double TILE = 184;

    /** In a file, with its legend. */
    private static final double PART = 220;

    private static final double SCROLL_BAR = 24;

    private final HeatmapView large = new HeatmapView();
    private final HeatmapGrid grid = new HeatmapGrid();
    private final HBox box;
    private final HeatmapView.DoublePair pick;
    private Map<String, Tensor> shown = Map.of();

    /**
     * Pictures.
     *
     * @param pick told where the picture is clicked, in shares of its width and height
     * @param exports writes panels to files
     */
    ImageExplanation(HeatmapView.DoublePair pick, PanelFrame.Exports exports) {
        this.pick = pick;
        large.setId("heatmap");
        grid.setId("heatmap-grid");
        Slider opacity = new Slider(0, 1, 0.7);
        opacity.setId("heatmap-opacity");
        opacity.setPrefWidth(100);
        opacity.setAccessibleText(Texts.get("explain.opacity"));
        CheckBox smooth = new CheckBox(Texts.get("explain.smooth"));
        CheckBox shared = new CheckBox(Texts.get("explain.sharedScale"));
        large.overlayOpacityProperty().bind(opacity.valueProperty());
        grid.overlayOpacityProperty().bind(opacity.valueProperty());
        large.smoothProperty().bind(smooth.selectedProperty());
        grid.smoothProperty().bind(smooth.selectedProperty());
        grid.sharedScaleProperty().bind(shared.selectedProperty());
        HBox overlay = new HBox(8, new Label(Texts.get("explain.opacity")), opacity);
        overlay.setAlignment(Pos.CENTER_LEFT);
        FlowPane controls = new FlowPane(16, 8, overlay, smooth, shared);
        large.setMaxHeight(LARGE);
        VBox map = new VBox(12, controls, large);
        VBox.setVgrow(large, Priority.ALWAYS);
        PanelFrame left = new PanelFrame(
                new Panel("heatmap", Texts.get("explain.map"), map, this::mapFigure, this::mapTable), exports);
        ScrollPane methods = new ScrollPane(grid);
        methods.setFitToWidth(true);
        methods.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        methods.getStyleClass().add("edge-to-edge");
        PanelFrame all = new PanelFrame(
                new Panel("heatmaps", Texts.get("explain.maps"), methods, this::allFigure, this::allTable), exports);
        box = new HBox(16, left, all);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(180);
        methods.prefWidthProperty().bind(box.widthProperty().map(width -> gridWidth(width.doubleValue())));
        methods.minWidthProperty().bind(methods.prefWidthProperty());
        all.setMinWidth(Region.USE_PREF_SIZE);
    }

    private Optional<Figure> mapFigure() {
        Raster image = large.imageProperty().get();
        Relevance relevance = large.relevanceProperty().get();
        return image == null || relevance == null ? Optional.empty() : Optional.of(figure(image, relevance));
    }

    private Figure figure(Raster image, Relevance relevance) {
        Rectangle2D mark = large.markProperty().get();
        return new HeatmapFigure(
                image,
                Optional.of(relevance),
                large.overlayOpacityProperty().get(),
                Optional.ofNullable(mark)
                        .map(part -> new java.awt.geom.Rectangle2D.Double(
                                part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight())));
    }

    private Optional<Table> mapTable() {
        return Optional.ofNullable(shown.get(grid.chosenProperty().get()))
                .map(map -> RelevanceTables.of(map, List.of(), List.of()));
    }

    private Optional<Figure> allFigure() {
        Raster image = large.imageProperty().get();
        return image == null || grid.getMaps().isEmpty()
                ? Optional.empty()
                : Optional.of(new PartsFigure(
                        grid.getMaps().stream()
                                .map(map ->
                                        new PartsFigure.Part(map.title(), map.note(), figure(image, map.relevance())))
                                .toList(),
                        PART,
                        TILE));
    }

    private Optional<Table> allTable() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(RelevanceTables.ofMethods(shown, List.of(), List.of()));
    }

    /** As many columns of maps as leave the large one its size, one at least. */
    private static double gridWidth(double whole) {
        double columns = Math.max(1, Math.min(4, Math.floor((whole - LARGE) / TILE)));
        return columns * TILE + SCROLL_BAR;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(
            Subject subject, int example, OptionalInt place, Map<String, MethodResult> results, String chosen) {
        Optional<Rectangle2D> part =
                place.isEmpty() ? Optional.empty() : subject.places().flatMap(names -> names.region(place.getAsInt()));
        large.markProperty().set(part.orElse(null));
        if (subject.places().isPresent()) {
            large.onPick(pick);
        }
        Tensor input = subject.dataset().test().example(example).inputs().row(0);
        Raster image = Raster.of(subject.dataset().presentation().image(input).orElse(input));
        large.imageProperty().set(image);
        grid.imageProperty().set(image);
        List<MethodMap> maps = new ArrayList<>();
        Map<String, Tensor> done = new LinkedHashMap<>();
        large.relevanceProperty().set(null);
        results.forEach((id, result) -> {
            if (result instanceof MethodResult.Done answered) {
                Relevance relevance =
                        Relevance.of(answered.relevance(), answered.answer().signed());
                maps.add(new MethodMap(id, MethodTexts.title(id), MethodTexts.note(answered.answer()), relevance));
                done.put(id, answered.relevance());
                if (id.equals(chosen)) {
                    large.relevanceProperty().set(relevance);
                }
            }
        });
        shown = done;
        if (!maps.equals(List.copyOf(grid.getMaps()))) {
            grid.getMaps().setAll(maps);
        }
        grid.chosenProperty().set(chosen);
    }

    @Override
    public void onChoose(Consumer<String> choose) {
        grid.chosenProperty().subscribe((before, now) -> {
            if (now != null && !now.isEmpty()) {
                choose.accept(now);
            }
        });
    }
}
