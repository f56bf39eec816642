package org.vitrine.app.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.charts.format.Numbers;

/** All methods by family, and how far each is; those that do not fit the model say why. */
final class MethodList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 232;

    private final Consumer<String> choose;
    private final Consumer<String> stop;
    private final Map<String, Row> rows = new HashMap<>();

    /**
     * @param choose called with a method that the user opens
     * @param stop called with a method that the user stops
     */
    MethodList(Consumer<String> choose, Consumer<String> stop) {
        this.choose = choose;
        this.stop = stop;
        setId("method-list");
        getStyleClass().add("method-list");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        MethodFamily family = null;
        for (AttributionMethod method : AttributionMethods.all()) {
            if (method.family() != family) {
                family = method.family();
                Label heading = new Label(MethodTexts.family(family));
                heading.getStyleClass().addAll("section-heading", "method-family");
                getChildren().add(heading);
            }
            Row row = new Row(method);
            rows.put(method.id(), row);
            getChildren().add(row);
        }
    }

    /**
     * Shows where all methods are.
     *
     * @param results by id, of those that fit
     * @param refused why others do not, by id
     * @param chosen the one that stands large
     */
    void show(Map<String, MethodResult> results, Map<String, String> refused, String chosen) {
        rows.forEach((id, row) -> {
            row.pseudoClassStateChanged(CHOSEN, id.equals(chosen));
            row.show(results.get(id), Optional.ofNullable(refused.get(id)));
        });
    }

    private final class Row extends VBox {
        private final String id;
        private final Label title = new Label();
        private final Label note = new Label();
        private final Label remark = new Label();
        private final ProgressBar progress = new ProgressBar();
        private final HBox computing;
        private final Tooltip tooltip = new Tooltip();
        private boolean fits = true;

        Row(AttributionMethod method) {
            id = method.id();
            setId("method-" + id);
            getStyleClass().add("method-row");
            setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            title.setText(MethodTexts.title(id));
            note.getStyleClass().add("method-note");
            note.setMinWidth(USE_PREF_SIZE);
            remark.getStyleClass().add("method-note");
            remark.setWrapText(true);
            remark.setMinHeight(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(8, title, gap, note);
            line.setAlignment(Pos.BASELINE_LEFT);
            Button end = new Button(null, new FontIcon("mdi2s-stop"));
            end.setId("stop-" + id);
            end.getStyleClass().addAll("flat", "button-icon", "small");
            end.setAccessibleText(Texts.get("explain.stop"));
            end.setTooltip(new Tooltip(Texts.get("explain.stop")));
            end.setOnAction(event -> stop.accept(id));
            progress.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(progress, Priority.ALWAYS);
            computing = new HBox(8, progress, end);
            computing.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(line, remark, computing);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            Tooltip.install(this, tooltip);
            setOnMouseClicked(event -> open());
            setOnKeyPressed(event -> {
                if (List.of(KeyCode.ENTER, KeyCode.SPACE).contains(event.getCode())) {
                    open();
                    event.consume();
                }
            });
        }

        private void open() {
            if (fits) {
                requestFocus();
                choose.accept(id);
            }
        }

        void show(@Nullable MethodResult result, Optional<String> refusal) {
            fits = refusal.isEmpty();
            setFocusTraversable(fits);
            getStyleClass().remove("refused");
            if (!fits) {
                getStyleClass().add("refused");
            }
            note.setText(
                    result instanceof MethodResult.Done done
                            ? MethodTexts.note(done.answer())
                            : result instanceof MethodResult.Computing part ? Numbers.percent(part.share()) : "");
            show(remark, refusal.orElseGet(() -> remark(result)));
            boolean working = result instanceof MethodResult.Computing;
            computing.setVisible(working);
            computing.setManaged(working);
            progress.setProgress(result instanceof MethodResult.Computing part ? part.share() : 0);
            tooltip.setText(refusal.orElseGet(() -> MethodTexts.explanation(id)));
            setAccessibleText(title.getText() + ". " + note.getText() + " " + remark.getText());
        }

        private static String remark(@Nullable MethodResult result) {
            if (result instanceof MethodResult.Unasked) {
                return Texts.get("explain.unasked");
            }
            return result instanceof MethodResult.Failed failed ? failed.message() : "";
        }

        private static void show(Label label, String text) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }
}
