package org.vitrine.graph.edit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** Names for new nodes: {@code dense}, {@code dense2}, {@code dense3}... */
public final class FreeNames {
    private FreeNames() {}

    /** A free name for a new node of this layer. */
    public static NodeId forLayer(LayerSpec layer, ModelGraph graph) {
        String base = layer.type().toLowerCase(Locale.ROOT).replaceAll("layer$", "");
        if (layer instanceof Block block) {
            base = forText(block.name(), base);
        }
        return like(
                new NodeId(base),
                new HashSet<>(graph.nodes().stream().map(Node::id).toList()));
    }

    /** What a text may become as a name: {@code Transformer encoder} is {@code transformer-encoder}. */
    public static String forText(String text, String otherwise) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? otherwise : plain.substring(0, Math.min(plain.length(), 34));
    }

    /** The wanted name if free, else its stem with the first free number from 2. */
    public static NodeId like(NodeId wanted, Set<NodeId> taken) {
        if (!taken.contains(wanted)) {
            return wanted;
        }
        String stem = wanted.value().replaceAll("\\d+$", "");
        if (stem.isEmpty()) {
            stem = "node";
        }
        stem = stem.substring(0, Math.min(stem.length(), 34));
        for (int number = 2; ; number++) {
            NodeId candidate = new NodeId(stem + number);
            if (!taken.contains(candidate)) {
                return candidate;
            }
        }
    }
}
