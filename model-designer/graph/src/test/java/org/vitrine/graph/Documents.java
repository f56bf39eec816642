package org.vitrine.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.model.Annotations;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.Tint;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

/** Random documents: never broken, often wrong. */
public final class Documents {
    private Documents() {}

    public static Arbitrary<GraphDocument> documents() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(3),
                        graphs(2),
                        Arbitraries.maps(paths(), positions()).ofMaxSize(12),
                        settings(TrainingSettings.DEFAULT),
                        annotations(),
                        texts().set().ofMaxSize(2))
                .as((title, notes, options, graph, layout, training, annotations, dismissed) -> new GraphDocument(
                        title,
                        notes,
                        new DataReference(title, options),
                        graph,
                        layout,
                        training,
                        annotations,
                        dismissed));
    }

    /** Random graphs, with blocks that nest up to {@code depth} deep. */
    public static Arbitrary<ModelGraph> graphs(int depth) {
        Arbitrary<List<Edge>> edges = Combinators.combine(
                        ids(), ids(), Arbitraries.integers().between(0, 3))
                .as(Edge::new)
                .list()
                .ofMaxSize(20);
        return Combinators.combine(Arbitraries.maps(ids(), layers(depth)).ofMaxSize(depth == 2 ? 10 : 4), edges)
                .as((layers, wanted) -> {
                    Set<Map.Entry<NodeId, Integer>> ports = new HashSet<>();
                    List<Edge> kept = wanted.stream()
                            .filter(edge -> layers.containsKey(edge.from()) && layers.containsKey(edge.to()))
                            .filter(edge -> ports.add(Map.entry(edge.to(), edge.port())))
                            .toList();
                    List<Node> nodes = new ArrayList<>();
                    layers.forEach((id, layer) -> nodes.add(new Node(id, layer)));
                    return new ModelGraph(nodes, kept);
                });
    }

    /** A few names, so that random edits often meet the same node. */
    public static Arbitrary<NodeId> ids() {
        return Arbitraries.of("input", "dense", "dense2", "conv1", "a", "B-2", "x_9", "7", "lstm", "head")
                .map(NodeId::new);
    }

    public static Arbitrary<Position> positions() {
        Arbitrary<Double> coordinates = Arbitraries.oneOf(
                Arbitraries.integers().between(-2000, 2000).map(Integer::doubleValue),
                Arbitraries.doubles().between(-1e6, 1e6));
        return Combinators.combine(coordinates, coordinates).as(Position::new);
    }

    /** Any layer with random parameters, some of them out of their range. */
    public static Arbitrary<LayerSpec> layers() {
        return Arbitraries.of(LayerCatalogue.defaults()).flatMap(Documents::settings);
    }

    /** Any layer, and blocks whose bodies are anything. */
    public static Arbitrary<LayerSpec> layers(int depth) {
        if (depth == 0) {
            return layers();
        }
        Arbitrary<LayerSpec> blocks = blocks(depth).map(LayerSpec.class::cast);
        Arbitrary<LayerSpec> inputs = Arbitraries.integers().between(0, 3).map(BlockInput::new);
        return Arbitraries.frequencyOf(Tuple.of(8, layers()), Tuple.of(3, blocks), Tuple.of(1, inputs));
    }

    public static Arbitrary<Block> blocks(int depth) {
        return Combinators.combine(
                        texts(),
                        graphs(depth - 1),
                        blockParameters().list().ofMaxSize(2),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.integers().between(1, 4)),
                                Tuple.of(1, Arbitraries.of(0, -5, 65, Integer.MAX_VALUE))))
                .as(Block::new);
    }

    public static Arbitrary<BlockParameter> blockParameters() {
        Arbitrary<BlockParameter.Target> targets = Combinators.combine(
                        paths(), Arbitraries.of("units", "filters", "rate", "activation", "heads", "repeat"))
                .as(BlockParameter.Target::new);
        return Combinators.combine(
                        Arbitraries.of("units", "Größe", "p 3"),
                        targets.list().ofMinSize(1).ofMaxSize(3))
                .as(BlockParameter::new);
    }

    /** Names, and paths of two or three of them. */
    public static Arbitrary<NodeId> paths() {
        Arbitrary<NodeId> two = Combinators.combine(ids(), ids()).as(NodeId::in);
        Arbitrary<NodeId> three = Combinators.combine(ids(), two).as(NodeId::in);
        return Arbitraries.oneOf(ids(), two, three);
    }

    public static Arbitrary<Annotations> annotations() {
        return Combinators.combine(notes().list().ofMaxSize(3), frames().list().ofMaxSize(3))
                .as((notes, frames) -> {
                    Set<NodeId> taken = new HashSet<>();
                    return new Annotations(
                            notes.stream().filter(note -> taken.add(note.id())).toList(),
                            frames.stream()
                                    .filter(frame -> taken.add(frame.id()))
                                    .toList());
                });
    }

    public static Arbitrary<Note> notes() {
        Arbitrary<Double> sizes = Arbitraries.doubles().between(8, 2000);
        return Combinators.combine(paths(), texts(), positions(), sizes, sizes, Arbitraries.of(Tint.values()))
                .as(Note::new);
    }

    public static Arbitrary<Frame> frames() {
        return Combinators.combine(
                        paths(),
                        texts(),
                        Arbitraries.of(Tint.values()),
                        paths().set().ofMaxSize(4))
                .as(Frame::new);
    }

    /** Text without halves of surrogate pairs, which no file can hold. */
    public static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.of("", "Ünïcode 模型 🙂", "line\nbreak", "\n", "quote \" back\\slash\t\u0000"))
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    public static <R> Arbitrary<R> settings(R defaults) {
        Arbitrary<R> result = Arbitraries.just(defaults);
        for (Parameter parameter : Parameters.of((Record) defaults)) {
            result = result.flatMap(
                    settings -> values(parameter).map(value -> Parameters.with(settings, parameter.name(), value)));
        }
        return result;
    }

    private static Arbitrary<Object> values(Parameter parameter) {
        Class<?> type = parameter.type();
        if (type.isEnum()) {
            return Arbitraries.of(Arrays.asList((Object[]) type.getEnumConstants()));
        }
        if (type == boolean.class) {
            return Arbitraries.of(true, false);
        }
        Optional<Range> range = parameter.range();
        double low = range.map(Range::min).orElse(-1e9);
        double high = range.map(Range::max).orElse(1e9);
        if (type == double.class) {
            return Arbitraries.frequencyOf(
                    Tuple.of(
                            8,
                            Arbitraries.doubles().between(low, high).ofScale(12).map(Object.class::cast)),
                    Tuple.of(1, Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -3.5, -0.0, 1e-300)));
        }
        Arbitrary<Object> inside =
                Arbitraries.longs().between((long) low, (long) high).map(Object.class::cast);
        Arbitrary<Object> outside = Arbitraries.of(0, -1, Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
        return Arbitraries.frequencyOf(Tuple.of(8, inside), Tuple.of(1, outside));
    }
}
