package org.vitrine.runs.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One line for each value of a sealed set of records: {@code {"<tag>":"<record name>","at":<epoch ms>,<components>}}. The
 * tag always stands first.
 */
public final class TaggedJson<T> {
    private static final String AT = "at";

    /** A line's value and when it was written. */
    public record Line<T>(Instant at, T value) {}

    /** A line that holds no known value. */
    public static final class UnreadableLineException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableLineException(String message) {
            super(message);
        }
    }

    private final String tag;
    private final Map<String, Class<? extends T>> kinds = new HashMap<>();

    /** Takes the records that a sealed interface permits. */
    public TaggedJson(Class<T> sealedType, String tag) {
        this.tag = tag;
        for (Class<?> kind : sealedType.getPermittedSubclasses()) {
            kinds.put(kind.getSimpleName(), kind.asSubclass(sealedType));
        }
    }

    public String write(Instant at, T value) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put(tag, value.getClass().getSimpleName());
        line.put(AT, at.toEpochMilli());
        line.setAll(Json.mapper().<ObjectNode>valueToTree(value));
        try {
            return Json.mapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON for " + value, e);
        }
    }

    /** How every line of this kind of value begins. */
    public String prefix(Class<? extends T> kind) {
        return "{\"" + tag + "\":\"" + kind.getSimpleName() + "\"";
    }

    public Line<T> read(String line) throws UnreadableLineException {
        JsonNode node;
        try {
            node = Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnreadableLineException("Skipped a damaged line: " + shortened(line));
        }
        if (node == null || !node.isObject()) {
            throw new UnreadableLineException("Skipped a damaged line: " + shortened(line));
        }
        String name = node.path(tag).asText();
        Class<? extends T> kind = kinds.get(name);
        if (kind == null) {
            throw new UnreadableLineException("Skipped a line of the unknown kind '" + shortened(name)
                    + "', perhaps from a newer version of Vitrine");
        }
        ObjectNode fields = (ObjectNode) node;
        try {
            Instant at = Instant.ofEpochMilli(fields.path(AT).asLong());
            fields.remove(tag);
            fields.remove(AT);
            return new Line<>(at, Json.mapper().treeToValue(fields, kind));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new UnreadableLineException("Skipped a " + name + " line with wrong fields: " + shortened(line));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
