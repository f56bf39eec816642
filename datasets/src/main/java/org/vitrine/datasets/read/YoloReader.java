package org.vitrine.datasets.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.datasets.DatasetException;

/**
 * Reads boxes from YOLO's text files: a line for each box with class number, x and y of its centre, width and height, as
 * shares of the picture.
 */
public final class YoloReader {
    /** Largest file that is opened. */
    public static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final int MOST_LINES = 10_000;
    private static final int MOST_CLASSES = 10_000;
    private static final double SLACK = 0.01;

    private YoloReader() {}

    /**
     * A box as shares of the picture.
     *
     * @param label class number
     */
    public record Line(int label, double x, double y, double width, double height) {
        /** The same box in pixels. */
        public LabelledBox pixels(String className, int pictureWidth, int pictureHeight) {
            return new LabelledBox(
                    className,
                    (x - width / 2) * pictureWidth,
                    (y - height / 2) * pictureHeight,
                    (x + width / 2) * pictureWidth,
                    (y + height / 2) * pictureHeight);
        }
    }

    /** The content of a file of boxes or class names. */
    public static byte[] bytes(Path file) throws DatasetException {
        return UserFile.bytes(file, MOST_BYTES, "Is it the annotation of one picture?");
    }

    /**
     * The boxes of one picture.
     *
     * @param name how messages call the file
     * @param classes how many classes there are, 0 if that is not known
     */
    public static List<Line> read(byte[] bytes, String name, int classes) throws DatasetException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : lines(bytes, name)) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            String[] parts = text.strip().split("\\s+", 7);
            if (parts.length != 5) {
                throw at(
                        name,
                        number,
                        1,
                        "a box is class, x, y, width and height, five numbers, not "
                                + (parts.length > 6 ? "more" : parts.length) + ".");
            }
            double[] values = new double[5];
            for (int i = 0; i < 5; i++) {
                values[i] = ColumnBuilder.number(parts[i]);
                if (Double.isNaN(values[i])) {
                    throw at(name, number, i + 1, "\"" + shortened(parts[i]) + "\" is no number.");
                }
            }
            lines.add(checked(values, name, number, classes));
        }
        return lines;
    }

    /** Class names, one a line, the class number being the line's, counted from 0. */
    public static List<String> classes(byte[] bytes, String name) throws DatasetException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> lines = lines(bytes, name);
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty() || text.length() > 100 || !seen.add(text)) {
                throw at(name, i + 1, 1, "the name of a class is empty, too long, or stands twice.");
            }
            names.add(text);
        }
        if (names.isEmpty() || names.size() > MOST_CLASSES) {
            throw new DatasetException("File " + name + " must hold the names of 1 to " + MOST_CLASSES
                    + " classes, one a line; it holds " + names.size() + ".");
        }
        return names;
    }

    private static Line checked(double[] values, String name, int number, int classes) throws DatasetException {
        double most = classes == 0 ? MOST_CLASSES : classes;
        if (values[0] != Math.rint(values[0]) || values[0] < 0 || values[0] >= most) {
            throw at(
                    name,
                    number,
                    1,
                    "class " + values[0] + " is not a whole number from 0 to " + (int) (most - 1)
                            + ". Is the file of class names the right one?");
        }
        for (int i = 1; i < 5; i++) {
            boolean isSize = i >= 3;
            if (values[i] < -SLACK || values[i] > 1 + SLACK || (isSize && values[i] <= 0)) {
                throw at(
                        name,
                        number,
                        i + 1,
                        values[i] + " is no share of the picture. Divide pixels by its width or height.");
            }
        }
        return new Line((int) values[0], values[1], values[2], values[3], values[4]);
    }

    private static List<String> lines(byte[] bytes, String name) throws DatasetException {
        List<String> lines =
                TextFile.decode(bytes, name).lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES) {
            throw new DatasetException("File " + name + " has more than " + MOST_LINES + " lines.");
        }
        return lines;
    }

    private static DatasetException at(String name, int line, int column, String what) {
        return new DatasetException("File " + name + ", line " + line + ", value " + column + ": " + what);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
