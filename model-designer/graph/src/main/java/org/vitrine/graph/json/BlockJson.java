package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.parameter.Parameters;

/** Blocks as JSON: name, repetitions, parameters as {@code "attention.heads"} targets, and the body with its layout. */
final class BlockJson {
    static final List<String> FIELDS = List.of("name", "repeat", "parameters", "body");

    private BlockJson() {}

    /** A block and the positions of what is inside of it, by paths from the block on. */
    record Read(Block block, Map<NodeId, Position> layout) {}

    static void write(Block block, Map<NodeId, Position> layout, ObjectNode target) {
        target.put("name", block.name());
        target.put("repeat", block.repeat());
        if (!block.parameters().isEmpty()) {
            ArrayNode parameters = target.putArray("parameters");
            for (BlockParameter parameter : block.parameters()) {
                ObjectNode object = parameters.addObject();
                object.put("name", parameter.name());
                ArrayNode targets = object.putArray("targets");
                parameter.targets().forEach(each -> targets.add(each.text()));
            }
        }
        GraphJson.write(new Fragment(block.body().nodes(), block.body().edges(), layout), target.putObject("body"));
    }

    /** The positions of what is inside of a block, by paths from there. */
    static Map<NodeId, Position> layoutInside(Map<NodeId, Position> layout, NodeId block) {
        Map<NodeId, Position> inside = new HashMap<>();
        layout.forEach((path, position) -> {
            if (path.isIn(block)) {
                inside.put(path.from(block), position);
            }
        });
        return inside;
    }

    /** @param depth how many blocks are around this one */
    static Read read(Place place, int depth) throws DocumentFormatException {
        if (depth >= Block.DEEPEST) {
            throw place.error(
                    "blocks nest deeper than " + Block.DEEPEST + " times", "Unpack some of them in the file's source.");
        }
        Optional<Place> name = place.field("name");
        Optional<Place> body = place.field("body");
        Fragment inside = body.isEmpty()
                ? new Fragment(List.of(), List.of(), Map.of())
                : GraphJson.read(body.get().object(GraphJson.FIELDS), depth + 1);
        ModelGraph graph = new ModelGraph(inside.nodes(), inside.edges());
        Block block = new Block(name.isPresent() ? name.get().text() : "", graph, parameters(place, graph), 1);
        Optional<Place> repeat = place.field("repeat");
        if (repeat.isPresent()) {
            block = SettingsJson.read(place, block);
        }
        return new Read(block, inside.layout());
    }

    private static List<BlockParameter> parameters(Place block, ModelGraph body) throws DocumentFormatException {
        List<BlockParameter> parameters = new ArrayList<>();
        Optional<Place> list = block.field("parameters");
        if (list.isEmpty()) {
            return parameters;
        }
        for (Place place : list.get().elements()) {
            Place fields = place.object(List.of("name", "targets"));
            Place name = fields.field("name")
                    .orElseThrow(() -> fields.error("a parameter has no name", "Add \"name\": \"heads\" or another."));
            if (name.text().isBlank()) {
                throw name.error("a parameter's name is empty", "Give it one, such as \"heads\".");
            }
            List<BlockParameter.Target> targets = new ArrayList<>();
            Optional<Place> places = fields.field("targets");
            if (places.isPresent()) {
                for (Place target : places.get().elements()) {
                    targets.add(target(target, body));
                }
            }
            if (targets.isEmpty()) {
                throw fields.error(
                        "the parameter '" + name.text() + "' leads nowhere",
                        "Add \"targets\": [\"attention.heads\"] or another.");
            }
            parameters.add(new BlockParameter(name.text(), targets));
        }
        return parameters;
    }

    private static BlockParameter.Target target(Place place, ModelGraph body) throws DocumentFormatException {
        String text = place.text();
        int dot = text.lastIndexOf('.');
        Optional<NodeId> path = Optional.empty();
        if (dot > 0) {
            try {
                path = Optional.of(new NodeId(text.substring(0, dot)));
            } catch (IllegalArgumentException noName) {
                path = Optional.empty();
            }
        }
        String component = text.substring(dot + 1);
        Optional<Node> node = path.flatMap(body::find);
        if (path.isEmpty()
                || node.isEmpty()
                || Parameters.find((Record) node.get().layer(), component).isEmpty()) {
            throw place.error(
                    place.shown() + " names no setting of a layer in the block",
                    "Write the name of a node in the block, a dot and a field of its layer, such as \"attention.heads\".");
        }
        return new BlockParameter.Target(path.get(), component);
    }
}
