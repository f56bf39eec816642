package org.vitrine.app.action;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.vitrine.app.shared.Texts;

/**
 * Something the user can do, by menu, shortcut or command palette.
 *
 * @param id key of its name in {@code messages.properties}: {@code action.ID}
 * @param whyNot why it can not be done now; empty text when it can
 */
public record Action(String id, Optional<KeyCombination> shortcut, ObservableValue<String> whyNot, Runnable effect) {

    public String name() {
        return Texts.get("action." + id);
    }

    public boolean isEnabled() {
        return whyNot.getValue().isEmpty();
    }

    public BooleanBinding disabled() {
        return Bindings.createBooleanBinding(() -> !isEnabled(), whyNot);
    }

    /** Does it, unless it is off. */
    public void run() {
        if (isEnabled()) {
            effect.run();
        }
    }
}
