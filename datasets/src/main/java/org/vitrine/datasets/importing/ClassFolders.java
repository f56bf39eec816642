package org.vitrine.datasets.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Part;

/**
 * Files in one folder a class, either at the top or within folders named train, validation and test.
 *
 * @param classes folder names in order
 * @param skipped files that lie elsewhere or are of another kind
 */
record ClassFolders(List<Item> items, List<String> classes, List<Skipped> skipped) {
    private static final int MOST_CLASSES = 1000;

    /**
     * A file.
     *
     * @param label index of its class
     * @param part null if no folder tells
     */
    record Item(FileTree.Entry file, int label, @Nullable Part part) {}

    /**
     * Sorts files by their folders.
     *
     * @param wanted whether a file is of the right kind, by its name
     * @param what such files are, for messages: pictures, sounds
     */
    static ClassFolders of(FileTree tree, Predicate<FileTree.Entry> wanted, String what) throws DatasetException {
        List<FileTree.Entry> files = tree.files().stream().filter(wanted).toList();
        boolean inParts = !files.isEmpty()
                && files.stream()
                        .allMatch(file -> file.folders().size() >= 2
                                && FileTree.partOf(file.folders().get(0)) != null);
        int level = inParts ? 1 : 0;
        TreeSet<String> names = new TreeSet<>();
        for (FileTree.Entry file : files) {
            if (file.folders().size() > level) {
                names.add(file.folders().get(level));
            }
        }
        if (files.isEmpty() || names.size() < 2) {
            throw new DatasetException("Folder " + tree.root() + " holds " + files.size() + " " + what + " in "
                    + names.size() + " folders; one folder for each class, and at least two classes, are needed: "
                    + tree.root().resolve("cats") + ", " + tree.root().resolve("dogs") + ".");
        }
        if (names.size() > MOST_CLASSES) {
            throw new DatasetException("Folder " + tree.root() + " holds " + names.size() + " folders; at most "
                    + MOST_CLASSES + " classes can be told apart. Is it the right folder?");
        }
        List<String> classes = List.copyOf(names);
        List<Item> items = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (FileTree.Entry file : tree.files()) {
            if (!wanted.test(file)) {
                skipped.add(new Skipped(file.key(), "Not one of the " + what + ", by its name."));
            } else if (file.folders().size() <= level) {
                skipped.add(new Skipped(file.key(), "It lies in no folder of a class."));
            } else {
                String name = file.folders().get(level);
                Part part = inParts ? FileTree.partOf(file.folders().get(0)) : null;
                items.add(new Item(file, java.util.Collections.binarySearch(classes, name), part));
            }
        }
        return new ClassFolders(items, classes, skipped);
    }

    /** How many of the first files suit, for guessing what a folder holds. */
    static Importer.Match probe(FileTree tree, Predicate<FileTree.Entry> wanted) {
        long suited = tree.files().stream().filter(wanted).count();
        long inFolders = tree.files().stream()
                .filter(wanted)
                .filter(file -> !file.folders().isEmpty())
                .count();
        if (inFolders == 0) {
            return Importer.Match.NO;
        }
        return 2 * suited > tree.files().size() ? Importer.Match.LIKELY : Importer.Match.POSSIBLE;
    }
}
