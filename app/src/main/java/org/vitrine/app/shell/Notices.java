package org.vitrine.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import org.controlsfx.control.NotificationPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Messages to the user in a bar above the stage, one at a time; none is lost. Call on the FX thread. */
public final class Notices {
    private record Notice(String text, String icon) {}

    private final NotificationPane pane;
    private final Deque<Notice> waiting = new ArrayDeque<>();

    public Notices(Node content) {
        pane = new NotificationPane(content);
        pane.setShowFromTop(true);
        pane.setCloseButtonVisible(true);
        pane.setOnHidden(event -> showNext());
    }

    Node node() {
        return pane;
    }

    public void error(String text) {
        post(new Notice(text, "mdi2a-alert-circle-outline"));
    }

    public void info(String text) {
        post(new Notice(text, "mdi2i-information-outline"));
    }

    private void post(Notice notice) {
        if (waiting.stream().noneMatch(notice::equals)) {
            waiting.add(notice);
        }
        if (!pane.isShowing()) {
            showNext();
        }
    }

    private void showNext() {
        Notice next = waiting.poll();
        if (next != null) {
            pane.show(next.text(), new FontIcon(next.icon()));
        }
    }
}
