package org.vitrine.app.train.panels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Shown;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.train.WatchChoice;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionTexts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.charts.curves.Cursor;
import org.vitrine.charts.figure.FigureView;
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

    private final FigureView view = new FigureView(this::title);
    private final AttributionTexts methodTexts = new AttributionTexts(Locale.getDefault());
    private final Scrubber scrubber;
    private final RunExamples examples;
    private final WatchChoice choice;
    private final ComboBox<String> methods = new ComboBox<>();
    private final MenuButton pins = new MenuButton(Texts.get("panel.pinned.pins"), new FontIcon("mdi2p-pin-outline"));
    private final CustomMenuItem pinning = new CustomMenuItem(pinning(), false);
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
        HBox controls = new HBox(8, methods(), pins);
        controls.setAlignment(Pos.CENTER_LEFT);
        build(view, controls, scrubber);
    }

    private ComboBox<String> methods() {
        methods.setId("pinned-method");
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
