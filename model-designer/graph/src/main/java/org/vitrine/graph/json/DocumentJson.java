package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.model.TrainingSettings;

/**
 * The {@code .vitrine} file: one JSON object, a node on a line, edges as {@code "conv1 -> pool1"} with {@code :1} for the
 * second input port. Missing fields take their defaults; unknown ones are refused, so that nothing is lost on saving.
 */
public final class DocumentJson {
    private static final String FAMILY = "vitrine";
    private static final int VERSION = 1;
    private static final List<String> FIELDS =
            List.of("title", "notes", "data", "nodes", "edges", "annotations", "dismissed", "training");

    private DocumentJson() {}

    /**
     * Reads a file.
     *
     * @throws DocumentFormatException if it can not be read or is no document; the message says what, where and the way
     *     out
     */
    public static GraphDocument read(Path file) throws DocumentFormatException {
        return parse(file.toString(), TextFiles.read(file));
    }

    /** Reads a text, as {@link #read(Path)} does a file. */
    public static GraphDocument read(String text) throws DocumentFormatException {
        return parse("The document", text);
    }

    /** The document as text, ending in a newline. */
    public static String write(GraphDocument document) {
        ObjectNode top = JsonText.object();
        top.put("format", FAMILY + "/" + VERSION);
        top.put("title", document.title());
        writeNotes(document.notes(), top);
        ObjectNode data = top.putObject("data");
        data.put("dataset", document.data().dataset());
        writeOptions(document.data().options(), data);
        document.data().steps().ifPresent(steps -> {
            ArrayNode list = data.putArray("steps");
            for (StepReference step : steps) {
                ObjectNode node = list.addObject();
                node.put("step", step.step());
                writeOptions(step.options(), node);
            }
        });
        GraphJson.write(new Fragment(document.graph().nodes(), document.graph().edges(), document.layout()), top);
        if (!document.annotations().isEmpty()) {
            AnnotationsJson.write(document.annotations(), top.putObject("annotations"));
        }
        if (!document.dismissed().isEmpty()) {
            ArrayNode dismissed = top.putArray("dismissed");
            document.dismissed().forEach(dismissed::add);
        }
        SettingsJson.write(document.training(), top.putObject("training"));
        return JsonText.format(top, List.of("annotations", "training"));
    }

    /**
     * Writes a file in one step: on any failure the old file stays as it was. Links are followed.
     *
     * @throws IOException if the folder is missing or not writable, or the disk is full
     */
    public static void write(GraphDocument document, Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
        AtomicFiles.write(target, write(document).getBytes(StandardCharsets.UTF_8));
    }

    private static GraphDocument parse(String source, String text) throws DocumentFormatException {
        Place top = JsonText.parse(source, text, FAMILY, VERSION, FIELDS);
        Fragment fragment = GraphJson.read(top);
        Optional<Place> title = top.field("title");
        Optional<Place> training = top.field("training");
        Optional<Place> annotations = top.field("annotations");
        return new GraphDocument(
                title.isPresent() ? title.get().text() : "",
                notes(top),
                data(top),
                new ModelGraph(fragment.nodes(), fragment.edges()),
                fragment.layout(),
                training.isPresent() ? training(training.get()) : TrainingSettings.DEFAULT,
                annotations.isPresent() ? AnnotationsJson.read(annotations.get()) : Annotations.NONE,
                dismissed(top));
    }

    private static Set<String> dismissed(Place top) throws DocumentFormatException {
        Set<String> kinds = new TreeSet<>();
        Optional<Place> list = top.field("dismissed");
        if (list.isPresent()) {
            for (Place kind : list.get().elements()) {
                kinds.add(kind.text());
            }
        }
        return kinds;
    }

    private static TrainingSettings training(Place place) throws DocumentFormatException {
        return SettingsJson.read(place.object(SettingsJson.names(TrainingSettings.DEFAULT)), TrainingSettings.DEFAULT);
    }

    private static DataReference data(Place top) throws DocumentFormatException {
        Optional<Place> place = top.field("data");
        if (place.isEmpty()) {
            return DataReference.of("");
        }
        Place object = place.get().object(List.of("dataset", "options", "steps"));
        Optional<Place> dataset = object.field("dataset");
        Optional<Place> list = object.field("steps");
        Optional<List<StepReference>> steps = Optional.empty();
        if (list.isPresent()) {
            List<StepReference> read = new ArrayList<>();
            for (Place step : list.get().elements()) {
                Place fields = step.object(List.of("step", "options"));
                read.add(new StepReference(step(fields), options(fields)));
            }
            steps = Optional.of(read);
        }
        return new DataReference(dataset.isPresent() ? dataset.get().text() : "", options(object), steps);
    }

    private static String step(Place fields) throws DocumentFormatException {
        Optional<Place> step = fields.field("step");
        if (step.isEmpty()) {
            throw fields.error("a step has no name", "Add a field such as \"step\": \"standardise\".");
        }
        return step.get().text();
    }

    private static Map<String, String> options(Place object) throws DocumentFormatException {
        Map<String, String> values = new TreeMap<>();
        Optional<Place> options = object.field("options");
        if (options.isPresent()) {
            List<String> names = new ArrayList<>();
            options.get().value().fieldNames().forEachRemaining(names::add);
            options.get().object(names);
            for (String name : names) {
                Place option = new Place(
                        object.source(),
                        options.get().path() + "." + name,
                        options.get().value().path(name));
                values.put(name, option.text());
            }
        }
        return values;
    }

    private static void writeOptions(Map<String, String> options, ObjectNode object) {
        if (!options.isEmpty()) {
            options.forEach(object.putObject("options")::put);
        }
    }

    /** Notes of several lines are a list of lines. */
    private static void writeNotes(String notes, ObjectNode top) {
        if (notes.indexOf('\n') < 0) {
            top.put("notes", notes);
            return;
        }
        ArrayNode lines = top.putArray("notes");
        for (String line : notes.split("\n", -1)) {
            lines.add(line);
        }
    }

    private static String notes(Place top) throws DocumentFormatException {
        Optional<Place> place = top.field("notes");
        if (place.isEmpty()) {
            return "";
        }
        if (!place.get().value().isArray()) {
            return place.get().text();
        }
        List<String> lines = new ArrayList<>();
        for (Place line : place.get().elements()) {
            lines.add(line.text());
        }
        return String.join("\n", lines);
    }
}
