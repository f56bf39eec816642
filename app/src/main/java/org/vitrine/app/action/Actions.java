package org.vitrine.app.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** All actions of the window by id, in the order they were added. */
public final class Actions {
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /**
     * Adds an action that is always on.
     *
     * @param shortcut such as {@code Shortcut+S}; empty for none
     */
    public void add(String id, String shortcut, Runnable effect) {
        add(id, shortcut, new ReadOnlyStringWrapper(""), effect);
    }

    /** Adds an action that is off while {@code whyNot} is not empty. */
    public void add(String id, String shortcut, ObservableValue<String> whyNot, Runnable effect) {
        Optional<KeyCombination> keys =
                shortcut.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(shortcut));
        if (actions.put(id, new Action(id, keys, whyNot, effect)) != null) {
            throw new IllegalArgumentException("Two actions are named " + id);
        }
    }

    public Action get(String id) {
        Action action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("No action " + id);
        }
        return action;
    }

    public List<Action> all() {
        return List.copyOf(actions.values());
    }

    /** Actions whose name holds all words of the query, or its letters in order; better matches first. */
    public List<Action> matching(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        record Scored(Action action, int score) {}
        return actions.values().stream()
                .map(action -> new Scored(action, score(action.name().toLowerCase(Locale.ROOT), wanted)))
                .filter(scored -> scored.score() > 0)
                .sorted((a, b) -> Integer.compare(b.score(), a.score()))
                .map(Scored::action)
                .toList();
    }

    private static int score(String name, String wanted) {
        if (wanted.isEmpty() || name.startsWith(wanted)) {
            return 4;
        }
        if (name.contains(wanted)) {
            return 3;
        }
        boolean allWords = true;
        for (String word : wanted.split("\\s+", -1)) {
            allWords &= name.contains(word);
        }
        if (allWords) {
            return 2;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < wanted.length(); i++) {
            if (name.charAt(i) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length() ? 1 : 0;
    }
}
