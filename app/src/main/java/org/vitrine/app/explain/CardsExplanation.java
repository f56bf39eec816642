package org.vitrine.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.RelevanceTables;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.charts.figure.PartsFigure;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;

/** One card per method, for inputs that are no images: words with coloured ground, or bars per feature. */
final class CardsExplanation implements Explanation {
    private static final double GAP = 12;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** How one answer looks; {@code step} is the one whose score is explained, if it is one. */
    interface Drawing {
        Region draw(Subject subject, int example, OptionalInt step, MethodResult.Done answer);

        /** For a file. */
        Figure figure(Subject subject, int example, OptionalInt step, MethodResult.Done answer);

        /** How high it is in a file, at least. */
        default double height() {
            return 0;
        }

        /** What the values belong to, other than words. */
        List<String> names(Subject subject, int example, int count);
    }

    private final Drawing drawing;
    private final FlowPane cards = new FlowPane(GAP, GAP);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final double leastWidth;
    private Consumer<String> choose = id -> {};
    private String inView = "";
    private final PanelFrame frame;
    private Supplier<Optional<Figure>> figure = Optional::empty;
    private Supplier<Optional<Table>> table = Optional::empty;

    /**
     * Cards.
     *
     * @param leastWidth of a card; as many as fit stand side by side, and fill the room
     * @param exports writes panels to files
     */
    CardsExplanation(double leastWidth, Drawing drawing, PanelFrame.Exports exports) {
        this.leastWidth = leastWidth;
        this.drawing = drawing;
        cards.setId("method-cards");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        frame = new PanelFrame(
                new Panel("heatmaps", Texts.get("explain.maps"), scroll, () -> figure.get(), () -> table.get()),
                exports);
        cards.widthProperty().subscribe(width -> widen());
    }

    private void widen() {
        double columns = Math.max(1, Math.floor((cards.getWidth() + GAP) / (leastWidth + GAP)));
        // A hair less, so that rounding breaks no row.
        double width = Math.max(leastWidth, Math.floor((cards.getWidth() + GAP) / columns - GAP - 0.5));
        cards.getChildren().forEach(card -> ((Region) card).setPrefWidth(width));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void show(
            Subject subject, int example, OptionalInt place, Map<String, MethodResult> results, String chosen) {
        OptionalInt step = step(subject, example, place);
        Map<String, Node> made = new LinkedHashMap<>();
        results.forEach((id, result) -> {
            // What is not there yet stands in the list of methods alone.
            if (!(result instanceof MethodResult.Unasked) && !(result instanceof MethodResult.Computing)) {
                made.put(id, card(subject, example, step, id, result, id.equals(chosen)));
            }
        });
        cards.getChildren().setAll(made.values());
        widen();
        Map<String, MethodResult.Done> done = new LinkedHashMap<>();
        results.forEach((id, result) -> {
            if (result instanceof MethodResult.Done answer) {
                done.put(id, answer);
            }
        });
        figure = () -> done.isEmpty() ? Optional.empty() : Optional.of(figure(subject, example, step, done));
        table = () -> done.isEmpty() ? Optional.empty() : Optional.of(table(subject, example, done));
        Node card = made.get(chosen);
        // Cards above grow while their answers come.
        boolean settled = results.values().stream().noneMatch(MethodResult.Waiting.class::isInstance);
        String look = chosen + settled;
        if (card != null && !look.equals(inView)) {
            inView = look;
            show(card);
        }
    }

    /** The word, or the step, that the place is of. */
    private static OptionalInt step(Subject subject, int example, OptionalInt place) {
        Tensor input = subject.dataset().test().example(example).inputs().row(0);
        int[] shape = input.shape();
        int step = place.isEmpty()
                ? -1
                : subject.places()
                        .map(names -> names.step(place.getAsInt(), shape[shape.length - 1]))
                        .orElse(-1);
        boolean words = !Examples.words(subject, example).isEmpty();
        int marked = step < 0 || !words ? step : WordSteps.word(input, step);
        return marked < 0 ? OptionalInt.empty() : OptionalInt.of(marked);
    }

    private Figure figure(Subject subject, int example, OptionalInt step, Map<String, MethodResult.Done> done) {
        List<PartsFigure.Part> parts = new ArrayList<>();
        done.forEach((id, answer) -> parts.add(new PartsFigure.Part(
                MethodTexts.title(id),
                MethodTexts.note(answer.answer()),
                drawing.figure(subject, example, step, answer))));
        return new PartsFigure(parts, leastWidth, drawing.height());
    }

    private Table table(Subject subject, int example, Map<String, MethodResult.Done> done) {
        Map<String, Tensor> maps = new LinkedHashMap<>();
        List<String> words = Examples.words(subject, example);
        Tensor input = subject.dataset().test().example(example).inputs().row(0);
        done.forEach((id, answer) -> maps.put(
                id,
                words.isEmpty()
                        ? answer.relevance()
                        : Tensor.of(WordSteps.values(input, answer.relevance(), words.size()), words.size())));
        int count = maps.values().stream().mapToInt(Tensor::size).findFirst().orElse(0);
        return RelevanceTables.ofMethods(maps, words, drawing.names(subject, example, count));
    }

    /** Scrolls a card to the top. */
    private void show(Node card) {
        scroll.applyCss();
        scroll.layout();
        double hidden = cards.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.min(1, card.getBoundsInParent().getMinY() / hidden));
        }
    }

    private Node card(Subject subject, int example, OptionalInt step, String id, MethodResult result, boolean chosen) {
        Label title = new Label(MethodTexts.title(id));
        title.getStyleClass().add("card-title");
        Label note = new Label();
        note.getStyleClass().add("text-muted");
        VBox card = new VBox(8, new HBox(12, title, note));
        card.getStyleClass().addAll("panel", "method-card");
        card.pseudoClassStateChanged(CHOSEN, chosen);
        card.setFocusTraversable(true);
        if (result instanceof MethodResult.Done done) {
            note.setText(MethodTexts.note(done.answer()));
            card.getChildren().add(drawing.draw(subject, example, step, done));
        } else if (result instanceof MethodResult.Failed failed) {
            Label trouble = new Label(failed.message());
            trouble.setWrapText(true);
            trouble.getStyleClass().add("failure");
            card.getChildren().add(trouble);
        }
        card.setOnMouseClicked(event -> choose.accept(id));
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.accept(id);
            }
        });
        return card;
    }

    @Override
    public void onChoose(Consumer<String> newChoose) {
        choose = newChoose;
    }
}
