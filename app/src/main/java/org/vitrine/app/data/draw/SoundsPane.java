package org.vitrine.app.data.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.data.draw.DrawnFiles.Labelled;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.preview.SoundView;

/** Records spoken words of one second each, where there is a microphone. */
final class SoundsPane extends VBox {
    private static final int ENOUGH = 4;

    private final Background background;
    private final Microphone microphone = new Microphone();
    private final List<Labelled<float[]>> taken = new ArrayList<>();
    private final SoundView last;
    private final TextField word = new TextField(Texts.get("draw.sounds.word"));
    private final TextField name = new TextField(Texts.get("draw.sounds.name"));
    private final Label count = new Label();
    private final Button record = new Button(Texts.get("draw.record"), new FontIcon("mdi2m-microphone"));
    private final Button undo = new Button(Texts.get("draw.undo"), new FontIcon("mdi2u-undo"));
    private final Button save = new Button(Texts.get("draw.save"), new FontIcon("mdi2c-content-save-outline"));

    SoundsPane(DrawnFiles files, Background background, Consumer<Callable<Path>> saver) {
        super(12);
        this.background = background;
        getStyleClass().add("data-page");
        last = new SoundView(background.workers(), background.fx());
        VBox.setVgrow(last, Priority.ALWAYS);
        count.setId("record-state");
        count.setWrapText(true);
        record.setId("record");
        record.setDisable(true);
        record.setOnAction(event -> listen());
        undo.setOnAction(event -> {
            taken.remove(taken.size() - 1);
            refresh();
        });
        save.getStyleClass().add("accent");
        save.setOnAction(event -> {
            List<Labelled<float[]>> all = List.copyOf(taken);
            String wanted = name.getText();
            saver.accept(() -> files.sounds(wanted, all, Microphone.RATE));
        });
        getChildren()
                .addAll(
                        new HBox(8, new Label(Texts.get("draw.word")), word, record, undo),
                        count,
                        last,
                        new HBox(8, new Label(Texts.get("draw.name")), name, save));
        refresh();
        background.run(
                microphone::isAvailable,
                there -> {
                    record.setDisable(!there);
                    if (!there) {
                        count.setText(Texts.get("draw.noMicrophone"));
                    }
                },
                failure -> count.setText(Texts.get("draw.noMicrophone")));
    }

    private void listen() {
        String spoken = word.getText().strip();
        if (spoken.isEmpty()) {
            return;
        }
        record.setDisable(true);
        count.setText(Texts.get("draw.listening"));
        background.run(
                microphone::record,
                samples -> {
                    taken.add(new Labelled<>(spoken, samples));
                    last.show(samples, Microphone.RATE, null);
                    record.setDisable(false);
                    refresh();
                },
                failure -> {
                    record.setDisable(false);
                    count.setText(String.valueOf(failure.getMessage()));
                });
    }

    private void refresh() {
        long words = taken.stream().map(Labelled::label).distinct().count();
        save.setDisable(words < 2 || taken.size() < ENOUGH);
        undo.setDisable(taken.isEmpty());
        count.setText(
                taken.isEmpty()
                        ? Texts.get("draw.sounds.few")
                        : Texts.format("draw.sounds.count", Numbers.count(taken.size()), Numbers.count(words)));
    }
}
