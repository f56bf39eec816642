package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.train.WatchChoice;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.figure.FittedFigure;
import org.vitrine.charts.learning.PinnedFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;
import org.vitrine.runs.watch.Pinned;
import org.vitrine.runs.watch.WatchRecord;

/** Pinned examples over the epochs: what the model made of each, and why. */
final class PinnedPanel extends WatchPanel {
    private static final int MOST_EXAMPLES = 1_000_000;
    private static final double GAP = 8;
    /** With its label and the button behind it. */
    private static final double LEAST_SLIDER = 150;

    private final FigureView view = new FigureView(this::title);
    private final AttributionTexts methodTexts = new AttributionTexts(Locale.getDefault());
    private final Scrubber scrubber;
    private final RunExamples examples;
    private final WatchChoice choice;
    private final ComboBox<String> methods = new ComboBox<>();
    private final MenuButton pins = new MenuButton("", new FontIcon("mdi2p-pin-outline"));
    private final CustomMenuItem pinning = new CustomMenuItem(pinning(), false);
    private final StringProperty under = new SimpleStringProperty("");
    private Runnable fit = () -> {};
    private List<WatchRecord.PinnedSeen> looks = List.of();

    PinnedPanel(Cursor cursor, RunExamples examples, WatchChoice choice) {
        super("pinned");
        this.examples = examples;
        this.choice = choice;
        scrubber = new Scrubber(
                cursor, "pinned", i -> Texts.format("panel.epoch", looks.get(i).epoch()));
        scrubber.index().subscribe(index -> draw());
        examples.data().subscribe(data -> draw());
        pins.setId("pinned-pins");
        pins.setAccessibleText(Texts.get("panel.pinned.pins"));
        pins.setTooltip(new Tooltip(Texts.get("panel.pinned.pins")));
        pins.setMinWidth(Region.USE_PREF_SIZE);
        build(scroll(), controls());
    }

    /** The slider beside the choices, or under them in a narrow panel. */
    private FlowPane controls() {
        HBox choices = new HBox(GAP, methods(), pins);
        FlowPane controls = new FlowPane(GAP, GAP, choices, scrubber);
        controls.setRowValignment(VPos.CENTER);
        controls.setMinHeight(Region.USE_PREF_SIZE);
        scrubber.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            double row = controls.getWidth()
                                    - controls.getInsets().getLeft()
                                    - controls.getInsets().getRight();
                            double rest = row - choices.getWidth() - GAP - 1;
                            return Math.max(0, rest >= LEAST_SLIDER ? rest : row);
                        },
                        controls.widthProperty(),
                        controls.insetsProperty(),
                        choices.widthProperty()));
        return controls;
    }

    /** Cards stand below each other where there is no room for pictures that can be read. */
    private ScrollPane scroll() {
        FittedFigure fitted = new FittedFigure(view);
        ScrollPane scroll = new ScrollPane(fitted);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinSize(0, 0);
        fit = () -> fitted.fit(width -> Math.max(view.figureProperty().get().height(width), scroll.getHeight()));
        scroll.heightProperty().subscribe(height -> fit.run());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(under);
        view.setOnMouseMoved(event -> {
            under.set(told(event.getX(), event.getY()));
            if (under.get().isEmpty()) {
                Tooltip.uninstall(view, whole);
            } else {
                Tooltip.install(view, whole);
            }
        });
        return scroll;
    }

    /** All that the card at a place says. */
    private String told(double x, double y) {
        return view.figureProperty().get() instanceof PinnedFigure figure
                ? figure.at(x, y, view.getWidth(), view.getHeight())
                        .map(card -> card.title() + "\n" + card.says())
                        .orElse("")
                : "";
    }

    private ComboBox<String> methods() {
        methods.setId("pinned-method");
        methods.setPrefWidth(168);
        methods.setTooltip(new Tooltip(Texts.get("panel.pinned.method")));
        methods.getItems()
                .setAll(AttributionMethods.all().stream()
                        .filter(method -> !method.isExpensive())
                        .map(AttributionMethod::id)
                        .toList());
        methods.setConverter(new Shown<>(id -> methodTexts.title(id)));
        choice.watching().subscribe(now -> methods.setValue(now.method()));
        methods.setOnAction(event -> {
            String chosen = methods.getValue();
            if (chosen != null && !chosen.equals(choice.watching().get().method())) {
                choice.choose(choice.watching().get().withMethod(chosen));
            }
        });
        return methods;
    }

    private HBox pinning() {
        ComboBox<Part> part = new ComboBox<>();
        part.getItems().setAll(Part.TEST, Part.VALIDATION, Part.TRAIN);
        part.setValue(Part.TEST);
        part.setConverter(new Shown<>(one -> Texts.get("panel.part." + one)));
        Spinner<Integer> number = new Spinner<>(1, MOST_EXAMPLES, 1);
        number.setEditable(true);
        number.setPrefWidth(96);
        number.setId("pinned-number");
        number.setAccessibleText(Texts.get("panel.pinned.number"));
        Button pin = new Button(Texts.get("panel.pinned.pin"), new FontIcon("mdi2p-pin-outline"));
        pin.setId("pinned-pin");
        pin.setOnAction(event -> {
            int size = examples.data()
                    .get()
                    .map(data -> data.part(part.getValue()).size())
                    .orElse(MOST_EXAMPLES);
            choice.pinToo(pinned(), new Pinned(part.getValue(), Math.min(size, number.getValue()) - 1));
        });
        HBox row = new HBox(8, new Label(Texts.get("panel.pinned.example")), part, number, pin);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private List<Pinned> pinned() {
        return model().map(model -> model.history().pinned()).orElse(List.of());
    }

    @Override
    boolean refresh(WatchModel model) {
        looks = List.copyOf(model.history().all(WatchRecord.PinnedSeen.class));
        scrubber.show(looks.stream().mapToInt(WatchRecord.PinnedSeen::iteration).toArray());
        List<MenuItem> items = new ArrayList<>(List.of(pinning, new SeparatorMenuItem()));
        for (Pinned pin : pinned()) {
            MenuItem item = new MenuItem(Texts.format("panel.pinned.unpin", name(pin.part(), pin.example())));
            item.setDisable(pinned().size() < 2);
            item.setOnAction(event -> choice.pin(
                    pinned().stream().filter(other -> !other.equals(pin)).toList()));
            items.add(item);
        }
        if (!pins.isShowing()) {
            pins.getItems().setAll(items);
        }
        if (!looks.isEmpty()) {
            examples.load();
        }
        draw();
        return !looks.isEmpty();
    }

    private static String name(Part part, int example) {
        return Texts.format("panel.pinned.name", Texts.get("panel.part." + part), example + 1);
    }

    private void draw() {
        int at = scrubber.index().get();
        if (at < 0 || at >= looks.size() || model().isEmpty()) {
            return;
        }
        WatchRecord.PinnedSeen look = looks.get(at);
        List<WatchRecord.Answer> answers = look.answers();
        PinnedCards cards = new PinnedCards(examples.data().get(), examples.places(), looks);
        model().get().read(answers.stream().map(WatchRecord.Answer::relevance).toList(), relevance -> {
            List<PinnedFigure.Card> made = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                Tensor map = relevance.get(i);
                made.add(cards.card(name(answers.get(i).part(), answers.get(i).example()), answers.get(i), map, look));
            }
            view.show(new PinnedFigure(made));
            fit.run();
        });
    }

    @Override
    Optional<Figure> figure() {
        return looks.isEmpty()
                ? Optional.empty()
                : Optional.of(view.figureProperty().get());
    }

    @Override
    Optional<Table> table() {
        List<List<Object>> rows = new ArrayList<>();
        for (WatchRecord.PinnedSeen look : looks) {
            for (WatchRecord.Answer answer : look.answers()) {
                for (int k = 0; k < answer.outputs().size(); k++) {
                    rows.add(Arrays.asList(
                            look.epoch(),
                            look.iteration(),
                            String.valueOf(answer.part()),
                            answer.example() + 1,
                            answer.place().isPresent() ? answer.place().getAsInt() : "",
                            k,
                            answer.outputs().get(k)));
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Table.of(List.of("epoch", "iteration", "part", "example", "place", "output", "value"), rows));
    }
}
