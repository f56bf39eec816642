package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** A {@code .vitrine-block} file: one block with its layout and a sentence about it, to be shared. */
public final class BlockFileJson {
    private static final String FAMILY = "vitrine-block";
    private static final int VERSION = 1;

    private BlockFileJson() {}

    /**
     * What such a file holds.
     *
     * @param layout positions of what is inside of the block, by paths from there
     */
    public record BlockFile(Block block, String summary, Map<NodeId, Position> layout) {
        public BlockFile {
            layout = Map.copyOf(layout);
        }
    }

    /**
     * Reads a file.
     *
     * @throws DocumentFormatException if it can not be read or is no block; the message says what, where and the way out
     */
    public static BlockFile read(Path file) throws DocumentFormatException {
        return read(file.toString(), TextFiles.read(file));
    }

    /** Reads a text; {@code source} is what error messages call it. */
    public static BlockFile read(String source, String text) throws DocumentFormatException {
        Place top = JsonText.parse(source, text, FAMILY, VERSION, List.of("summary", "block"));
        Optional<Place> summary = top.field("summary");
        Place place = top.field("block")
                .orElseThrow(() -> top.error("there is no \"block\" in it", "Save the block to a file again."));
        BlockJson.Read read = BlockJson.read(place.object(BlockJson.FIELDS), 0);
        return new BlockFile(read.block(), summary.isPresent() ? summary.get().text() : "", read.layout());
    }

    public static String write(BlockFile file) {
        ObjectNode top = JsonText.object();
        top.put("format", FAMILY + "/" + VERSION);
        top.put("summary", file.summary());
        BlockJson.write(file.block(), file.layout(), top.putObject("block"));
        return JsonText.format(top, List.of("block"));
    }

    /**
     * Writes a file in one step.
     *
     * @throws IOException if the folder is missing or not writable, or the disk is full
     */
    public static void write(BlockFile file, Path path) throws IOException {
        AtomicFiles.write(path, write(file).getBytes(StandardCharsets.UTF_8));
    }
}
