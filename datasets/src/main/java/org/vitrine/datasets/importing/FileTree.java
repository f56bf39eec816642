package org.vitrine.datasets.importing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.UserFile;

/**
 * The files of a folder and its subfolders, by name. Links are not followed; hidden files and what systems leave behind are not
 * there.
 *
 * @param complete false if there are more files than were asked for
 */
record FileTree(Path root, List<Entry> files, boolean complete) {
    static final int MOST_FILES = 1_000_000;
    private static final int DEEPEST = 12;
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", "__macosx");
    private static final Set<String> TRAIN = Set.of("train", "training");
    private static final Set<String> VALIDATION = Set.of("validation", "valid", "val", "dev");
    private static final Set<String> TEST = Set.of("test", "testing");

    /**
     * A file.
     *
     * @param folders names of the folders from the root to it
     * @param modified milliseconds since 1970
     */
    record Entry(Path path, List<String> folders, String name, long size, long modified) {
        Entry {
            folders = List.copyOf(folders);
        }

        /** Path from the root, the same on every system. */
        String key() {
            return folders.isEmpty() ? name : String.join("/", folders) + "/" + name;
        }

        String stem() {
            int dot = name.lastIndexOf('.');
            return dot <= 0 ? name : name.substring(0, dot);
        }

        boolean endsWith(String end) {
            return name.toLowerCase(Locale.ROOT).endsWith(end);
        }

        /** The part that one of the folders is named after, else null. */
        @Nullable
        Part part() {
            for (String folder : folders) {
                Part part = partOf(folder);
                if (part != null) {
                    return part;
                }
            }
            return null;
        }
    }

    /** Lists a folder. */
    static FileTree of(Path root, int mostFiles) throws DatasetException {
        UserFile.checkFolder(root);
        Visitor visitor = new Visitor(root, mostFiles);
        try {
            Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, visitor);
        } catch (IOException e) {
            Cancellation.check(root.toString());
            throw new DatasetException("Folder " + root + " can not be read: " + e.getMessage() + ".", e);
        }
        Cancellation.check(root.toString());
        visitor.files.sort(Comparator.comparing(Entry::key));
        return new FileTree(root, List.copyOf(visitor.files), !visitor.stopped);
    }

    /** A list of files that are named one by one, which must be there. */
    static FileTree of(Path root, List<Path> paths) throws DatasetException {
        List<Entry> files = new ArrayList<>();
        for (Path path : paths) {
            UserFile.check(path, Long.MAX_VALUE, "");
            Path name = path.getFileName();
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                files.add(new Entry(
                        path,
                        List.of(),
                        name == null ? path.toString() : name.toString(),
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis()));
            } catch (IOException e) {
                throw UserFile.unreadable(path.toString(), e);
            }
        }
        return new FileTree(root, files, true);
    }

    /** Refuses a folder with more files than were listed. */
    void checkComplete() throws DatasetException {
        if (!complete) {
            throw new DatasetException("Folder " + root + " holds more than " + MOST_FILES
                    + " files. Choose a folder further down, or move a part away.");
        }
    }

    /** The part that a folder of this name holds, null if its name says nothing. */
    static @Nullable Part partOf(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        if (TRAIN.contains(name)) {
            return Part.TRAIN;
        }
        return VALIDATION.contains(name) ? Part.VALIDATION : TEST.contains(name) ? Part.TEST : null;
    }

    private static boolean isLitter(Path path) {
        Path name = path.getFileName();
        return name != null
                && (name.toString().startsWith(".")
                        || LITTER.contains(name.toString().toLowerCase(Locale.ROOT)));
    }

    /** Collects files. */
    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final int most;
        private final List<Entry> files = new ArrayList<>();
        private boolean stopped;

        Visitor(Path root, int most) {
            this.root = root;
            this.most = most;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isLitter(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Thread.currentThread().isInterrupted()) {
                return FileVisitResult.TERMINATE;
            }
            if (!attributes.isRegularFile() || isLitter(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (files.size() == most) {
                stopped = true;
                return FileVisitResult.TERMINATE;
            }
            List<String> names = new ArrayList<>();
            root.relativize(file).forEach(name -> names.add(name.toString()));
            String name = names.remove(names.size() - 1);
            files.add(new Entry(
                    file,
                    names,
                    name,
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A file that vanished or may not be read is as good as not there; reading it would tell.
            return FileVisitResult.CONTINUE;
        }
    }
}
