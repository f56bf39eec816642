package org.vitrine.runs.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessLiveness;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.EventWriter;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.watch.Watching;

/** The folder that holds all runs. Safe for several threads and, through a lock file, several processes. */
public final class RunStore {
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

    private final Path root;
    private final ProcessLiveness liveness;
    private final Map<Path, CachedRun> cache = new ConcurrentHashMap<>();

    public RunStore(Path root) {
        this(root, ProcessLiveness.SYSTEM);
    }

    public RunStore(Path root, ProcessLiveness liveness) {
        this.root = root.toAbsolutePath().normalize();
        this.liveness = liveness;
    }

    /** The system property {@code vitrine.runs}, else the environment's VITRINE_RUNS, else {@code ~/.vitrine/runs}. */
    public static Path defaultRoot() {
        return Optional.ofNullable(System.getProperty("vitrine.runs"))
                .or(() -> Optional.ofNullable(System.getenv("VITRINE_RUNS")))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".vitrine", "runs"));
    }

    public Path root() {
        return root;
    }

    /** As {@link #create(GraphDocument, Device, ParentPolicy)}, training on when the workbench ends. */
    public RunDirectory create(GraphDocument document, Device device) throws RunException {
        return create(document, device, ParentPolicy.KEEP_TRAINING);
    }

    /** Makes a run that is watched so, and queues it. */
    public RunDirectory create(GraphDocument document, Device device, Watching watching) throws RunException {
        return create(
                document,
                device,
                ParentPolicy.KEEP_TRAINING,
                made -> made.writeRecord(made.readRecord().withRates(Rates.DEFAULT.withWatching(watching))));
    }

    /** Makes a run and queues it. It appears whole or not at all. */
    public RunDirectory create(GraphDocument document, Device device, ParentPolicy policy) throws RunException {
        return create(document, device, policy, made -> {});
    }

    /** Makes a run that trains vectors of words, and queues it; the document's graph does not matter. */
    public RunDirectory createWords(GraphDocument document, WordSettings settings) throws RunException {
        return create(document, new Device.Cpu(), ParentPolicy.KEEP_TRAINING, made -> made.writeWordSettings(settings));
    }

    /**
     * Makes a run that starts from weights that were trained elsewhere, and queues it.
     *
     * @param weights by the names of docs/weights.md
     * @param source where they come from, in words
     * @param trains false to test them as they are: the run is finished at iteration 0, and more epochs can be asked for
     */
    public RunDirectory createFrom(
            GraphDocument document, Device device, Map<String, Tensor> weights, String source, boolean trains)
            throws RunException {
        return create(
                document,
                device,
                ParentPolicy.KEEP_TRAINING,
                made -> made.writeInitialWeights(weights, source, trains));
    }

    /** What else a new run gets before anybody sees it. */
    @FunctionalInterface
    private interface Addition {
        void to(RunDirectory made) throws RunException;
    }

    private RunDirectory create(GraphDocument document, Device device, ParentPolicy policy, Addition addition)
            throws RunException {
        Instant now = Instant.now();
        String id = RunIds.next(document.title(), now);
        RunDirectory made = new RunDirectory(root.resolve(".new-" + id));
        try {
            Files.createDirectories(root);
            Files.createDirectory(made.path());
            Files.createDirectory(made.checkpoints());
            DocumentJson.write(document, made.documentFile());
            made.writeRecord(new RunRecord(
                    id,
                    document.title(),
                    now,
                    device,
                    policy,
                    document.data().dataset(),
                    document.training().seed(),
                    VitrineVersion.current(),
                    null,
                    0,
                    null,
                    null));
            addition.to(made);
            Files.createFile(made.commandsFile());
            try (EventWriter events = new EventWriter(made.eventsFile())) {
                events.write(new RunEvent.RunQueued(0));
                events.force();
            }
            return new RunDirectory(Files.move(made.path(), root.resolve(id)));
        } catch (IOException e) {
            Folders.deleteIfThere(made.path());
            throw RunException.of("The run could not be created", root, e);
        }
    }

    /** All runs, newest first. One that can not be read is listed with its problem. */
    public List<RunEntry> list() throws RunException {
        List<Path> folders = folders();
        cache.keySet().retainAll(folders);
        List<RunEntry> entries = new ArrayList<>();
        for (Path folder : folders) {
            entries.add(entry(folder));
        }
        entries.sort(Comparator.comparing(RunStore::created)
                .thenComparing(RunEntry::id)
                .reversed());
        return entries;
    }

    private List<Path> folders() throws RunException {
        if (!Files.exists(root)) {
            return List.of();
        }
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(root, Files::isDirectory)) {
            found.forEach(folders::add);
        } catch (DirectoryIteratorException e) {
            throw RunException.of("Runs can not be listed", root, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw RunException.of("Runs can not be listed", root, e);
        }
        folders.removeIf(folder -> folder.getFileName().toString().startsWith("."));
        return folders;
    }

    /** One run with its state. */
    public RunEntry entry(RunDirectory directory) {
        return entry(directory.path());
    }

    private RunEntry entry(Path folder) {
        return cache.computeIfAbsent(folder, path -> new CachedRun(new RunDirectory(path), liveness))
                .read();
    }

    private static Instant created(RunEntry entry) {
        return entry.record().map(RunRecord::created).orElseGet(() -> RunIds.created(entry.id()));
    }

    /**
     * Finds the run that a person means.
     *
     * @param reference a folder, an id, the beginning of exactly one id, or {@code latest}
     */
    public RunDirectory find(String reference) throws RunException {
        Optional<RunDirectory> folder = folder(reference);
        if (folder.isPresent()) {
            return folder.get();
        }
        List<RunEntry> entries = list();
        if (reference.equals("latest") && !entries.isEmpty()) {
            return entries.get(0).directory();
        }
        List<RunEntry> matching = entries.stream()
                .filter(entry -> entry.id().startsWith(reference))
                .toList();
        Optional<RunEntry> exact =
                matching.stream().filter(entry -> entry.id().equals(reference)).findFirst();
        if (exact.isPresent() || matching.size() == 1) {
            return exact.orElseGet(() -> matching.get(0)).directory();
        }
        throw new RunException(
                matching.isEmpty()
                        ? "There is no run '" + reference + "' in " + root
                        : "'" + reference + "' fits " + matching.size() + " runs in " + root,
                "Name a run's folder, its id, the beginning of exactly one id, or 'latest'");
    }

    private static Optional<RunDirectory> folder(String reference) {
        try {
            return Optional.of(new RunDirectory(Path.of(reference)))
                    .filter(directory -> Files.isRegularFile(directory.recordFile()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Deletes a run for good. Refused while a worker is at it. */
    public void delete(RunDirectory directory) throws RunException {
        exclusively(() -> {
            RunEntry entry = entry(directory);
            if (entry.state().isLive()) {
                throw new RunException(
                        "The run '" + entry.title() + "' (" + entry.id() + ") is still training", "Stop it first");
            }
            Path hidden = directory.path().resolveSibling(".deleted-" + directory.id());
            try {
                Files.move(directory.path(), hidden);
                cache.remove(directory.path());
                Folders.delete(hidden);
            } catch (IOException e) {
                throw RunException.of("The run could not be deleted", directory.path(), e);
            }
        });
    }

    /** Something that only one process may do at a time: start or queue runs. */
    @FunctionalInterface
    public interface Exclusive {
        void run() throws RunException;
    }

    /** Waits until no other process starts or queues runs, then acts. */
    public void exclusively(Exclusive action) throws RunException {
        long end = System.nanoTime() + LOCK_PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (tryExclusively(action)) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunException("Waiting for the runs in " + root + " was interrupted", "Try again", e);
            }
        }
        throw new RunException(
                "Another Vitrine holds the runs in " + root + " for more than " + LOCK_PATIENCE.toSeconds() + " s",
                "Close other windows and commands, then try again");
    }

    /** Acts if no other process starts or queues runs right now; tells whether it did. */
    public boolean tryExclusively(Exclusive action) throws RunException {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw RunException.of("The folder of the runs can not be made", root, e);
        }
        Optional<StoreLock> lock = StoreLock.tryLock(root.resolve(".lock"));
        if (lock.isEmpty()) {
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            lock.get().close();
        }
    }

    /** Runs that wait for their turn, oldest first. */
    public List<RunEntry> queued() throws RunException {
        return list().stream()
                .filter(entry -> entry.problem().isEmpty() && entry.state().status() == RunStatus.QUEUED)
                .sorted(Comparator.comparing(RunStore::queuedAt))
                .toList();
    }

    private static Instant queuedAt(RunEntry entry) {
        return entry.state().queuedAt().orElse(Instant.MAX);
    }
}
