package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** Nodes with their places and edges as JSON: the fields {@code nodes} and {@code edges} of documents and fragments. */
final class GraphJson {
    static final List<String> FIELDS = List.of("nodes", "edges");

    private static final String BLOCK = "Block";
    private static final LayerSpec BLOCK_INPUT = new BlockInput(0);
    private static final List<String> NODE_FIELDS = List.of("id", "layer", "x", "y");
    private static final Pattern EDGE =
            Pattern.compile("\\s*([A-Za-z0-9_.-]{1,400})\\s*->\\s*([A-Za-z0-9_.-]{1,400})\\s*(?::\\s*(\\d{1,9}))?\\s*");

    private GraphJson() {}

    static void write(Fragment fragment, ObjectNode target) {
        ArrayNode nodes = target.putArray("nodes");
        for (Node node : fragment.nodes()) {
            ObjectNode object = nodes.addObject();
            object.put("id", node.id().value());
            object.put("layer", node.layer().type());
            if (node.layer() instanceof Block block) {
                BlockJson.write(block, BlockJson.layoutInside(fragment.layout(), node.id()), object);
            } else {
                SettingsJson.write((Record) node.layer(), object);
            }
            Position position = fragment.layout().get(node.id());
            if (position != null) {
                SettingsJson.writeNumber(position.x(), "x", object);
                SettingsJson.writeNumber(position.y(), "y", object);
            }
        }
        ArrayNode edges = target.putArray("edges");
        for (Edge edge : fragment.edges()) {
            String port = edge.port() == 0 ? "" : ":" + edge.port();
            edges.add(JsonNodeFactory.instance.textNode(edge.from() + " -> " + edge.to() + port));
        }
    }

    /** Reads both fields; missing ones are empty. Paths may name nodes where there are no blocks: in flat documents. */
    static Fragment read(Place top) throws DocumentFormatException {
        return read(top, 0);
    }

    /** @param depth how many blocks are around these nodes */
    static Fragment read(Place top, int depth) throws DocumentFormatException {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Map<NodeId, Position> layout = new HashMap<>();
        for (Place place : elements(top, "nodes")) {
            Node node = node(place, depth, layout);
            if (nodes.putIfAbsent(node.id(), node) != null) {
                throw place.error(
                        "a second node is named '" + node.id() + "'",
                        "Give each node a name of its own, and correct its edges.");
            }
            Optional<Position> position = position(place);
            position.ifPresent(known -> layout.put(node.id(), known));
        }
        boolean paths = nodes.keySet().stream().anyMatch(NodeId::isPath);
        boolean blocks = nodes.values().stream().anyMatch(node -> node.layer() instanceof Block);
        if (paths && (blocks || depth > 0)) {
            throw top.error(
                    "a node's name has a dot beside or inside of a block",
                    "Give it a name of letters, digits, _ and -, and correct its edges.");
        }
        return new Fragment(new ArrayList<>(nodes.values()), edges(top, nodes.keySet()), layout);
    }

    private static List<Place> elements(Place top, String name) throws DocumentFormatException {
        Optional<Place> field = top.field(name);
        return field.isPresent() ? field.get().elements() : List.of();
    }

    private static Node node(Place place, int depth, Map<NodeId, Position> layout) throws DocumentFormatException {
        if (!place.value().isObject()) {
            throw place.error("a node should be an object in braces, but is " + place.shown(), "Restore or remove it.");
        }
        NodeId id = id(place);
        Place typePlace = place.field("layer")
                .orElseThrow(() ->
                        place.error("the node '" + id + "' has no layer", "Add \"layer\": \"Dense\" or another."));
        String type = typePlace.text();
        List<String> known = new ArrayList<>(NODE_FIELDS);
        if (type.equals(BLOCK)) {
            known.addAll(BlockJson.FIELDS);
            BlockJson.Read read = BlockJson.read(place.object(known), depth);
            read.layout().forEach((path, position) -> layout.put(path.in(id), position));
            return new Node(id, read.block());
        }
        Optional<LayerSpec> defaults =
                type.equals(BLOCK_INPUT.type()) ? Optional.of(BLOCK_INPUT) : LayerCatalogue.byType(type);
        if (defaults.isEmpty()) {
            List<String> types = new ArrayList<>(
                    LayerCatalogue.defaults().stream().map(LayerSpec::type).toList());
            types.addAll(List.of(BLOCK, BLOCK_INPUT.type()));
            throw typePlace.error(
                    typePlace.shown() + " is no known layer",
                    Suggestions.forName(type, types) + " If it comes from a newer Vitrine, update Vitrine.");
        }
        known.addAll(SettingsJson.names((Record) defaults.get()));
        return new Node(id, SettingsJson.read(place.object(known), defaults.get()));
    }

    private static NodeId id(Place node) throws DocumentFormatException {
        Place place = node.field("id")
                .orElseThrow(() -> node.error("a node has no id", "Add \"id\" with a name that no other node has."));
        String text = place.text();
        try {
            return new NodeId(text);
        } catch (IllegalArgumentException e) {
            throw place.error(place.shown() + " can not name a node", "A name has 1 to 40 letters, digits, _ or -.");
        }
    }

    private static Optional<Position> position(Place node) throws DocumentFormatException {
        Optional<Place> x = node.field("x");
        Optional<Place> y = node.field("y");
        if (x.isEmpty() && y.isEmpty()) {
            return Optional.empty();
        }
        if (x.isEmpty() || y.isEmpty()) {
            throw node.error("only one of x and y is given", "Give both, or none: then the node is placed on opening.");
        }
        return Optional.of(new Position(coordinate(x.get()), coordinate(y.get())));
    }

    private static double coordinate(Place place) throws DocumentFormatException {
        if (!place.value().isNumber() || !Double.isFinite(place.value().doubleValue())) {
            throw place.error(
                    "this should be a number of pixels, but is " + place.shown(), "Write a number such as 120.");
        }
        return place.value().doubleValue();
    }

    private static List<Edge> edges(Place top, Set<NodeId> nodes) throws DocumentFormatException {
        List<Edge> edges = new ArrayList<>();
        Set<String> names = nodes.stream().map(NodeId::value).collect(Collectors.toSet());
        Set<Map.Entry<NodeId, Integer>> ports = new HashSet<>();
        for (Place place : elements(top, "edges")) {
            Matcher matcher = EDGE.matcher(place.text());
            if (!matcher.matches()) {
                throw place.error(
                        place.shown() + " is no edge",
                        "Write \"from -> to\", or \"from -> to:1\" for the second input.");
            }
            String port = matcher.group(3);
            for (String end : List.of(matcher.group(1), matcher.group(2))) {
                if (!names.contains(end)) {
                    throw place.error("there is no node '" + end + "'", "Correct the name, or remove the edge.");
                }
            }
            Edge edge = new Edge(
                    new NodeId(matcher.group(1)),
                    new NodeId(matcher.group(2)),
                    port == null ? 0 : Integer.parseInt(port));
            if (!ports.add(Map.entry(edge.to(), edge.port()))) {
                throw place.error(
                        "input " + edge.port() + " of '" + edge.to() + "' has an edge already",
                        "Remove one of them, or use another input, such as " + edge.to() + ":" + (edge.port() + 1)
                                + ".");
            }
            edges.add(edge);
        }
        return edges;
    }
}
