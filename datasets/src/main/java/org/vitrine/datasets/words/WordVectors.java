package org.vitrine.datasets.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.read.TextFile;
import org.vitrine.graph.json.AtomicFiles;

/** A vector for each word, the most frequent word first; nearness is the cosine of the angle between vectors. */
public final class WordVectors {
    private static final String VECTORS = "vectors.npy";
    private static final String VOCABULARY = "vocabulary.tsv";

    /** A word near something, from -1 (opposite) to 1 (same direction). */
    public record Near(String word, double similarity) {}

    private final List<String> words;
    private final int[] counts;
    private final Tensor vectors;
    private final Map<String, Integer> places = new HashMap<>();
    private final double[] lengths;

    /**
     * Puts them together.
     *
     * @param counts how often each word stands in the text
     * @param vectors [words, dimensions]
     */
    public WordVectors(List<String> words, int[] counts, Tensor vectors) {
        if (vectors.shape().length != 2 || vectors.rows() != words.size() || counts.length != words.size()) {
            throw new IllegalArgumentException("Words, counts and vectors differ in their number");
        }
        this.words = List.copyOf(words);
        this.counts = counts.clone();
        this.vectors = vectors;
        this.lengths = new double[words.size()];
        for (int i = 0; i < lengths.length; i++) {
            places.put(words.get(i), i);
            lengths[i] = Math.sqrt(product(i, doubles(i)));
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DatasetException if a file is missing or broken
     */
    public static WordVectors read(Path folder) throws DatasetException {
        Path file = folder.resolve(VOCABULARY);
        List<String> words = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (String line : TextFile.read(file).lines().toList()) {
            int tab = line.indexOf('\t');
            if (tab < 1 || !line.substring(tab + 1).matches("\\d{1,9}")) {
                throw new DatasetException("File " + file + ", line " + (words.size() + 1)
                        + " is no word with its count, parted by a tab.");
            }
            words.add(line.substring(0, tab));
            counts.add(Integer.parseInt(line.substring(tab + 1)));
        }
        Tensor vectors = Npy.read(folder.resolve(VECTORS));
        if (vectors.shape().length != 2 || vectors.rows() != words.size()) {
            throw new DatasetException("Folder " + folder + " holds " + words.size()
                    + " words, but vectors of the shape " + Arrays.toString(vectors.shape()) + ".");
        }
        return new WordVectors(
                words, counts.stream().mapToInt(Integer::intValue).toArray(), vectors);
    }

    /** Whether a folder holds word vectors. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(VECTORS));
    }

    /** Writes {@code vocabulary.tsv} (word, tab, count) and {@code vectors.npy} into a folder. */
    public void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            lines.append(words.get(i)).append('\t').append(counts[i]).append('\n');
        }
        AtomicFiles.write(folder.resolve(VOCABULARY), lines.toString().getBytes(StandardCharsets.UTF_8));
        Npy.write(folder.resolve(VECTORS), vectors);
    }

    /** All words, the most frequent first. */
    public List<String> words() {
        return words;
    }

    public int dimensions() {
        return vectors.shape()[1];
    }

    public boolean contains(String word) {
        return places.containsKey(word);
    }

    /** How often a word stands in the text. */
    public int count(String word) {
        return counts[place(word)];
    }

    /** The vector of a word, a copy. */
    public float[] vector(String word) {
        return vectors.row(place(word)).values();
    }

    /** The cosine between two words. */
    public double similarity(String one, String other) {
        return cosine(place(one), doubles(place(other)));
    }

    /**
     * The words nearest to a word, itself left out.
     *
     * @throws IllegalArgumentException if the vocabulary lacks the word
     */
    public List<Near> nearest(String word, int count) {
        return nearest(doubles(place(word)), count, Set.of(word));
    }

    /**
     * What is to {@code c} as {@code b} is to {@code a}: the words nearest to b - a + c, all three of length 1 (Mikolov et al.
     * 2013); the three are left out.
     *
     * @throws IllegalArgumentException if the vocabulary lacks one of the words
     */
    public List<Near> analogy(String a, String b, String c, int count) {
        double[] goal = new double[dimensions()];
        add(goal, b, 1);
        add(goal, a, -1);
        add(goal, c, 1);
        return nearest(goal, count, new HashSet<>(List.of(a, b, c)));
    }

    private void add(double[] goal, String word, double factor) {
        int place = place(word);
        double[] vector = doubles(place);
        for (int k = 0; k < goal.length; k++) {
            goal[k] += factor * vector[k] / Math.max(lengths[place], Double.MIN_NORMAL);
        }
    }

    private List<Near> nearest(double[] goal, int count, Set<String> leftOut) {
        return IntStream.range(0, words.size())
                .filter(i -> !leftOut.contains(words.get(i)))
                .mapToObj(i -> new Near(words.get(i), cosine(i, goal)))
                .sorted(Comparator.comparingDouble(near -> -near.similarity()))
                .limit(count)
                .toList();
    }

    private double cosine(int word, double[] goal) {
        double squares = 0;
        for (double value : goal) {
            squares += value * value;
        }
        return product(word, goal) / Math.max(lengths[word] * Math.sqrt(squares), Double.MIN_NORMAL);
    }

    private double product(int word, double[] other) {
        double sum = 0;
        for (int k = 0; k < other.length; k++) {
            sum += vectors.values()[word * other.length + k] * other[k];
        }
        return sum;
    }

    private double[] doubles(int place) {
        int width = vectors.shape()[1];
        double[] values = new double[width];
        for (int k = 0; k < width; k++) {
            values[k] = vectors.values()[place * width + k];
        }
        return values;
    }

    private int place(String word) {
        Integer place = places.get(word);
        if (place == null) {
            throw new IllegalArgumentException(
                    "The word \"" + word + "\" is not among the " + words.size() + " words that have vectors.");
        }
        return place;
    }
}
