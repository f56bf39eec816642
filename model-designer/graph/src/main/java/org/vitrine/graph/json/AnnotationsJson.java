package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.Tint;

/** Notes and frames as JSON, the field {@code annotations} of documents. */
final class AnnotationsJson {
    private AnnotationsJson() {}

    static void write(Annotations annotations, ObjectNode target) {
        ArrayNode notes = target.putArray("notes");
        for (Note note : annotations.notes()) {
            ObjectNode object = notes.addObject();
            object.put("id", note.id().value());
            object.put("text", note.text());
            object.put("tint", note.tint().name());
            SettingsJson.writeNumber(note.position().x(), "x", object);
            SettingsJson.writeNumber(note.position().y(), "y", object);
            SettingsJson.writeNumber(note.width(), "width", object);
            SettingsJson.writeNumber(note.height(), "height", object);
        }
        ArrayNode frames = target.putArray("frames");
        for (Frame frame : annotations.frames()) {
            ObjectNode object = frames.addObject();
            object.put("id", frame.id().value());
            object.put("title", frame.title());
            object.put("tint", frame.tint().name());
            ArrayNode members = object.putArray("members");
            frame.members().forEach(member -> members.add(member.value()));
        }
    }

    /** Members that are not there are left out. */
    static Annotations read(Place place) throws DocumentFormatException {
        Place top = place.object(List.of("notes", "frames"));
        Set<NodeId> ids = new HashSet<>();
        List<Note> notes = new ArrayList<>();
        for (Place each : elements(top, "notes")) {
            Place fields = each.object(List.of("id", "text", "tint", "x", "y", "width", "height"));
            notes.add(new Note(
                    id(fields, ids),
                    text(fields, "text"),
                    new Position(number(fields, "x"), number(fields, "y")),
                    size(fields, "width"),
                    size(fields, "height"),
                    tint(fields)));
        }
        List<Frame> frames = new ArrayList<>();
        for (Place each : elements(top, "frames")) {
            Place fields = each.object(List.of("id", "title", "tint", "members"));
            NodeId id = id(fields, ids);
            Set<NodeId> members = new HashSet<>();
            for (Place member : elements(fields, "members")) {
                members.add(path(member));
            }
            frames.add(new Frame(id, text(fields, "title"), tint(fields), members));
        }
        return new Annotations(notes, frames);
    }

    private static List<Place> elements(Place place, String name) throws DocumentFormatException {
        Optional<Place> field = place.field(name);
        return field.isPresent() ? field.get().elements() : List.of();
    }

    private static NodeId id(Place fields, Set<NodeId> taken) throws DocumentFormatException {
        Place place = fields.field("id")
                .orElseThrow(() -> fields.error("a note or frame has no id", "Add \"id\" with a name of its own."));
        NodeId id = path(place);
        if (!taken.add(id)) {
            throw place.error("a second note or frame is named '" + id + "'", "Give each of them a name of its own.");
        }
        return id;
    }

    private static NodeId path(Place place) throws DocumentFormatException {
        try {
            return new NodeId(place.text());
        } catch (IllegalArgumentException e) {
            throw place.error(place.shown() + " is no name", "A name has 1 to 40 letters, digits, _ or -.");
        }
    }

    private static String text(Place fields, String name) throws DocumentFormatException {
        Optional<Place> place = fields.field(name);
        return place.isPresent() ? place.get().text() : "";
    }

    private static Tint tint(Place fields) throws DocumentFormatException {
        Optional<Place> place = fields.field("tint");
        if (place.isEmpty()) {
            return Tint.GREY;
        }
        String text = place.get().text();
        List<String> known = Arrays.stream(Tint.values()).map(Tint::name).toList();
        if (!known.contains(text)) {
            throw place.get().error(place.get().shown() + " is no known Tint", "Known are: " + Place.list(known) + ".");
        }
        return Tint.valueOf(text);
    }

    private static double number(Place fields, String name) throws DocumentFormatException {
        Place place = fields.field(name)
                .orElseThrow(() -> fields.error("there is no \"" + name + "\"", "Add it, in pixels."));
        if (!place.value().isNumber() || !Double.isFinite(place.value().doubleValue())) {
            throw place.error(
                    "this should be a number of pixels, but is " + place.shown(), "Write a number such as 120.");
        }
        return place.value().doubleValue();
    }

    private static double size(Place fields, String name) throws DocumentFormatException {
        double size = number(fields, name);
        if (size <= 0) {
            throw fields.error("\"" + name + "\" should be above 0, but is " + size, "Write a number such as 200.");
        }
        return size;
    }
}
