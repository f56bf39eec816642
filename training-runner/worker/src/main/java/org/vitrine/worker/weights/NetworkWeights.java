package org.vitrine.worker.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.runs.RunException;
import org.vitrine.worker.layers.DeclaredLayer;
import org.vitrine.worker.network.EngineArrays;
import org.vitrine.worker.network.Network;

/**
 * All parameters of a network, running averages of batch normalisation among them, by name: {@code node/parameter}, such as
 * {@code conv1/W}. A node that becomes several layers of the engine names the layer too: {@code separable/first.W}. Shapes are
 * the engine's, row-major; where it keeps a vector as one row, the file has the vector. See docs/weights.md.
 */
public final class NetworkWeights {
    private static final int MOST_COMPLAINTS = 8;

    private NetworkWeights() {}

    /** The arrays of the engine by name, in the order of computation; writing to one changes the network. */
    static Map<String, INDArray> arrays(Network network, ModelGraph graph) {
        Set<String> nodes =
                graph.nodes().stream().map(node -> node.id().value()).collect(Collectors.toSet());
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        for (int index : network.topologicalSortOrder()) {
            GraphVertex vertex = network.getVertices()[index];
            Layer layer = vertex.getLayer();
            if (layer != null && layer.numParams() > 0) {
                String prefix = prefix(vertex.getVertexName(), nodes);
                layer.paramTable(false).forEach((key, array) -> arrays.put(prefix + key, plain(layer, array)));
            }
        }
        return arrays;
    }

    private static String prefix(String vertex, Set<String> nodes) {
        if (nodes.contains(vertex)) {
            return vertex + "/";
        }
        int dot = vertex.lastIndexOf('.');
        return vertex.substring(0, dot) + "/" + vertex.substring(dot + 1) + ".";
    }

    /** Copies of all parameters. */
    public static Map<String, Tensor> of(Network network, ModelGraph graph) {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        arrays(network, graph).forEach((name, array) -> copies.put(name, EngineArrays.tensor(array)));
        return copies;
    }

    /** Layers of DL4J keep vectors as one row: the same values as a vector. Matrices of ours stay what they are. */
    private static INDArray plain(Layer layer, INDArray array) {
        boolean row = array.rank() == 2 && array.size(0) == 1;
        return row && !(layer.conf().getLayer() instanceof DeclaredLayer) ? array.reshape(array.length()) : array;
    }

    private static int[] shape(INDArray array) {
        return Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
    }

    /** Writes {@code .npz}, whole or not at all. */
    public static void write(Path file, Network network, ModelGraph graph) throws RunException {
        try {
            Npz.write(file, of(network, graph));
        } catch (IOException e) {
            throw RunException.of("Weights can not be written", file, e);
        }
    }

    /**
     * Takes all parameters from a file. A file that does not fit changes nothing.
     *
     * @throws RunException names arrays that are missing, superfluous or of another shape
     */
    public static void load(Path file, Network network, ModelGraph graph) throws RunException {
        Map<String, INDArray> arrays = arrays(network, graph);
        try (Npz npz = Npz.open(file)) {
            List<String> complaints = complaints(npz, arrays, graph);
            if (!complaints.isEmpty()) {
                String more = complaints.size() > MOST_COMPLAINTS
                        ? ", and " + (complaints.size() - MOST_COMPLAINTS) + " more"
                        : "";
                throw new RunException(
                        "The weights in " + file + " do not fit the graph: "
                                + String.join("; ", complaints.subList(0, Math.min(MOST_COMPLAINTS, complaints.size())))
                                + more,
                        "Use the graph that they were made for, or write them anew; docs/weights.md has the names");
            }
            Map<String, Tensor> values = npz.readAll();
            arrays.forEach((name, array) -> {
                Tensor tensor = values.get(name);
                if (tensor != null) {
                    array.assign(
                            Nd4j.create(tensor.values(), array.shape(), 'c').castTo(array.dataType()));
                }
            });
        } catch (DatasetException e) {
            throw new RunException(String.valueOf(e.getMessage()), "", e);
        }
    }

    private static List<String> complaints(Npz npz, Map<String, INDArray> arrays, ModelGraph graph)
            throws DatasetException {
        List<String> complaints = new ArrayList<>();
        for (Map.Entry<String, INDArray> entry : arrays.entrySet()) {
            String name = entry.getKey();
            int[] wanted = shape(entry.getValue());
            if (!npz.names().contains(name)) {
                complaints.add("node '" + node(name) + "' misses " + name + " " + Arrays.toString(wanted));
                continue;
            }
            int[] given = npz.shape(name);
            if (!Arrays.equals(given, wanted)) {
                complaints.add("node '" + node(name) + "' takes " + name + " as " + Arrays.toString(wanted)
                        + ", but it is " + Arrays.toString(given));
            }
        }
        Set<String> nodes =
                graph.nodes().stream().map(Node::id).map(Object::toString).collect(Collectors.toSet());
        for (String name : npz.names()) {
            if (!arrays.containsKey(name)) {
                complaints.add(
                        nodes.contains(node(name))
                                ? "node '" + node(name) + "' has no parameter for " + name
                                : "there is no node '" + node(name) + "' for " + name);
            }
        }
        return complaints;
    }

    private static String node(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
