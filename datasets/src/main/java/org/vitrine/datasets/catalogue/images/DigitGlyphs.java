package org.vitrine.datasets.catalogue.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the digits are written, each in two or three ways. A way is a list of strokes, a stroke is a list of points that a
 * smooth line runs through, from 0 to 1 across and down.
 */
final class DigitGlyphs {
    /** By digit: strokes are parted by bars, points by commas; x and y in hundredths. */
    private static final List<List<String>> WAYS = List.of(
            List.of(
                    "50 0, 15 17, 4 50, 16 84, 50 100, 84 84, 96 50, 84 16, 48 0",
                    "64 4, 30 8, 8 45, 20 88, 54 98, 88 70, 92 30, 66 3, 44 10"),
            List.of("50 0, 50 100", "22 24, 52 0 | 52 0, 52 100", "24 22, 52 0 | 52 0, 52 100 | 24 100, 82 100"),
            List.of(
                    "10 25, 25 4, 60 0, 86 20, 78 45, 40 75, 8 100 | 8 100, 92 100",
                    "10 22, 35 2, 75 6, 84 32, 50 70, 15 95, 8 86, 25 80, 55 94, 94 94"),
            List.of(
                    "10 12, 45 0, 84 14, 78 38, 42 48 | 42 48, 86 60, 90 84, 50 100, 8 88",
                    "10 2, 86 2 | 86 2, 44 42 | 44 42, 86 56, 86 88, 45 100, 8 88"),
            List.of(
                    "30 0, 8 60 | 8 60, 92 60 | 68 26, 66 100",
                    "70 0, 5 66 | 5 66, 95 66 | 70 0, 70 100",
                    "15 0, 12 38, 30 54, 74 46 | 80 0, 72 100"),
            List.of(
                    "88 2, 22 2 | 22 2, 16 44 | 16 44, 50 36, 88 54, 84 86, 48 100, 8 88",
                    "85 3, 42 6, 20 24, 40 45, 80 62, 75 92, 35 100, 8 88"),
            List.of(
                    "72 2, 30 28, 8 66, 24 96, 60 98, 86 78, 70 54, 38 54, 12 72",
                    "60 0, 24 44, 10 78, 35 100, 75 94, 84 66, 55 52, 16 72"),
            List.of(
                    "8 4, 92 4 | 92 4, 40 100",
                    "8 4, 92 4 | 92 4, 38 100 | 28 52, 84 50",
                    "8 18, 12 4, 50 5, 90 4, 58 50, 42 100"),
            List.of(
                    "78 14, 48 0, 20 16, 32 40, 70 58, 86 80, 50 100, 14 82, 30 58, 66 42, 80 20, 74 8",
                    "50 0, 22 10, 22 36, 50 46, 78 36, 78 10, 48 0 | 50 46, 14 60, 14 88, 50 100, 86 88, 86 60, 48 46"),
            List.of(
                    "86 30, 60 50, 22 44, 12 20, 40 0, 80 8, 86 30 | 86 30, 82 100",
                    "84 26, 58 48, 18 42, 14 12, 46 0, 82 8, 84 40, 72 82, 40 100, 12 92"));

    private static final List<List<List<double[]>>> GLYPHS = WAYS.stream()
            .map(ways -> ways.stream().map(DigitGlyphs::strokes).toList())
            .toList();

    private DigitGlyphs() {}

    /** In how many ways a digit is written. */
    static int ways(int digit) {
        return GLYPHS.get(digit).size();
    }

    /** The strokes of a digit, each as x0, y0, x1, y1... */
    static List<double[]> strokes(int digit, int way) {
        return GLYPHS.get(digit).get(way);
    }

    private static List<double[]> strokes(String text) {
        List<double[]> strokes = new ArrayList<>();
        for (String stroke : text.split("\\|")) {
            strokes.add(Arrays.stream(stroke.strip().split("[ ,]+"))
                    .mapToDouble(number -> Integer.parseInt(number) / 100.0)
                    .toArray());
        }
        return strokes;
    }
}
