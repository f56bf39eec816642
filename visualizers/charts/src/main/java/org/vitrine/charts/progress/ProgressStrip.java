package org.vitrine.charts.progress;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Durations;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;

/** What is being done, how much of it is done, and how long it will still take, in one line. */
public final class ProgressStrip extends HBox {
    private static final double GAP = 12;

    private final Label label = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label left = new Label();

    public ProgressStrip() {
        super(GAP);
        getStyleClass().add("progress-strip");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        label.getStyleClass().add("progress-label");
        left.getStyleClass().add("progress-left");
        label.setMinWidth(80);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(80);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(label, bar, left);
    }

    /**
     * Shows progress.
     *
     * @param text what is being done
     * @param share from 0 to 1; negative or NaN if unknown
     * @param remaining empty if unknown
     */
    public void show(String text, double share, Optional<Duration> remaining) {
        boolean known = share >= 0;
        label.setText(text);
        bar.setProgress(known ? Math.min(1, share) : ProgressBar.INDETERMINATE_PROGRESS);
        StringBuilder rest = new StringBuilder(known ? Numbers.percent(Math.min(1, share)) : "");
        remaining.ifPresent(time -> rest.append(rest.isEmpty() ? "" : ", ").append(Durations.left(time)));
        left.setText(rest.toString());
        setAccessibleText(rest.isEmpty() ? text : Messages.text("progress.describe", text, rest));
    }

    /** What stands at the right. */
    public String leftText() {
        return left.getText();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
