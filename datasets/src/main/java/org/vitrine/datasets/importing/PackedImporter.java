package org.vitrine.datasets.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.LabelledBox;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.graph.model.StepReference;

/**
 * Importers that convert the user's files once into a packed file.
 *
 * @param <I> what becomes an example, such as a file and its class
 */
abstract class PackedImporter<I> implements Importer {
    static final String FOLDER = "folder";
    static final String FILE = "file";
    /** Which content was imported, so that a project finds it when the files are gone, and notices when they changed. */
    static final String CONTENT = "content";

    private static final int PREVIEWED_FILES = 20_000;
    private static final int SAMPLES = 24;
    private static final int MOST_PROBLEMS = 100;

    private final ImportCache cache;
    private final DatasetDescriptor descriptor;
    private final List<String> conversion;

    /**
     * Describes itself.
     *
     * @param place file or folder
     * @param conversion options that change what is packed
     */
    PackedImporter(ImportCache cache, String id, Task task, DatasetOption place, List<DatasetOption> conversion) {
        this.cache = cache;
        this.conversion = conversion.stream().map(DatasetOption::name).toList();
        List<DatasetOption> options = new ArrayList<>();
        options.add(place);
        options.addAll(conversion);
        options.addAll(Parts.options());
        options.add(DatasetOption.text(CONTENT, ""));
        descriptor = new DatasetDescriptor(id, task, "your own", "files on this computer", options);
    }

    /**
     * What is to be done.
     *
     * @param header of the packed file, without rows
     */
    record Plan<I>(List<I> items, List<Skipped> skipped, PackHeader header) {}

    /**
     * A packed example.
     *
     * @param part null if the user's files do not tell
     */
    record Row(
            String name,
            byte[] bytes,
            float[] target,
            @Nullable Part part) {}

    /** The files that the import depends on. */
    abstract FileTree list(Options options, int most) throws DatasetException;

    /** Finds examples and classes, and settles what was left open. */
    abstract Plan<I> plan(Options options, FileTree files) throws DatasetException;

    /** Converts one example; called from several threads. */
    abstract Row convert(I item, Plan<I> plan) throws DatasetException;

    abstract String name(I item);

    abstract Content content(PackHeader header);

    Targets targets(PackHeader header) {
        return Targets.classes(header.classes());
    }

    /** What is taken if the document names no steps. */
    List<StepReference> steps(PackHeader header) {
        return List.of();
    }

    /** What was chosen where the options leave it open. */
    Map<String, String> settled(PackHeader header) {
        return Map.of();
    }

    /** Boxes of an example, in pixels. */
    List<LabelledBox> boxes(Row row, PackHeader header) {
        return List.of();
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public String place() {
        return descriptor.options().get(0).name();
    }

    @Override
    public ImportPreview preview(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        FileTree files = list(options, PREVIEWED_FILES);
        Plan<I> plan = plan(options, files);
        List<Skipped> problems = new ArrayList<>(plan.skipped());
        Map<String, Integer> classes = new LinkedHashMap<>();
        plan.header().classes().forEach(name -> classes.put(name, 0));
        List<ImportPreview.Sample> samples = new ArrayList<>();
        int step = samplesAreSpread() ? Math.max(1, plan.items().size() / SAMPLES) : 1;
        for (int i = 0; i < plan.items().size(); i++) {
            I item = plan.items().get(i);
            if (i % step == 0 && samples.size() < SAMPLES) {
                Cancellation.check(place(options));
                try {
                    samples.add(sample(convert(item, plan), plan.header()));
                } catch (DatasetException e) {
                    Cancellation.check(place(options));
                    problems.add(new Skipped(name(item), String.valueOf(e.getMessage())));
                }
            }
            label(item, plan).ifPresent(label -> classes.merge(label, 1, Integer::sum));
        }
        return new ImportPreview(
                content(plan.header()),
                samples,
                List.of(),
                null,
                classes,
                plan.items().size(),
                files.complete(),
                problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())),
                settled(plan.header()));
    }

    /** Whether samples for a preview are taken from everywhere, not only from the start. */
    boolean samplesAreSpread() {
        return true;
    }

    /** The class of an example as far as its place tells. */
    abstract Optional<String> label(I item, Plan<I> plan);

    @Override
    public ImportReport run(Map<String, String> given, ImportProgress progress) throws DatasetException {
        Options options = Options.of(descriptor, given);
        return imported(options, given, progress).report();
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        String content = options.text(CONTENT);
        Optional<Pack> known = content.isEmpty() ? Optional.empty() : cache.find(file(options, content));
        Pack pack = known.isPresent()
                ? known.get()
                : imported(options, given, ImportProgress.NONE).pack();
        PackHeader header = pack.header();
        return RawDataset.of(
                descriptor,
                content(header),
                targets(header),
                pack,
                Parts.of(pack, stratifies(header) ? header.classes().size() : 1, options),
                steps(header));
    }

    /** Whether the first number of a target is a class whose share is to be the same in each part. */
    boolean stratifies(PackHeader header) {
        return header.targetShape().isEmpty() && !header.classes().isEmpty();
    }

    /** The file or folder, for messages. */
    String place(Options options) {
        return options.text(place());
    }

    Path path(Options options) throws DatasetException {
        return UserFile.path(place(options));
    }

    private record Imported(Pack pack, ImportReport report) {}

    private Imported imported(Options options, Map<String, String> given, ImportProgress progress)
            throws DatasetException {
        cache.tidy();
        FileTree files = list(options, FileTree.MOST_FILES);
        files.checkComplete();
        progress.at(
                ImportProgress.Phase.LISTING,
                files.files().size(),
                files.files().size());
        String noted = cache.noted(files.files()).orElse("");
        String content = noted.isEmpty() ? cache.content(files.files(), progress) : noted;
        String wanted = options.text(CONTENT);
        if (!wanted.isEmpty() && !wanted.equals(content)) {
            throw new DatasetException(place(options)
                    + " does not hold any more what was imported for this project. Bring the files back, or import them"
                    + " anew (empty the option \"" + CONTENT + "\").");
        }
        Path file = file(options, content);
        Optional<Pack> found = cache.find(file);
        Pack pack = found.isPresent() ? found.get() : write(options, files, file, progress);
        cache.note(files.files(), content);
        Map<String, String> all = new HashMap<>(given);
        all.put(CONTENT, content);
        return new Imported(pack, report(all, pack, found.isPresent()));
    }

    /** The packed file of this content, converted as the options say. */
    private Path file(Options options, String content) {
        Map<String, String> how = new HashMap<>();
        conversion.forEach(name -> how.put(name, options.text(name)));
        return cache.file(descriptor.id(), how, content);
    }

    private Pack write(Options options, FileTree files, Path target, ImportProgress progress) throws DatasetException {
        Plan<I> plan = plan(options, files);
        cache.checkSpace((long) plan.items().size() * plan.header().rowBytes());
        try (PackWriter writer = new PackWriter(cache.folder(), plan.header())) {
            plan.skipped().forEach(writer::skip);
            long[] done = {0};
            produce(plan, (row, skipped) -> {
                Cancellation.check(place(options));
                add(writer, row, skipped);
                progress.at(
                        ImportProgress.Phase.CONVERTING, ++done[0], plan.items().size());
            });
            if (writer.rows() == 0) {
                throw new DatasetException(
                        "Nothing of " + place(options) + " could be imported. " + writer.firstSkipped());
            }
            writer.finish(target);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return cache.find(target)
                .orElseThrow(() -> new DatasetException("The imported data of " + place(options)
                        + " vanished from the folder of imports. Import again."));
    }

    /** Takes examples in their order; one of both is null. */
    @FunctionalInterface
    interface Sink {
        void take(@Nullable Row row, @Nullable Skipped skipped) throws DatasetException;
    }

    /** Converts all examples; on several threads, since decoding takes most of the time. */
    void produce(Plan<I> plan, Sink sink) throws DatasetException {
        record Outcome(@Nullable Row row, @Nullable Skipped skipped) {}
        InOrder.run(
                plan.header().source(),
                plan.items(),
                item -> {
                    try {
                        return new Outcome(convert(item, plan), null);
                    } catch (DatasetException e) {
                        Cancellation.check(name(item));
                        return new Outcome(null, new Skipped(name(item), String.valueOf(e.getMessage())));
                    }
                },
                outcome -> sink.take(outcome.row(), outcome.skipped()));
    }

    private void add(PackWriter writer, @Nullable Row row, @Nullable Skipped skipped) throws DatasetException {
        if (skipped != null) {
            writer.skip(skipped);
        }
        if (row != null) {
            try {
                writer.add(row.bytes(), row.target(), row.part());
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private ImportPreview.Sample sample(Row row, PackHeader header) {
        boolean isClass = stratifies(header) && row.target().length == 1;
        String label = isClass
                ? header.classes().get((int) row.target()[0])
                : row.target().length == 1 ? Float.toString(row.target()[0]) : "";
        return new ImportPreview.Sample(row.name(), label, Pack.decode(header, row.bytes()), boxes(row, header));
    }

    private ImportReport report(Map<String, String> options, Pack pack, boolean known) {
        PackHeader header = pack.header();
        Map<String, Integer> counts = new LinkedHashMap<>();
        header.classes().forEach(name -> counts.put(name, 0));
        int each = header.targetSize();
        int step = header.targetShape().isEmpty()
                ? 1
                : header.targetShape().get(header.targetShape().size() - 1);
        for (int i = 0; i < pack.size() && !header.classes().isEmpty(); i++) {
            float[] target = pack.target(i);
            for (int k = 0; k < each; k += step) {
                if (target[k] >= 0) {
                    counts.merge(header.classes().get((int) target[k]), 1, Integer::sum);
                }
            }
        }
        return new ImportReport(options, pack.size(), counts, header.skipped(), header.skippedFiles(), known);
    }

    private DatasetException unwritable(IOException e) throws DatasetException {
        return new DatasetException(
                "The import can not be written to " + cache.folder() + ": " + e.getMessage() + ". Is the disk full?",
                e);
    }
}
