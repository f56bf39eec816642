package org.vitrine.app.explain;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * One way to look at a model whose decisions can be explained.
 *
 * @param id of its toggle
 * @param text on its toggle
 * @param view made when it is first looked at
 * @param shown called when the page comes into view, and when another model is opened while it is in view
 * @param left called when the page goes out of view, and when the model is closed
 */
record ModelPage(String id, String text, Supplier<? extends Node> view, Runnable shown, Runnable left) {

    /** A page that follows the model by itself. */
    static ModelPage of(String id, String text, Supplier<? extends Node> view) {
        return new ModelPage(id, text, view, () -> {}, () -> {});
    }
}
