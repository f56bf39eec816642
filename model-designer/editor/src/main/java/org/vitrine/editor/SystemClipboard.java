package org.vitrine.editor;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.FragmentJson;

/** The clipboard of the desktop: layers travel as readable JSON, so they can go into another window or a mail. */
public final class SystemClipboard implements GraphClipboard {

    @Override
    public void put(Fragment fragment) {
        ClipboardContent content = new ClipboardContent();
        content.putString(FragmentJson.write(fragment));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Optional<Fragment> get() {
        @Nullable String text = Clipboard.getSystemClipboard().getString();
        if (text == null || !text.contains("vitrine-fragment")) {
            return Optional.empty();
        }
        try {
            return Optional.of(FragmentJson.read(text));
        } catch (DocumentFormatException someOtherText) {
            return Optional.empty();
        }
    }

    /** A damaged text is named; any other text holds no layers. */
    @Override
    public Optional<String> whyNot() {
        @Nullable String text = Clipboard.getSystemClipboard().getString();
        if (text == null || !text.contains("vitrine-fragment")) {
            return Optional.of(Texts.text("paste.nothing"));
        }
        try {
            FragmentJson.read(text);
            return Optional.empty();
        } catch (DocumentFormatException damaged) {
            return Optional.of(String.valueOf(damaged.getMessage()));
        }
    }
}
