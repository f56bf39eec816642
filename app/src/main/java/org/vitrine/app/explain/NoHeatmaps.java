package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.ExampleLooks;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.evaluation.Look;
import org.vitrine.charts.evaluation.TilesFigure;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.metrics.Box;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.evaluation.TestEvaluation.Kind;

/** In the place of heatmaps where no method fits the model: the example, what was made of it, and why there is no more. */
final class NoHeatmaps extends HBox {
    private static final double SIDE = 300;

    private final FigureView picture = new FigureView(() -> Texts.get("explain.why"));
    private final Label heading = label("card-title");
    private final Label told = label("answer-text");
    private final Label refusal = label("why-not");

    NoHeatmaps() {
        super(24);
        heading.setId("example-heading");
        told.setId("example-told");
        refusal.setId("explain-refusal");
        Label instead = label("text-muted");
        instead.setText(Texts.get("explain.instead"));
        VBox side = new VBox(12, heading, told, refusal, instead);
        side.setMaxWidth(520);
        HBox.setHgrow(side, Priority.ALWAYS);
        picture.setId("example-large");
        getChildren().addAll(picture, side);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    void show(Subject subject, int example) {
        heading.setText(Texts.format("explain.example", Integer.toString(example)));
        told.setText(Examples.told(subject, example));
        told.setManaged(!told.getText().isEmpty());
        refusal.setText(subject.refusal().orElse(""));
        TilesFigure tile = new TilesFigure(List.of(tile(subject, example)), SIDE, -1);
        double width = tile.tiles().get(0).looks().size() * (SIDE + 4) + 20;
        picture.setMinSize(width, tile.height(width));
        picture.setPrefSize(width, tile.height(width));
        picture.setMaxSize(width, tile.height(width));
        picture.show(tile);
    }

    /** The example with what was found in it, or beside what was made of it. */
    private static TilesFigure.Tile tile(Subject subject, int example) {
        TestEvaluation test = subject.evaluation();
        Tensor input = subject.dataset().test().example(example).inputs().row(0);
        List<Look> looks = new ArrayList<>(List.of(look(subject, input, Examples.words(subject, example))));
        if (test.kind() == Kind.RECONSTRUCTIONS && example < test.outputs().length) {
            looks.add(look(subject, new Tensor(input.shape(), test.outputs()[example]), List.of()));
        }
        List<TilesFigure.Marked> marked = new ArrayList<>();
        Optional<TestEvaluation.FoundBoxes> boxes = Examples.boxes(test, example);
        boxes.ifPresent(known -> {
            known.actual().forEach(box -> marked.add(new TilesFigure.Marked(box, "", false)));
            for (Box box : Examples.sure(known.found())) {
                String name = test.targetNames().get(box.type()) + " " + Numbers.percent(box.confidence());
                marked.add(new TilesFigure.Marked(box, name, true));
            }
        });
        List<String> captions = boxes.isPresent()
                ? List.of(Texts.get("explain.boxes"))
                : looks.size() > 1 ? List.of(Texts.get("explain.reconstructed")) : List.of();
        return new TilesFigure.Tile(example, looks, captions, false, marked);
    }

    private static Look look(Subject subject, Tensor values, List<String> words) {
        return ExampleLooks.LARGE.of(subject.dataset().presentation(), values, words);
    }
}
