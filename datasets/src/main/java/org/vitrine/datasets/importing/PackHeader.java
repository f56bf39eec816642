package org.vitrine.datasets.importing;

import java.util.List;

/**
 * What stands at the end of a packed file.
 *
 * @param version of the layout
 * @param importer id of the importer that wrote it
 * @param source folder or file that it was made of
 * @param kind what a row holds
 * @param shape of a row, without the batch axis; empty for texts
 * @param targetShape of a target; empty for one number
 * @param classes names by class index; empty if there are none
 * @param detail what else the importer has to remember, such as the rate of sounds
 * @param rows number of examples
 * @param dataBytes of all rows
 * @param skipped the first of the files that could not be taken over
 * @param skippedFiles how many there were
 */
public record PackHeader(
        int version,
        String importer,
        String source,
        Kind kind,
        List<Integer> shape,
        List<Integer> targetShape,
        List<String> classes,
        String detail,
        int rows,
        long dataBytes,
        List<Skipped> skipped,
        int skippedFiles) {
    static final int VERSION = 1;

    /** What a row holds. */
    public enum Kind {
        /** Unsigned bytes, 255 being 1. */
        BYTES(1),
        /** Signed 16-bit numbers, 32768 being 1. */
        SHORTS(2),
        FLOATS(4),
        /** UTF-8 of any length. */
        TEXT(0);

        private final int size;

        Kind(int size) {
            this.size = size;
        }

        /** Bytes of one value; 0 if that differs. */
        int size() {
            return size;
        }
    }

    public PackHeader {
        shape = List.copyOf(shape);
        targetShape = List.copyOf(targetShape);
        classes = List.copyOf(classes);
        skipped = List.copyOf(skipped);
    }

    /** A header to start with. */
    static PackHeader of(
            String importer,
            String source,
            Kind kind,
            List<Integer> shape,
            List<Integer> targetShape,
            List<String> classes,
            String detail) {
        return new PackHeader(VERSION, importer, source, kind, shape, targetShape, classes, detail, 0, 0, List.of(), 0);
    }

    int targetSize() {
        return targetShape.stream().reduce(1, (a, b) -> a * b);
    }

    /** Bytes of a row; 0 if that differs. */
    int rowBytes() {
        return kind == Kind.TEXT ? 0 : kind.size() * shape.stream().reduce(1, (a, b) -> a * b);
    }

    PackHeader written(int newRows, long newBytes, List<Skipped> newSkipped, int newSkippedFiles) {
        return new PackHeader(
                version,
                importer,
                source,
                kind,
                shape,
                targetShape,
                classes,
                detail,
                newRows,
                newBytes,
                newSkipped,
                newSkippedFiles);
    }
}
