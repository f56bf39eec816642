package org.vitrine.editor.inspector;

import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.NodeId;

/** What the inspector asks of the library. */
public interface BlockCommands {

    /** Put a block of what is shown into the library. */
    void save(NodeId id, Block block);

    /** Write a block of what is shown to a file. */
    void export(NodeId id, Block block);
}
