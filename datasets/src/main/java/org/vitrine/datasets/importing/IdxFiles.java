package org.vitrine.datasets.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.Idx;
import org.vitrine.datasets.read.UserFile;

/**
 * Pictures and labels in IDX files, as MNIST comes. The labels are found by their name beside the pictures; so are the files of
 * the test part.
 */
public final class IdxFiles extends PackedImporter<IdxFiles.Item> {
    private static final String LABELS = "labels";

    public IdxFiles(ImportCache cache) {
        super(
                cache,
                "idx",
                Task.IMAGE_CLASSIFICATION,
                DatasetOption.file(FILE),
                List.of(DatasetOption.text(LABELS, "")));
    }

    /** One picture of one of the files. */
    record Item(
            Idx pictures,
            Idx labels,
            int index,
            String file,
            @Nullable Part part) {}

    @Override
    public Match probe(Path path) throws DatasetException {
        Path file = path.getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(path) || !name.contains("idx")) {
            return Match.NO;
        }
        return name.contains("idx3") || name.contains("images") ? Match.LIKELY : Match.POSSIBLE;
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        Path pictures = path(options);
        UserFile.check(pictures, Long.MAX_VALUE, "");
        List<Path> files = new ArrayList<>(List.of(pictures, labels(pictures, options.text(LABELS))));
        for (String end : List.of("t10k", "test")) {
            Path testPictures = replaced(pictures, "train", end);
            if (!testPictures.equals(pictures) && Files.isRegularFile(testPictures)) {
                files.add(testPictures);
                files.add(labels(testPictures, ""));
                break;
            }
        }
        Path folder = pictures.toAbsolutePath().getParent();
        return FileTree.of(folder == null ? pictures : folder, files);
    }

    private static Path labels(Path pictures, String given) throws DatasetException {
        if (!given.isEmpty()) {
            return pictures.resolveSibling(UserFile.path(given));
        }
        Path labels = replaced(replaced(pictures, "images", "labels"), "idx3", "idx1");
        if (labels.equals(pictures) || !Files.isRegularFile(labels)) {
            throw new DatasetException("There are no labels beside " + pictures + " (looked for " + labels.getFileName()
                    + "). Name their file in the option \"" + LABELS + "\".");
        }
        return labels;
    }

    private static Path replaced(Path file, String from, String to) {
        Path name = file.getFileName();
        return name == null ? file : file.resolveSibling(name.toString().replace(from, to));
    }

    @Override
    Plan<Item> plan(Options options, FileTree files) throws DatasetException {
        List<Item> items = new ArrayList<>();
        int classes = 0;
        int[] shape = {};
        for (int i = 0; i < files.files().size(); i += 2) {
            String file = files.files().get(i).path().toString();
            Idx pictures = Idx.read(files.files().get(i).path(), 0);
            Idx labels = Idx.read(files.files().get(i + 1).path(), 1);
            int[] own = Arrays.copyOfRange(pictures.shape(), 1, pictures.shape().length);
            if (pictures.shape()[0] != labels.shape()[0] || (i > 0 && !Arrays.equals(own, shape))) {
                throw new DatasetException(
                        "Files " + file + " and " + files.files().get(i + 1).path()
                                + " do not belong together: " + pictures.shape()[0] + " pictures of "
                                + Arrays.toString(own) + ", "
                                + labels.shape()[0] + " labels.");
            }
            shape = own;
            Part part = files.files().size() == 2 ? null : i == 0 ? Part.TRAIN : Part.TEST;
            for (int k = 0; k < labels.shape()[0]; k++) {
                classes = Math.max(classes, 1 + (labels.values()[k] & 0xff));
                items.add(new Item(pictures, labels, k, file, part));
            }
        }
        return new Plan<>(
                items,
                List.of(),
                PackHeader.of(
                        descriptor().id(),
                        place(options),
                        PackHeader.Kind.BYTES,
                        ArrayShapes.shape(shape, true, place(options)),
                        List.of(),
                        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                        ""));
    }

    @Override
    Row convert(Item item, Plan<Item> plan) {
        int size = plan.header().rowBytes();
        int start = item.index() * size;
        byte[] bytes = Arrays.copyOfRange(item.pictures().values(), start, start + size);
        int[] axes =
                Arrays.copyOfRange(item.pictures().shape(), 1, item.pictures().shape().length);
        int[] order = ArrayShapes.order(axes);
        for (int i = 0; i < order.length; i++) {
            bytes[i] = item.pictures().values()[start + order[i]];
        }
        int label = item.labels().values()[item.index()] & 0xff;
        return new Row(name(item), bytes, new float[] {label}, item.part());
    }

    @Override
    String name(Item item) {
        return item.file() + " (" + (item.index() + 1) + ")";
    }

    @Override
    Optional<String> label(Item item, Plan<Item> plan) {
        return Optional.of(Integer.toString(item.labels().values()[item.index()] & 0xff));
    }

    @Override
    Content content(PackHeader header) {
        return ArrayShapes.content(header);
    }
}
