package org.vitrine.runs.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
        take(sealedType, sealedType);
    }

    /** A sealed set may hold sealed sets. */
    private void take(Class<? extends T> set, Class<T> sealedType) {
        for (Class<?> kind : set.getPermittedSubclasses()) {
            Class<? extends T> permitted = kind.asSubclass(sealedType);
            if (permitted.isSealed()) {
                take(permitted, sealedType);
            } else {
                kinds.put(permitted.getSimpleName(), permitted);
            }
        }
    }

    public String write(Instant at, T value) {
        try {
            String fields = Json.mapper().writeValueAsString(value).substring(1);
            String head =
                    "{\"" + tag + "\":\"" + value.getClass().getSimpleName() + "\",\"" + AT + "\":" + at.toEpochMilli();
            return head + (fields.equals("}") ? fields : "," + fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON for " + value, e);
        }
    }

    /** How every line of this kind of value begins. */
    public String prefix(Class<? extends T> kind) {
        return "{\"" + tag + "\":\"" + kind.getSimpleName() + "\"";
    }

    /** Reads a line; the tag may stand anywhere, but where {@link #write} puts it reading is twice as fast. */
    public Line<T> read(String line) throws UnreadableLineException {
        try (JsonParser parser = Json.mapper().createParser(line)) {
            return inOrder(parser) ? readInOrder(parser, line) : readTree(line);
        } catch (IOException e) {
            throw new UnreadableLineException("Skipped a damaged line: " + shortened(line));
        }
    }

    /** Whether the line begins as {@link #write} begins it; the parser then stands on the tag's value. */
    private boolean inOrder(JsonParser parser) throws IOException {
        return parser.nextToken() == JsonToken.START_OBJECT
                && tag.equals(parser.nextFieldName())
                && parser.nextToken() == JsonToken.VALUE_STRING;
    }

    private Line<T> readInOrder(JsonParser parser, String line) throws IOException, UnreadableLineException {
        String name = parser.getText();
        if (!AT.equals(parser.nextFieldName()) || parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            return readTree(line);
        }
        Class<? extends T> kind = kind(name);
        Instant at = Instant.ofEpochMilli(parser.getLongValue());
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            // A record without components.
            return readTree(line);
        }
        try {
            T value = Json.mapper().readerFor(kind).readValue(parser);
            if (parser.currentToken() != null && parser.currentToken() != JsonToken.END_OBJECT) {
                throw new UnreadableLineException("Skipped a damaged line: " + shortened(line));
            }
            return new Line<>(at, value);
        } catch (JsonMappingException e) {
            throw wrongFields(name, line);
        }
    }

    private Line<T> readTree(String line) throws IOException, UnreadableLineException {
        if (!(Json.mapper().readTree(line) instanceof ObjectNode fields)) {
            throw new UnreadableLineException("Skipped a damaged line: " + shortened(line));
        }
        String name = fields.path(tag).asText();
        Class<? extends T> kind = kind(name);
        Instant at = Instant.ofEpochMilli(fields.path(AT).asLong());
        fields.remove(List.of(tag, AT));
        try {
            return new Line<>(at, Json.mapper().treeToValue(fields, kind));
        } catch (JsonMappingException e) {
            throw wrongFields(name, line);
        }
    }

    private Class<? extends T> kind(String name) throws UnreadableLineException {
        Class<? extends T> kind = kinds.get(name);
        if (kind == null) {
            throw new UnreadableLineException("Skipped a line of the unknown kind '" + shortened(name)
                    + "', perhaps from a newer version of Vitrine");
        }
        return kind;
    }

    private static UnreadableLineException wrongFields(String name, String line) {
        return new UnreadableLineException("Skipped a " + name + " line with wrong fields: " + shortened(line));
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
