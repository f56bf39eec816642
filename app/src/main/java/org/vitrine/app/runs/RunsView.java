package org.vitrine.app.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Promises;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.store.RunEntry;

/** A table of all runs with what can be done to the chosen one. */
public final class RunsView extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    /** What the stage can ask for. */
    public interface Handler {
        void watch(RunEntry run);

        void explain(RunEntry run);

        void openGraph(RunEntry run);

        void resume(RunEntry run);

        void delete(RunEntry run);
    }

    private final TableView<RunEntry> table = new TableView<>();

    public RunsView(RunListViewModel model, Handler handler) {
        getStyleClass().add("runs-view");
        setSpacing(8);
        setStyle("-fx-padding: 16;");
        Label title = new Label(Texts.get("stage.RUNS"));
        title.getStyleClass().add("stage-title");
        Label trouble = new Label();
        trouble.getStyleClass().add("failure");
        trouble.textProperty().bind(model.problem());
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());

        table.setId("runs-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = new Label(Texts.get("runs.empty"));
        empty.getStyleClass().add("empty-state");
        table.setPlaceholder(empty);
        column("runs.title", 150, 260, RunEntry::title);
        column("runs.status", 84, 110, RunsView::status);
        column("runs.progress", 100, 110, RunsView::epochs);
        column("runs.test", 176, 190, RunsView::test);
        column("runs.device", 60, 90, run -> run.state()
                .device()
                .map(Object::toString)
                .orElse(""));
        column("runs.promise", 90, 110, run -> run.state()
                .guarantees()
                .map(Promises::brief)
                .orElse(""));
        column("runs.created", 132, 140, RunsView::started);
        column("runs.remark", 80, 300, RunsView::remark);
        table.getItems().setAll(model.runs());
        model.runs().addListener((ListChangeListener<RunEntry>) change -> refresh(model));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen().ifPresent(handler::watch);
            }
        });

        HBox buttons = new HBox(
                8,
                button("runs.watch", "mdi2c-chart-line", run -> run.problem().isEmpty(), handler::watch),
                button("runs.explain", "mdi2e-eye-outline", RunsView::isExplainable, handler::explain),
                button(
                        "runs.openGraph",
                        "mdi2g-graph-outline",
                        run -> run.problem().isEmpty() && !run.directory().trainsWords(),
                        handler::openGraph),
                button("runs.resume", "mdi2p-play", run -> run.state().isResumable(), handler::resume),
                button(
                        "runs.delete",
                        "mdi2d-delete-outline",
                        run -> !run.state().isLive(),
                        handler::delete));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(title, trouble, buttons, table);
    }

    /** Whether the run has a model and test results to look at. */
    public static boolean isExplainable(RunEntry run) {
        return run.state().test().isPresent() && !run.state().isLive();
    }

    private Optional<RunEntry> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void refresh(RunListViewModel model) {
        String id = chosen().map(RunEntry::id).orElse("");
        table.getItems().setAll(model.runs());
        model.runs().stream().filter(run -> run.id().equals(id)).findFirst().ifPresent(run -> table.getSelectionModel()
                .select(run));
    }

    /** @param least what a narrow window leaves to it, so that dates and scores are read in full */
    private void column(String key, double least, double width, Function<RunEntry, String> text) {
        TableColumn<RunEntry, String> column = new TableColumn<>(Texts.get(key));
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    private Button button(
            String key,
            String icon,
            Function<RunEntry, Boolean> possible,
            java.util.function.Consumer<RunEntry> effect) {
        Button button = new Button(Texts.get(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        BooleanBinding off = Bindings.createBooleanBinding(
                () -> !chosen().map(possible).orElse(false),
                table.getSelectionModel().selectedItemProperty());
        button.disableProperty().bind(off);
        button.setOnAction(event -> chosen().ifPresent(effect));
        return button;
    }

    /** The status in words. */
    public static String status(RunEntry run) {
        return run.problem().isPresent()
                ? Texts.get("runs.unreadable")
                : Texts.get("status." + run.state().status().name());
    }

    /** When it was started. */
    private static String started(RunEntry run) {
        return run.record().map(record -> TIME.format(record.created())).orElse("");
    }

    /** What tells a person which run it is: its title and when it was started. */
    public static String name(RunEntry run) {
        return run.title() + " \u00b7 " + started(run);
    }

    private static String epochs(RunEntry run) {
        return run.state().epochsPlanned() == 0
                ? ""
                : run.state().lastEpoch().map(last -> last.epoch()).orElse(0) + " / "
                        + run.state().epochsPlanned();
    }

    /** What the model scored, and in what; empty for runs that were not tested or have no score. */
    public static String test(RunEntry run) {
        return run.state()
                .test()
                .flatMap(test -> run.metric()
                        .map(metric -> Texts.format(
                                "runs.score." + metric,
                                metric.isShare()
                                        ? Numbers.percent(test.metric())
                                        : Numbers.significant(test.metric(), 4))))
                .orElse("");
    }

    private static String remark(RunEntry run) {
        if (run.problem().isPresent()) {
            return String.valueOf(run.problem().get().getMessage());
        }
        if (run.state().status() == RunStatus.DIVERGED) {
            return run.state().diverged().map(event -> event.what()).orElse("");
        }
        return run.state()
                .failure()
                .map(failure -> failure.what())
                .or(() -> run.state()
                        .stoppedEarly()
                        .map(early -> Texts.format("runs.stoppedEarly", early.epoch(), early.bestEpoch())))
                .orElse("");
    }
}
