package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.List;

/** Collects what can not be imported, so that all of it is told at once. */
final class Problems {
    private static final int MOST = 100;

    /** What can be told of a layer whose input is not known. */
    private static final List<String> OF_OPTIONS = List.of(
            "setting.",
            "activation.",
            "gru.",
            "recurrent.",
            "bidirectional.",
            "steps.",
            "transposed.",
            "padding.",
            "layer.unknown");

    private final List<String> found = new ArrayList<>();
    private boolean optionsOnly;

    /** From now on only problems with options count: what comes in is made up. */
    void optionsOnly(boolean only) {
        optionsOnly = only;
    }

    /** @param place the layer, with the models that it is in */
    void add(String place, String key, Object... arguments) {
        if (optionsOnly && OF_OPTIONS.stream().noneMatch(key::startsWith)) {
            return;
        }
        String text = place + ": " + KerasTexts.of(key, arguments);
        if (found.size() < MOST && !found.contains(text)) {
            found.add(text);
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }

    int count() {
        return found.size();
    }
}
