package org.vitrine.worker.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.runs.RunException;

/** The checkpoints of a run: the last two, and the best by validation loss. */
final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("iteration-\\d{10}\\.zip");
    private static final String BEST = "best.zip";
    private static final int KEPT = 2;

    private final Path folder;
    private final Consumer<String> notes;

    /** @param notes is told of checkpoints that can not be read */
    Checkpoints(Path folder, Consumer<String> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /** Writes a checkpoint and removes those before the last two. */
    Path write(Checkpoint checkpoint, String configuration) throws RunException {
        Path file = folder.resolve(
                String.format("iteration-%010d.zip", checkpoint.state().iteration()));
        try {
            Files.createDirectories(folder);
            checkpoint.write(file, configuration);
            List<Path> all = newestFirst();
            for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
                Files.delete(old);
            }
            return file;
        } catch (IOException e) {
            throw RunException.of("Checkpoint can not be written", file, e);
        }
    }

    void writeBest(Checkpoint checkpoint, String configuration) throws RunException {
        Path file = folder.resolve(BEST);
        try {
            Files.createDirectories(folder);
            checkpoint.write(file, configuration);
        } catch (IOException e) {
            throw RunException.of("Checkpoint can not be written", file, e);
        }
    }

    /** The newest checkpoint that is whole; damaged ones are noted and passed over. */
    Optional<Checkpoint> latest() throws RunException {
        try {
            for (Path file : newestFirst()) {
                Optional<Checkpoint> whole = read(file);
                if (whole.isPresent()) {
                    return whole;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw RunException.of("Checkpoints can not be read", folder, e);
        }
    }

    /** The checkpoint of the least validation loss, if it is there and whole. */
    Optional<Checkpoint> best() {
        return read(folder.resolve(BEST));
    }

    /** All that are whole: the best, if there is one, before those of the same weights. */
    List<Checkpoint> all() throws RunException {
        List<Checkpoint> all = new ArrayList<>();
        if (Files.exists(folder.resolve(BEST))) {
            best().ifPresent(all::add);
        }
        try {
            for (Path file : newestFirst()) {
                read(file).ifPresent(all::add);
            }
            return all;
        } catch (IOException e) {
            throw RunException.of("Checkpoints can not be read", folder, e);
        }
    }

    private Optional<Checkpoint> read(Path file) {
        try {
            return Optional.of(Checkpoint.read(file));
        } catch (IOException e) {
            notes.accept("Checkpoint " + file.getFileName() + " can not be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList());
        }
    }
}
