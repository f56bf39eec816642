package org.vitrine.app.explain;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;

/** How answers are drawn over one kind of input. */
interface Explanation {
    Node node();

    /**
     * Draws the answers that are there.
     *
     * @param place whose scores are explained; empty for those of the example as a whole
     * @param results by method id, in the order of the methods
     * @param chosen the method that stands large
     */
    void show(Subject subject, int example, OptionalInt place, Map<String, MethodResult> results, String chosen);

    /** Sets what is called with the id of a method that the user picks. */
    void onChoose(Consumer<String> choose);
}
