package org.vitrine.graph.layer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A layer can not take its inputs. The three texts come from {@code problems.properties} by {@link #key()}: what is
 * wrong, the numbers, and how to fix it.
 */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;
    private final String place;

    public ShapeException(String key, Object... arguments) {
        this("", key, arguments);
    }

    private ShapeException(String place, String key, Object[] arguments) {
        // Refusals are expected while a graph is built, on every keystroke: a stack trace would cost most of the time.
        super(key, null, false, false);
        this.key = key;
        this.arguments = arguments.clone();
        this.place = place;
    }

    /** The same refusal, told from outside: it came from {@code inner}, a node's path or a repetition's number, of a block. */
    public ShapeException inside(String inner) {
        return new ShapeException(place.isEmpty() ? inner : inner + "." + place, key, arguments);
    }

    /** The path of the node inside of a block that refused; empty if the layer itself did. */
    public String place() {
        return place;
    }

    public String key() {
        return key;
    }

    /** What is wrong, in one sentence; inside of a block the path of the node stands before it. */
    public String what() {
        return place.isEmpty() ? text("what") : place + ": " + text("what");
    }

    /** The numbers behind it, such as {@code kernel 5 × 5, input 3 × 3}. */
    public String numbers() {
        return text("numbers");
    }

    /** What to do about it. */
    public String cure() {
        return text("cure");
    }

    @Override
    public String getMessage() {
        return what() + " (" + numbers() + "). " + cure();
    }

    private String text(String part) {
        String pattern = ResourceBundle.getBundle("org.vitrine.graph.layer.problems", Locale.getDefault())
                .getString(key + "." + part);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
