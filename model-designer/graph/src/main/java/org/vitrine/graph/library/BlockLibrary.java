package org.vitrine.graph.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.json.BlockFileJson;
import org.vitrine.graph.json.BlockFileJson.BlockFile;
import org.vitrine.graph.json.DocumentFormatException;

/** The blocks that come with Vitrine, and the user's own: one {@code .vitrine-block} file each, in one folder. */
public final class BlockLibrary {
    /** How names of block files end. */
    public static final String ENDING = ".vitrine-block";

    private static final List<String> BUILT_IN = List.of(
            "residual",
            "residual-down",
            "bottleneck",
            "inception",
            "separable",
            "inverted-residual",
            "fire",
            "double-convolution",
            "transformer-encoder",
            "transformer-decoder",
            "causal",
            "dense-block");

    private final Optional<Path> folder;

    /** @param folder of the user's own blocks; made when the first is saved */
    public BlockLibrary(Path folder) {
        this.folder = Optional.of(folder);
    }

    private BlockLibrary() {
        folder = Optional.empty();
    }

    /** The blocks that come with Vitrine alone. */
    public static BlockLibrary withoutFolder() {
        return new BlockLibrary();
    }

    /**
     * What is in the library.
     *
     * @param damaged files that could not be read, each in one sentence
     */
    public record Contents(List<LibraryBlock> blocks, List<String> damaged) {
        public Contents {
            blocks = List.copyOf(blocks);
            damaged = List.copyOf(damaged);
        }
    }

    /** The blocks that come with Vitrine. */
    public static List<LibraryBlock> builtIn() {
        List<LibraryBlock> blocks = new ArrayList<>();
        for (String name : BUILT_IN) {
            try (InputStream in = BlockLibrary.class.getResourceAsStream(name + ENDING)) {
                if (in == null) {
                    throw new IllegalStateException("The block '" + name + "' is missing from this Vitrine");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                blocks.add(new LibraryBlock(BlockFileJson.read(name, text), Optional.empty()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(blocks);
    }

    /** All blocks, the user's own last; a damaged file is named and left out. */
    public Contents contents() {
        List<LibraryBlock> blocks = new ArrayList<>(builtIn());
        List<String> damaged = new ArrayList<>();
        for (Path file : files(damaged)) {
            try {
                blocks.add(new LibraryBlock(BlockFileJson.read(file), Optional.of(file)));
            } catch (DocumentFormatException e) {
                damaged.add(e.getMessage());
            }
        }
        return new Contents(blocks, damaged);
    }

    private List<Path> files(List<String> damaged) {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            damaged.add(folder.get() + ": the folder can not be read (" + e.getMessage() + ")");
            return List.of();
        }
    }

    /**
     * Saves a block under a name that is free.
     *
     * @return the file that it is in now
     * @throws IOException if the folder can not be written
     */
    public Path save(BlockFile block) throws IOException {
        Path place = folder.orElseThrow(() -> new IOException("there is no folder for blocks"));
        Files.createDirectories(place);
        String stem = FreeNames.forText(block.block().name(), "block");
        Path file = place.resolve(stem + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = place.resolve(stem + number + ENDING);
        }
        BlockFileJson.write(block, file);
        return file;
    }

    /**
     * Takes a shared file into the library.
     *
     * @throws IOException if it is no block, or the folder can not be written; the message says what to do
     */
    public Path take(Path shared) throws IOException {
        return save(BlockFileJson.read(shared));
    }

    /**
     * Removes one of the user's own blocks.
     *
     * @throws IOException if its file can not be removed
     */
    public void remove(LibraryBlock block) throws IOException {
        if (block.file().isPresent()) {
            Files.deleteIfExists(block.file().get());
        }
    }
}
