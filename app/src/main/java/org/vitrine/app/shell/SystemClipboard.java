package org.vitrine.app.shell;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.FragmentJson;

/** Layers on the system's clipboard, as readable JSON. */
public final class SystemClipboard implements GraphClipboard {

    @Override
    public void put(Fragment fragment) {
        ClipboardContent content = new ClipboardContent();
        content.putString(FragmentJson.write(fragment));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Optional<Fragment> get() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(FragmentJson.read(text));
        } catch (DocumentFormatException e) {
            // Something else is on the clipboard: there are no layers to paste.
            return Optional.empty();
        }
    }
}
