package org.vitrine.exchange.keras;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.AxisOrder;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Layout;
import org.vitrine.graph.layer.Permute;
import org.vitrine.graph.layer.Range;
import org.vitrine.graph.layer.Reshape;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;

/** The graph while it grows, layer by layer, and its weights. */
final class Draft {
    private static final int LONGEST_NAME = 40;

    private final Shape input;
    private final Problems problems;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Tensor> weights = new TreeMap<>();
    private Target target = Target.classes(2);

    /** @param input shape of one example */
    Draft(Shape input, Problems problems) {
        this.input = input;
        this.problems = problems;
    }

    Value addInput(String name) {
        return add(name, new Input(), List.of(), name);
    }

    /** Sets what the head is to predict; other layers do not depend on it. */
    void target(Target newTarget) {
        target = newTarget;
    }

    DataSpec data() {
        return new DataSpec(input, target);
    }

    /**
     * Adds a node.
     *
     * @param wished its name, as far as names of nodes go
     * @param place of the layer that it comes from, for problems
     * @throws Refusal if the layer can not take these inputs, which is told
     */
    Value add(String wished, LayerSpec layer, List<Value> from, String place) {
        checkRanges(layer, place);
        Shape output;
        try {
            output = layer.infer(from.stream().map(Value::shape).toList(), data())
                    .output();
        } catch (ShapeException e) {
            problems.add(place, "layer.shape", layer.type(), e.getMessage());
            throw new Refusal();
        } catch (ArithmeticException e) {
            problems.add(place, "layer.shape", layer.type(), String.valueOf(e.getMessage()));
            throw new Refusal();
        }
        NodeId id = free(wished);
        nodes.add(new Node(id, layer));
        for (int port = 0; port < from.size(); port++) {
            edges.add(new Edge(from.get(port).node(), id, port));
        }
        return new Value(id, output);
    }

    private void checkRanges(LayerSpec layer, String place) {
        for (RecordComponent component : layer.getClass().getRecordComponents()) {
            Range range = component.getAnnotation(Range.class);
            if (range != null) {
                Object value = Parameters.of((Record) layer).stream()
                        .filter(parameter -> parameter.name().equals(component.getName()))
                        .findFirst()
                        .orElseThrow()
                        .value();
                double number = ((Number) value).doubleValue();
                if (number < range.min() || number > range.max()) {
                    problems.add(place, "layer.range", component.getName(), value, range.min(), range.max());
                    throw new Refusal();
                }
            }
        }
    }

    private NodeId free(String wished) {
        String plain = wished.replaceAll("[^A-Za-z0-9_-]+", "_");
        String base = plain.isEmpty() ? "node" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String name = base;
        for (int number = 2; !names.add(name); number++) {
            String suffix = "_" + number;
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - suffix.length())) + suffix;
        }
        return new NodeId(name);
    }

    /** Keeps an array of a node; a layer that can not give it has told why. */
    void weight(NodeId node, String parameter, Supplier<Tensor> array) {
        weights.put(node + "/" + parameter, array.get());
    }

    /** The same vector in the order of Keras. */
    Value natural(Value value, String place) {
        if (value.order().isEmpty()) {
            return value;
        }
        Shape source = value.order().get().source().orElseThrow(() -> {
            problems.add(place, "order.mixed");
            return new Refusal();
        });
        String name = value.node() + "-order";
        Value shaped = add(name, asShape(source), List.of(value), place);
        return add(name, new Flatten(), List.of(channelsLast(shaped, place)), place);
    }

    private static Reshape asShape(Shape source) {
        if (source instanceof Image image) {
            return new Reshape(Layout.IMAGE, (int) image.channels(), (int) image.height(), (int) image.width());
        }
        Sequence sequence = (Sequence) source;
        return new Reshape(Layout.SEQUENCE, (int) sequence.features(), (int) sequence.length(), 1);
    }

    /** The same values read in the order of Keras: the axes of the shape are those of Keras now, not what they are called. */
    Value channelsLast(Value value, String place) {
        if (FlatOrder.of(value.shape()).isEmpty()) {
            return value;
        }
        AxisOrder order = value.shape() instanceof Image ? AxisOrder.HEIGHT_WIDTH_CHANNELS : AxisOrder.REVERSED;
        return add(value.node() + "-axes", new Permute(order), List.of(value), place);
    }

    ModelGraph graph() {
        return new ModelGraph(nodes, edges);
    }

    Map<String, Tensor> weights() {
        return weights;
    }

    int size() {
        return nodes.size();
    }

    /** Nodes added since there were {@code before}. */
    List<NodeId> since(int before) {
        return nodes.subList(before, nodes.size()).stream().map(Node::id).toList();
    }
}
