package org.vitrine.graph.edit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** What the edits of blocks share. */
final class BlockEdits {
    private BlockEdits() {}

    static Block block(GraphDocument document, NodeId id) {
        if (document.graph().layer(id) instanceof Block block) {
            return block;
        }
        throw new IllegalArgumentException("'" + id + "' is no block");
    }

    /** A text of {@code edits.properties}. */
    static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("org.vitrine.graph.edit.edits", Locale.getDefault())
                .getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
