package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.List;

/** Collects what can not be imported, so that all of it is told at once. */
final class Problems {
    private static final int MOST = 100;

    private final List<String> found = new ArrayList<>();

    /** @param place the layer, with the models that it is in */
    void add(String place, String key, Object... arguments) {
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
