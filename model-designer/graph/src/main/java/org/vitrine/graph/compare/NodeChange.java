package org.vitrine.graph.compare;

import java.util.List;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/**
 * A node that is in both graphs under another name, with other settings, or as another layer.
 *
 * @param before in the first graph
 * @param after in the second graph
 */
public record NodeChange(Node before, Node after) {

    public boolean isRenamed() {
        return !before.id().equals(after.id());
    }

    /** Whether it is another kind of layer now. */
    public boolean isReplaced() {
        return !before.layer().type().equals(after.layer().type());
    }

    /** Settings with other values; empty for a layer that was replaced by another kind. */
    public List<ParameterChange> parameters() {
        LayerSpec layer = before.layer();
        return isReplaced() ? List.of() : ParameterChange.between((Record) layer, (Record) after.layer());
    }

    public NodeId oldId() {
        return before.id();
    }

    public NodeId newId() {
        return after.id();
    }

    NodeChange reversed() {
        return new NodeChange(after, before);
    }
}
