package org.vitrine.app.data.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.options.OptionsForm;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.ShownView;
import org.vitrine.app.data.steps.PipelineViewModel.StepRow;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.preview.VocabularyView;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.steps.Step;
import org.vitrine.datasets.steps.Steps;

/** The steps at the left; the chosen one's options, and an example before and after it, at the right. */
public final class PipelineView extends HBox {
    private static final int COUNTED = 5000;

    private final PipelineViewModel model;
    private final Latest latest;
    private final Label title = new Label();
    private final Label help = new Label();
    private final VBox form = new VBox();
    private final ShownView before;
    private final ShownView after;
    private final Label content = new Label();
    private final Label number = new Label();
    private final VBox vocabulary = new VBox();
    private String formOf = "";

    /**
     * The list of steps with an example before and after.
     *
     * @param latest computes the example that is shown; the last one asked for counts
     */
    public PipelineView(PipelineViewModel model, Latest latest, Background background, Runnable reset) {
        super(24);
        this.model = model;
        this.latest = latest;
        before = new ShownView(background);
        before.setId("step-before");
        after = new ShownView(background);
        after.setId("step-after");
        title.getStyleClass().add("card-title");
        help.getStyleClass().add("text-muted");
        help.setWrapText(true);
        content.getStyleClass().add("text-muted");
        VBox left = new VBox(4, heading("data.steps.before"), before);
        VBox right = new VBox(4, heading("data.steps.after"), after);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(300);
        right.setPrefWidth(300);
        HBox pair = new HBox(16, left, right);
        pair.setMinHeight(220);
        VBox page = new VBox(12, title, help, form, strip(), pair, content, vocabulary);
        HBox.setHgrow(page, Priority.ALWAYS);
        page.setMinWidth(0);
        getChildren().addAll(new StepList(model, reset), page);
        model.chosen().subscribe(place -> show());
        model.rows().subscribe(this::show);
        model.look().subscribe(now -> showExample());
        model.example().subscribe(index -> showExample());
        model.pass().subscribe(pass -> showExample());
    }

    private Node strip() {
        Button previous = button("example-previous", "mdi2c-chevron-left", "data.steps.previous", -1);
        Button next = button("example-next", "mdi2c-chevron-right", "data.steps.next", 1);
        Button again = new Button(Texts.get("data.steps.again"), new FontIcon("mdi2d-dice-5-outline"));
        again.setId("example-again");
        again.setOnAction(event -> model.pass().set(model.pass().get() + 1));
        HBox strip = new HBox(8, previous, number, next, again);
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }

    private Button button(String id, String icon, String key, int by) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Texts.get(key));
        button.setOnAction(event -> {
            int size = model.look()
                    .get()
                    .map(look -> look.raw().stage().train().size())
                    .orElse(1);
            model.example().set(Math.floorMod(model.example().get() + by, Math.max(1, size)));
        });
        return button;
    }

    private void show() {
        int place = model.chosen().get();
        if (place < 0 || place >= model.rows().size()) {
            title.setText("");
            help.setText("");
            form.getChildren().clear();
            formOf = "";
            showExample();
            return;
        }
        StepRow row = model.rows().get(place);
        StepNames names = StepNames.of(row.reference().step());
        title.setText(names.title());
        help.setText(
                row.works()
                        ? names.help()
                        : model.look().get().map(Look::problem).orElse(""));
        help.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), !row.works());
        showForm(place, row, names);
        showExample();
    }

    /** A form that is being typed into stays as it is. */
    private void showForm(int place, StepRow row, StepNames names) {
        String key = place + row.reference().step();
        boolean same = key.equals(formOf)
                && form.getChildren().size() == 1
                && form.getChildren().get(0) instanceof OptionsForm shown
                && shown.values().equals(row.reference().options());
        if (same) {
            return;
        }
        try {
            Step step = Steps.byId(row.reference().step());
            OptionsForm options =
                    new OptionsForm(names, (values, done) -> model.setOptions(place, new HashMap<>(values), done));
            options.show(step.options(), row.reference().options());
            form.getChildren().setAll(options);
            formOf = key;
        } catch (DatasetException e) {
            help.setText(e.getMessage());
            form.getChildren().clear();
        }
    }

    private void showExample() {
        Optional<Look> look = model.look().get();
        int place = model.chosen().get();
        int example = model.example().get();
        int pass = model.pass().get();
        number.setText(Texts.format("data.steps.example", example));
        if (look.isEmpty() || place < 0) {
            before.getChildren().clear();
            after.getChildren().clear();
            content.setText("");
            vocabulary.getChildren().clear();
            return;
        }
        record Found(Optional<PipelineViewModel.BeforeAfter> pair, Optional<Counted> words) {}
        latest.run(
                60,
                () -> new Found(PipelineViewModel.around(look.get(), place, example, pass), counted(look.get(), place)),
                found -> {
                    found.pair().ifPresentOrElse(this::showPair, () -> {
                        before.getChildren().clear();
                        after.showText(Texts.get("data.steps.unreached"));
                        content.setText("");
                    });
                    vocabulary.getChildren().clear();
                    found.words().ifPresent(words -> {
                        VocabularyView view = new VocabularyView();
                        view.show(words.tokens(), words.times());
                        vocabulary.getChildren().setAll(heading("data.steps.vocabulary"), view);
                    });
                },
                failure -> after.showText(String.valueOf(failure.getMessage())));
    }

    private void showPair(PipelineViewModel.BeforeAfter pair) {
        before.show(pair.before());
        after.show(pair.after());
        content.setText(Texts.format("data.steps.content", pair.content()));
    }

    private record Counted(List<String> tokens, Map<String, Integer> times) {}

    /** The vocabulary that a step found, with how often its tokens come in the training part. */
    private static Optional<Counted> counted(Look look, int place) {
        if (place < 0 || place + 1 >= look.stages().size()) {
            return Optional.empty();
        }
        Stage stage = look.stages().get(place + 1);
        if (!(stage.content() instanceof Content.Words words)) {
            return Optional.empty();
        }
        Map<String, Integer> times = new HashMap<>();
        Examples train = stage.train();
        for (int i = 0;
                i < Math.min(COUNTED, train.size()) && !Thread.currentThread().isInterrupted();
                i++) {
            if (train.example(i).value() instanceof Value.Words text) {
                text.tokens().forEach(token -> times.merge(token, 1, Integer::sum));
            }
        }
        return Optional.of(new Counted(words.vocabulary().tokens(), times));
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }
}
