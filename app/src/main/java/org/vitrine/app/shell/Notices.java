package org.vitrine.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;

/** Messages to the user in a bar above the stage, which makes room for it; one at a time, none lost. FX thread only. */
public final class Notices {
    private record Notice(String text, String icon) {}

    private final Deque<Notice> waiting = new ArrayDeque<>();
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final HBox bar;
    private final VBox node;

    public Notices(Node content) {
        text.setId("notice");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button("", new FontIcon("mdi2c-close"));
        close.setId("notice-close");
        close.getStyleClass().addAll("flat", "button-icon");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setAccessibleText(Texts.get("notice.close"));
        close.setOnAction(event -> showNext());
        bar = new HBox(12, icon, text, close);
        bar.getStyleClass().add("notice-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
        VBox.setVgrow(content, Priority.ALWAYS);
        node = new VBox(bar, content);
    }

    Node node() {
        return node;
    }

    public void error(String message) {
        post(new Notice(message, "mdi2a-alert-circle-outline"));
    }

    public void info(String message) {
        post(new Notice(message, "mdi2i-information-outline"));
    }

    private void post(Notice notice) {
        boolean known =
                waiting.contains(notice) || (bar.isVisible() && text.getText().equals(notice.text()));
        if (!known) {
            waiting.add(notice);
        }
        if (!bar.isVisible()) {
            showNext();
        }
    }

    private void showNext() {
        Notice next = waiting.poll();
        bar.setVisible(next != null);
        if (next != null) {
            text.setText(next.text());
            icon.setIconLiteral(next.icon());
        }
    }
}
