package org.vitrine.datasets.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.LabelledBox;
import org.vitrine.datasets.read.PictureFormat;
import org.vitrine.datasets.read.VocReader;
import org.vitrine.datasets.read.YoloReader;

/**
 * Pictures and their boxes. A picture and its annotation have the same name but for the end, and lie in the same folder or in
 * folders such as images and labels, or JPEGImages and Annotations.
 *
 * @param classes names by class index
 * @param most boxes of the fullest picture
 */
record Annotations(List<Item> items, List<String> classes, int most, List<Skipped> skipped) {
    private static final Set<String> CLASS_FILES = Set.of("classes.txt", "obj.names", "_darknet.labels", "class.names");
    private static final Set<String> SPLIT = Set.of("images", "labels", "jpegimages", "annotations", "xmls");
    private static final int MOST_CLASSES = 1000;

    /**
     * A picture.
     *
     * @param voc boxes in pixels, or null
     * @param yolo boxes as shares, or null
     */
    record Item(
            FileTree.Entry picture,
            @Nullable List<LabelledBox> voc,
            @Nullable List<YoloReader.Line> yolo,
            @Nullable Part part) {
        /** Boxes in the pixels of a picture of this size. */
        List<LabelledBox> boxes(int width, int height, List<String> classes) {
            if (voc != null) {
                return voc;
            }
            List<LabelledBox> boxes = new ArrayList<>();
            if (yolo != null) {
                yolo.forEach(line -> boxes.add(line.pixels(classes.get(line.label()), width, height)));
            }
            return boxes;
        }

        int count() {
            return voc != null ? voc.size() : yolo != null ? yolo.size() : 0;
        }
    }

    /** Reads all annotations; those that can not be read are skipped with their picture. */
    static Annotations of(FileTree tree) throws DatasetException {
        Map<String, FileTree.Entry> byKey = new HashMap<>();
        List<String> named = List.of();
        for (FileTree.Entry file : tree.files()) {
            if (CLASS_FILES.contains(file.name().toLowerCase(Locale.ROOT))) {
                named = YoloReader.classes(
                        YoloReader.bytes(file.path()), file.path().toString());
            } else if (file.endsWith(".xml") || file.endsWith(".txt")) {
                byKey.put(key(file), file);
            }
        }
        List<Item> items = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (FileTree.Entry file : tree.files()) {
            if (!PictureFormat.isNamed(file.name())) {
                continue;
            }
            Cancellation.check(tree.root().toString());
            FileTree.Entry annotation = byKey.get(key(file));
            if (annotation == null) {
                skipped.add(new Skipped(
                        file.key(), "There is no annotation of this name (" + file.stem() + ".xml or .txt)."));
                continue;
            }
            try {
                items.add(item(file, annotation, named));
            } catch (DatasetException e) {
                Cancellation.check(tree.root().toString());
                skipped.add(new Skipped(file.key(), String.valueOf(e.getMessage())));
            }
        }
        if (items.isEmpty()) {
            throw new DatasetException(
                    "Folder " + tree.root() + " holds no picture with an annotation that can be read: "
                            + "a Pascal VOC .xml or a YOLO .txt of the same name. "
                            + (skipped.isEmpty() ? "" : skipped.get(0).reason()));
        }
        return new Annotations(
                items,
                classes(items, named, tree),
                items.stream().mapToInt(Item::count).max().orElse(0),
                skipped);
    }

    private static Item item(FileTree.Entry picture, FileTree.Entry annotation, List<String> named)
            throws DatasetException {
        String name = annotation.path().toString();
        if (annotation.endsWith(".xml")) {
            return new Item(picture, VocReader.read(VocReader.bytes(annotation.path()), name), null, picture.part());
        }
        return new Item(
                picture,
                null,
                YoloReader.read(YoloReader.bytes(annotation.path()), name, named.size()),
                picture.part());
    }

    private static List<String> classes(List<Item> items, List<String> named, FileTree tree) throws DatasetException {
        Set<String> found = new TreeSet<>();
        int numbers = 0;
        for (Item item : items) {
            if (item.voc() != null) {
                item.voc().forEach(box -> found.add(box.name()));
            } else if (item.yolo() != null) {
                for (YoloReader.Line line : item.yolo()) {
                    numbers = Math.max(numbers, line.label() + 1);
                }
            }
        }
        if (!found.isEmpty() && numbers > 0) {
            throw new DatasetException(
                    "Folder " + tree.root() + " holds Pascal VOC and YOLO annotations. Leave one kind in it.");
        }
        List<String> classes = new ArrayList<>(found.isEmpty() ? named : found);
        for (int i = classes.size(); i < numbers; i++) {
            classes.add("class " + i);
        }
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new DatasetException("The annotations in folder " + tree.root() + " name " + classes.size()
                    + " classes; 1 to " + MOST_CLASSES + " are needed.");
        }
        return classes;
    }

    /** The same for a picture and its annotation. */
    private static String key(FileTree.Entry file) {
        StringBuilder key = new StringBuilder();
        for (String folder : file.folders()) {
            if (!SPLIT.contains(folder.toLowerCase(Locale.ROOT))) {
                key.append(folder).append('/');
            }
        }
        return key.append(file.stem()).toString();
    }
}
