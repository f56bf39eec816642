package org.vitrine.charts.preview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.charts.bars.BarTrack;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;

/** How many examples each class has, as bars beside each other's lengths. */
public final class ClassBalance extends VBox {
    private static final int MOST = 24;
    private static final double EVEN = 1.5;

    public ClassBalance() {
        getStyleClass().addAll("vitrine-chart", "bars-view", "class-balance");
        setSpacing(4);
    }

    /**
     * Shows classes, with a sentence on how even they are.
     *
     * @param counts one a name
     */
    public void show(List<String> names, List<Integer> counts) {
        if (names.size() != counts.size()) {
            throw new IllegalArgumentException(names.size() + " classes cannot have " + counts.size() + " counts");
        }
        getChildren().clear();
        int total = counts.stream().mapToInt(Integer::intValue).sum();
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = counts.stream().mapToInt(Integer::intValue).min().orElse(0);
        Label verdict = new Label(verdict(names, counts, most, least));
        verdict.getStyleClass().add("muted");
        verdict.setWrapText(true);
        getChildren().add(verdict);
        for (int i = 0; i < Math.min(MOST, names.size()); i++) {
            getChildren().add(row(names.get(i), counts.get(i), most, total));
        }
        if (names.size() > MOST) {
            Label more = new Label(Messages.text("preview.classes.more", Numbers.count(names.size() - MOST)));
            more.getStyleClass().add("muted");
            getChildren().add(more);
        }
        setAccessibleText(verdict.getText());
    }

    private static String verdict(List<String> names, List<Integer> counts, int most, int least) {
        if (names.isEmpty()) {
            return Messages.text("preview.classes.empty");
        }
        if (most <= EVEN * least) {
            return Messages.text("preview.classes.even", names.size());
        }
        String large = names.get(counts.indexOf(most));
        String small = names.get(counts.indexOf(least));
        return least == 0
                ? Messages.text("preview.classes.missing", small)
                : Messages.text("preview.classes.uneven", large, Numbers.significant((double) most / least, 2), small);
    }

    private static HBox row(String name, int count, int most, int total) {
        Label label = new Label(name);
        label.getStyleClass().add("bar-name");
        label.setMinWidth(96);
        label.setPrefWidth(128);
        BarTrack track = new BarTrack(0, most == 0 ? 0 : (double) count / most, false, "-color-accent-emphasis");
        HBox.setHgrow(track, Priority.ALWAYS);
        Label value = new Label(Numbers.count(count));
        value.getStyleClass().add("bar-value");
        value.setMinWidth(56);
        Label share = new Label(total == 0 ? "" : Numbers.percent((double) count / total));
        share.getStyleClass().add("bar-value");
        share.setMinWidth(52);
        HBox row = new HBox(8, label, track, value, share);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
