package org.vitrine.app.explain.live;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.input.NewInput;

/** A field to type a text in. */
final class TextPad implements Pad {
    private static final double WIDTH = 308;

    private final TextArea text = new TextArea();
    private final Label unknown = new Label();
    private final IntFunction<String> examples;
    private final VBox box;

    /** @param examples test examples as texts */
    TextPad(IntFunction<String> examples, Changes changes) {
        this.examples = examples;
        text.setId("live-text");
        text.setPromptText(Texts.get("live.type.hint"));
        text.setAccessibleText(Texts.get("live.type.hint"));
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.textProperty()
                .subscribe((before, now) -> changes.changed(
                        now.isBlank() ? Optional.empty() : Optional.of(NewInput.text(now)), System.nanoTime()));
        Button clear = new Button(Texts.get("live.clear"), new FontIcon("mdi2d-delete-outline"));
        clear.setId("live-clear");
        clear.setOnAction(event -> {
            text.clear();
            text.requestFocus();
        });
        unknown.setId("live-unknown");
        unknown.setWrapText(true);
        unknown.getStyleClass().add("why-not");
        box = new VBox(8, text, clear, unknown);
        box.setMinWidth(WIDTH);
        box.setMaxWidth(WIDTH);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void start(int example) {
        text.setText(examples.apply(example));
        text.end();
    }

    @Override
    public void show(Optional<Seen> seen) {
        List<String> words = seen.map(shown -> shown.answer().unknown().stream()
                        .map(shown.answer().words()::get)
                        .distinct()
                        .toList())
                .orElse(List.of());
        unknown.setText(
                words.isEmpty()
                        ? ""
                        : Texts.format(
                                "live.unknown",
                                words.stream()
                                        .map(word -> "\u201c" + word + "\u201d")
                                        .collect(Collectors.joining(", "))));
    }
}
