package org.vitrine.app.explain;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.vitrine.app.explain.ExplainPages.Page;

/**
 * One way to look at a model.
 *
 * @param only the models that it is for; empty for all
 * @param id of its toggle
 * @param text on its toggle
 * @param view made when it is first looked at
 * @param shown called when the page comes into view, and when another model is opened while it is in view
 * @param left called when the page goes out of view, and when the model is closed
 */
record ModelPage(
        Optional<Page> only, String id, String text, Supplier<? extends Node> view, Runnable shown, Runnable left) {

    /** Likewise, for all models. */
    ModelPage(String id, String text, Supplier<? extends Node> view, Runnable shown, Runnable left) {
        this(Optional.empty(), id, text, view, shown, left);
    }

    /** A page for some models, which follows the model by itself. */
    static ModelPage only(Page page, String id, String text, Supplier<? extends Node> view) {
        return new ModelPage(Optional.of(page), id, text, view, () -> {}, () -> {});
    }

    /** Whether it is for models that are looked at so first. */
    boolean fits(Page first) {
        return only.isEmpty() || only.get() == first;
    }

    /** A page that follows the model by itself. */
    static ModelPage of(String id, String text, Supplier<? extends Node> view) {
        return new ModelPage(Optional.empty(), id, text, view, () -> {}, () -> {});
    }
}
