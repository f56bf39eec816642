package org.vitrine.graph.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Our JSON as text: parsing with errors in words, the format field, and a layout that is pleasant to read and to diff. */
final class JsonText {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter INLINE = MAPPER.writer(new Inline());

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The top object of a text that has the wanted format. */
    static Place parse(String source, String text, String family, int version, List<String> fields)
            throws DocumentFormatException {
        if (text.isBlank()) {
            throw new DocumentFormatException(
                    source + ": it is empty. Open a backup, or begin a new document and save it there.");
        }
        Place top = new Place(source, "", tree(source, text));
        if (!top.value().isObject()) {
            throw top.error("this is no Vitrine document: it should begin with {", "Choose another file.");
        }
        checkFormat(top, family, version);
        List<String> known = new ArrayList<>(fields);
        known.add(0, "format");
        return top.object(known);
    }

    private static JsonNode tree(String source, String text) throws DocumentFormatException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonEOFException e) {
            throw new DocumentFormatException(
                    at(source, e) + ": the text ends too early, as if it was cut off. Open a backup or the autosave.",
                    e);
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            throw new DocumentFormatException(
                    at(source, e) + ": this is no valid JSON (" + reason
                            + "). Correct that place in a text editor, or open a backup.",
                    e);
        }
    }

    private static String at(String source, JsonProcessingException e) {
        return e.getLocation() == null
                ? source
                : source + ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static void checkFormat(Place top, String family, int version) throws DocumentFormatException {
        String wanted = family + "/" + version;
        Place format = top.field("format")
                .orElseThrow(() -> top.error(
                        "this is no Vitrine document: it has no \"format\": \"" + wanted + "\"",
                        "Choose another file, or add the field if you wrote it by hand."));
        String text = format.text();
        Matcher matcher =
                Pattern.compile(Pattern.quote(family) + "/([1-9]\\d{0,8})").matcher(text);
        if (!matcher.matches()) {
            throw format.error("the format is " + format.shown() + ", not \"" + wanted + "\"", "Choose another file.");
        }
        if (Integer.parseInt(matcher.group(1)) > version) {
            throw new DocumentFormatException(top.source() + ": this file was written by a newer Vitrine (" + text
                    + "), this one reads up to " + wanted + ": update Vitrine.");
        }
    }

    /** One field a line; lists one element a line; {@code blocks} one field a line too. */
    static String format(ObjectNode top, List<String> blocks) {
        List<String> lines = new ArrayList<>();
        top.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String text;
            if (value.isArray() && !value.isEmpty()) {
                List<String> elements = new ArrayList<>();
                value.forEach(element -> elements.add(inline(element)));
                text = block("[", elements, "]");
            } else if (blocks.contains(field.getKey())) {
                text = block("{", fields(value), "}");
            } else {
                text = inline(value);
            }
            lines.add("  \"" + field.getKey() + "\": " + text);
        });
        return lines.stream().collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static List<String> fields(JsonNode object) {
        return object.properties().stream()
                .map(field -> "\"" + field.getKey() + "\": " + inline(field.getValue()))
                .toList();
    }

    private static String block(String open, List<String> lines, String close) {
        return lines.stream().collect(Collectors.joining(",\n    ", open + "\n    ", "\n  " + close));
    }

    private static String inline(JsonNode value) {
        try {
            return INLINE.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A tree in memory could not be written", e);
        }
    }

    /** One line with a space behind each colon and comma. */
    private static final class Inline extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(", ");
        }
    }
}
