package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value inside a JSON document that is being read, with the words to complain about it.
 *
 * @param source the file, or what stands for it
 * @param path such as {@code nodes[3].filters}; empty at the top
 */
record Place(String source, String path, JsonNode value) {
    private static final int SHOWN = 60;

    /** An error here: what is wrong, and the way out. */
    DocumentFormatException error(String what, String wayOut) {
        String where = path.isEmpty() ? source : source + ", at " + path;
        return new DocumentFormatException(where + ": " + what + ". " + wayOut);
    }

    /** A field of this object, if it is there and not null. */
    Optional<Place> field(String name) {
        JsonNode child = value.get(name);
        if (child == null || child.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new Place(source, path.isEmpty() ? name : path + "." + name, child));
    }

    /** Fails unless this is an object with no fields but {@code known}. */
    Place object(Collection<String> known) throws DocumentFormatException {
        if (!value.isObject()) {
            throw error("this should be an object in braces, but is " + shown(), "Restore the braces or a backup.");
        }
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!known.contains(name)) {
                throw error(
                        "the field '" + shorten(name) + "' is not known here",
                        Suggestions.forName(name, known) + " Correct or remove it.");
            }
        }
        return this;
    }

    /** The elements of this array. */
    List<Place> elements() throws DocumentFormatException {
        if (!value.isArray()) {
            throw error("this should be a list in brackets, but is " + shown(), "Restore the brackets or a backup.");
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            places.add(new Place(source, path + "[" + i + "]", value.get(i)));
        }
        return places;
    }

    String text() throws DocumentFormatException {
        if (!value.isTextual()) {
            throw error("this should be text in quotes, but is " + shown(), "Put it in quotes.");
        }
        return value.textValue();
    }

    /** The value as JSON, shortened, for messages. */
    String shown() {
        return shorten(value.toString());
    }

    private static String shorten(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    static String list(Collection<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
