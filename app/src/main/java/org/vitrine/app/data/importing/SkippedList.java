package org.vitrine.app.data.importing;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.importing.Skipped;

/** Files that can not be taken over, each with its reason. */
final class SkippedList extends TitledPane {

    SkippedList(List<Skipped> skipped, int most) {
        setText(Texts.format("import.skipped", skipped.size()));
        setId("import-skipped");
        VBox rows = new VBox(8);
        for (Skipped each : skipped.subList(0, Math.min(most, skipped.size()))) {
            Label file = new Label(each.file());
            file.getStyleClass().add("card-title");
            Label reason = new Label(each.reason());
            reason.setWrapText(true);
            rows.getChildren().add(new VBox(2, file, reason));
        }
        if (skipped.size() > most) {
            rows.getChildren().add(new Label(Texts.format("import.skipped.more", skipped.size() - most)));
        }
        setContent(rows);
        setExpanded(true);
    }
}
