package org.vitrine.editor.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.graph.json.BlockFileJson;
import org.vitrine.graph.json.BlockFileJson.BlockFile;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.library.BlockLibrary;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The blocks that the palette offers beside the layers, and the ways into and out of the library. */
public final class BlockShelf {
    private final BlockLibrary library;
    private final ReadOnlyObjectWrapper<BlockLibrary.Contents> contents;

    public BlockShelf(BlockLibrary library) {
        this.library = library;
        contents = new ReadOnlyObjectWrapper<>(library.contents());
    }

    /** What is in the library; damaged files are named in it. */
    public ReadOnlyObjectProperty<BlockLibrary.Contents> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /** Reads the folder again. */
    public void refresh() {
        contents.set(library.contents());
    }

    /** What can be added to a document, or inside of a block: there stand block inputs, and neither inputs nor heads. */
    public List<LayerSpec> offered(boolean inBlock, GraphDocument shown) {
        List<LayerSpec> offered = new ArrayList<>();
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            if (!inBlock) {
                offered.add(layer);
            } else if (layer instanceof Input) {
                offered.add(new BlockInput(nextPort(shown)));
            } else if (layer.family() != Family.OUTPUT) {
                offered.add(layer);
            }
        }
        contents.get().blocks().forEach(block -> offered.add(block.content().block()));
        return List.copyOf(offered);
    }

    private static int nextPort(GraphDocument shown) {
        List<Integer> taken = shown.graph().nodes().stream()
                .filter(node -> node.layer() instanceof BlockInput)
                .map(node -> ((BlockInput) node.layer()).port())
                .toList();
        int port = 0;
        while (taken.contains(port) && port < Block.MOST_INPUTS - 1) {
            port++;
        }
        return port;
    }

    /**
     * Puts a block of a document into the library, as it stands there once.
     *
     * @throws IOException if the folder can not be written
     */
    public Path save(GraphDocument document, NodeId id, Block block) throws IOException {
        Path file = library.save(file(document, id, block));
        refresh();
        return file;
    }

    /**
     * Writes a block of a document to a file, to be shared.
     *
     * @throws IOException if it can not be written
     */
    public void export(GraphDocument document, NodeId id, Block block, Path file) throws IOException {
        BlockFileJson.write(file(document, id, block), file);
    }

    /**
     * Takes a shared file into the library.
     *
     * @throws IOException if it is no block, or the folder can not be written; the message says what to do
     */
    public Path take(Path file) throws IOException {
        Path kept = library.take(file);
        refresh();
        return kept;
    }

    private static BlockFile file(GraphDocument document, NodeId id, Block block) {
        Map<NodeId, Position> layout = new HashMap<>();
        document.layout().forEach((path, position) -> {
            if (path.isIn(id)) {
                layout.put(path.from(id), position);
            }
        });
        return new BlockFile(block, "", layout);
    }
}
