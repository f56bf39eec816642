package org.vitrine.graph.analysis;

import java.util.Optional;
import org.vitrine.graph.model.NodeId;

/** The place of a problem. */
public sealed interface Where {

    /** At a node; the id is a path for one inside of a block. */
    record AtNode(NodeId id) implements Where {}

    /** At an input port of a node. */
    record AtPort(NodeId id, int port) implements Where {}

    /** The graph, the data or the training settings as a whole. */
    record Everywhere() implements Where {}

    /** This place, which is in the body of a block, as seen from outside. */
    default Where in(NodeId block) {
        if (this instanceof AtNode at) {
            return new AtNode(at.id().in(block));
        }
        if (this instanceof AtPort at) {
            return new AtPort(at.id().in(block), at.port());
        }
        return new AtNode(block);
    }

    /** This place as seen from inside of a block, whose own place is everywhere; empty if it is not in there. */
    default Optional<Where> inside(NodeId block) {
        if (this instanceof AtNode at && at.id().equals(block)) {
            return Optional.of(new Everywhere());
        }
        if (this instanceof AtNode at && at.id().isIn(block)) {
            return Optional.of(new AtNode(at.id().from(block)));
        }
        if (this instanceof AtPort at && at.id().isIn(block)) {
            return Optional.of(new AtPort(at.id().from(block), at.port()));
        }
        return Optional.empty();
    }
}
