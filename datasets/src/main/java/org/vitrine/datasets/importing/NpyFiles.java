package org.vitrine.datasets.importing;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.NpyStream;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.Npz;
import org.vitrine.datasets.read.UserFile;

/**
 * Inputs and targets in NumPy arrays: two {@code .npy} files, or arrays of one {@code .npz} file. The targets are found by their
 * usual names; so is the test part.
 */
public final class NpyFiles extends PackedImporter<NpyFiles.Item> {
    private static final String INPUTS = "inputs";
    private static final String TARGETS = "targets";
    private static final String TASK = "task";
    private static final List<String> INPUT_NAMES =
            List.of("x_train", "X_train", "train_images", "x", "X", "images", "data", "inputs", "features");
    private static final List<String> TARGET_NAMES =
            List.of("y_train", "train_labels", "y", "Y", "labels", "targets", "target");
    private static final Map<String, String> PAIRS = Map.of(
            "x_train",
            "y_train",
            "X_train",
            "y_train",
            "train_images",
            "train_labels",
            "x",
            "y",
            "X",
            "y",
            "images",
            "labels",
            "data",
            "labels",
            "inputs",
            "targets",
            "features",
            "targets");

    public NpyFiles(ImportCache cache) {
        super(
                cache,
                "npy",
                Task.TABLE_CLASSIFICATION,
                DatasetOption.file(FILE),
                List.of(
                        DatasetOption.text(INPUTS, ""),
                        DatasetOption.text(TARGETS, ""),
                        DatasetOption.choice(TASK, "auto", List.of("auto", "classification", "regression"))));
    }

    /** An example: its place in an array. */
    record Item(
            NpyArray array,
            int index,
            float[] target,
            @Nullable Part part) {}

    /** Two arrays that belong together. */
    private record Pair(
            NpyArray inputs, NpyArray targets, @Nullable Part part) {}

    @Override
    public Match probe(Path path) {
        Path file = path.getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        boolean suits = Files.isRegularFile(path) && (name.endsWith(".npy") || name.endsWith(".npz"));
        return suits ? Match.LIKELY : Match.NO;
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        List<Path> files = new ArrayList<>();
        for (Pair pair : pairs(options)) {
            files.add(pair.inputs().file());
            if (!pair.targets().file().equals(pair.inputs().file())) {
                files.add(pair.targets().file());
            }
        }
        Path folder = path(options).toAbsolutePath().getParent();
        return FileTree.of(
                folder == null ? path(options) : folder,
                files.stream().distinct().toList());
    }

    @Override
    Plan<Item> plan(Options options, FileTree files) throws DatasetException {
        List<Item> items = new ArrayList<>();
        List<String> classes = List.of();
        int[] shape = {};
        int targetSize = 1;
        boolean bytes = true;
        List<Pair> pairs = pairs(options);
        for (Pair pair : pairs) {
            NpyArray inputs = pair.inputs();
            int[] whole = inputs.read(NpyStream::shape);
            bytes &= inputs.read(NpyStream::isBytes);
            if (whole.length < 1 || whole[0] < 1) {
                throw new DatasetException("Array " + inputs.name() + " has the shape " + Arrays.toString(whole)
                        + "; examples along its first axis are needed.");
            }
            int[] own = Arrays.copyOfRange(whole, 1, whole.length);
            NpyTargets targets = NpyTargets.of(pair.targets(), whole[0], options.text(TASK));
            boolean first = items.isEmpty();
            if (!first
                    && (!Arrays.equals(own, shape)
                            || targetSize != targets.values()[0].length
                            || targets.classes().isEmpty() != classes.isEmpty()
                            || !classes.containsAll(targets.classes()))) {
                throw new DatasetException("Array " + inputs.name()
                        + " does not fit the training part: its examples or targets are of another kind.");
            }
            List<String> own1 = targets.classes();
            classes = first ? own1 : classes;
            shape = own;
            targetSize = targets.values()[0].length;
            for (int i = 0; i < whole[0]; i++) {
                float[] target = targets.values()[i];
                float[] same = own1.isEmpty() ? target : new float[] {classes.indexOf(own1.get((int) target[0]))};
                items.add(new Item(inputs, i, same, pair.part()));
            }
        }
        return new Plan<>(
                items,
                List.of(),
                PackHeader.of(
                        descriptor().id(),
                        place(options),
                        bytes ? PackHeader.Kind.BYTES : PackHeader.Kind.FLOATS,
                        ArrayShapes.shape(shape, bytes, place(options)),
                        classes.isEmpty() ? List.of(targetSize) : List.of(),
                        classes,
                        ""));
    }

    /** Reads each array once, from its start to its end. */
    @Override
    void produce(Plan<Item> plan, Sink sink) throws DatasetException {
        int next = 0;
        while (next < plan.items().size()) {
            int start = next;
            NpyArray array = plan.items().get(start).array();
            next = array.read(stream -> {
                int at = start;
                float[] values = new float[stream.size() / stream.shape()[0]];
                int[] order = order(stream);
                while (at < plan.items().size() && plan.items().get(at).array().equals(array)) {
                    stream.read(values);
                    sink.take(row(plan.items().get(at), values, order, plan.header()), null);
                    at++;
                }
                stream.checkEnd();
                return at;
            });
        }
    }

    @Override
    Row convert(Item item, Plan<Item> plan) throws DatasetException {
        return item.array().read(stream -> {
            float[] values = new float[stream.size() / stream.shape()[0]];
            for (int i = 0; i <= item.index(); i++) {
                Cancellation.check(name(item));
                stream.read(values);
            }
            return row(item, values, order(stream), plan.header());
        });
    }

    private static int[] order(NpyStream stream) {
        int[] shape = stream.shape();
        return ArrayShapes.order(Arrays.copyOfRange(shape, 1, shape.length));
    }

    private static Row row(Item item, float[] values, int[] order, PackHeader header) throws DatasetException {
        ByteBuffer bytes = ByteBuffer.allocate(header.rowBytes());
        for (int i = 0; i < values.length; i++) {
            float value = values[order.length == 0 ? i : order[i]];
            if (!Float.isFinite(value)) {
                throw new DatasetException("Array " + item.array().name() + ", example " + (item.index() + 1)
                        + " holds " + value + ". Replace what is missing by a number.");
            }
            if (header.kind() == PackHeader.Kind.BYTES) {
                bytes.put((byte) value);
            } else {
                bytes.putFloat(value);
            }
        }
        return new Row(nameOf(item), bytes.array(), item.target(), item.part());
    }

    private static List<Pair> pairs(Options options) throws DatasetException {
        Path file = UserFile.path(options.text(FILE));
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")
                ? withTest(inArchive(file, options), file)
                : withTest(inFiles(file, options.text(TARGETS)), file);
    }

    private static Pair inArchive(Path file, Options options) throws DatasetException {
        List<String> names = names(file);
        String inputs = options.text(INPUTS);
        if (inputs.isEmpty()) {
            inputs = INPUT_NAMES.stream().filter(names::contains).findFirst().orElse(names.get(0));
        }
        String targets = options.text(TARGETS);
        if (targets.isEmpty()) {
            String usual = PAIRS.getOrDefault(inputs, "");
            targets = names.contains(usual)
                    ? usual
                    : TARGET_NAMES.stream()
                            .filter(names::contains)
                            .findFirst()
                            .orElseThrow(() -> new DatasetException("File " + file
                                    + " holds no array of a usual name for targets. Name it in the option \"" + TARGETS
                                    + "\"; there are: " + String.join(", ", names) + "."));
        }
        return new Pair(new NpyArray(file, inputs), new NpyArray(file, targets), null);
    }

    private static Pair inFiles(Path file, String given) throws DatasetException {
        UserFile.check(file, Long.MAX_VALUE, "");
        if (!given.isEmpty()) {
            return new Pair(new NpyArray(file, ""), new NpyArray(file.resolveSibling(UserFile.path(given)), ""), null);
        }
        for (String name : INPUT_NAMES) {
            Path targets = replaced(file, name, PAIRS.getOrDefault(name, name));
            if (!targets.equals(file) && Files.isRegularFile(targets)) {
                return new Pair(new NpyArray(file, ""), new NpyArray(targets, ""), null);
            }
        }
        throw new DatasetException("There are no targets beside " + file
                + ", such as y.npy beside x.npy. Name their file in the option \"" + TARGETS + "\".");
    }

    private static List<Pair> withTest(Pair train, Path file) throws DatasetException {
        List<String> names = train.inputs().array().isEmpty() ? List.of() : names(file);
        NpyArray inputs = test(train.inputs());
        NpyArray targets = test(train.targets());
        boolean there = names.isEmpty()
                ? Files.isRegularFile(inputs.file()) && Files.isRegularFile(targets.file())
                : names.contains(inputs.array()) && names.contains(targets.array());
        return there && !inputs.equals(train.inputs()) && !targets.equals(train.targets())
                ? List.of(new Pair(train.inputs(), train.targets(), Part.TRAIN), new Pair(inputs, targets, Part.TEST))
                : List.of(train);
    }

    private static NpyArray test(NpyArray array) {
        return array.array().isEmpty()
                ? new NpyArray(replaced(array.file(), "train", "test"), "")
                : new NpyArray(array.file(), array.array().replace("train", "test"));
    }

    private static List<String> names(Path file) throws DatasetException {
        try (Npz npz = Npz.open(file)) {
            return npz.names();
        }
    }

    private static Path replaced(Path file, String from, String to) {
        Path name = file.getFileName();
        return name == null ? file : file.resolveSibling(name.toString().replace(from, to));
    }

    @Override
    boolean samplesAreSpread() {
        return false;
    }

    @Override
    String name(Item item) {
        return nameOf(item);
    }

    private static String nameOf(Item item) {
        return item.array().name() + " (" + (item.index() + 1) + ")";
    }

    @Override
    Optional<String> label(Item item, Plan<Item> plan) {
        List<String> classes = plan.header().classes();
        return classes.isEmpty() ? Optional.empty() : Optional.of(classes.get((int) item.target()[0]));
    }

    @Override
    Content content(PackHeader header) {
        return ArrayShapes.content(header);
    }

    @Override
    Targets targets(PackHeader header) {
        int values = header.targetSize();
        return header.classes().isEmpty()
                ? Targets.values(IntStream.rangeClosed(1, values)
                        .mapToObj(i -> values == 1 ? "target" : "target " + i)
                        .toList())
                : super.targets(header);
    }
}
