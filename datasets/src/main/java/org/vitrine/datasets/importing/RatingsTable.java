package org.vitrine.datasets.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.prepare.Vocabularies;
import org.vitrine.datasets.random.Draw;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.CsvRows;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.datasets.read.UserFile;
import org.vitrine.graph.shape.Tokens;

/** Who gave which value to what: a row for each rating. Users and items are known by what stands in their cells. */
public final class RatingsTable extends TableImporter {
    private static final String USER = "user";
    private static final String ITEM = "item";
    private static final String RATING = "rating";
    private static final Map<String, Set<String>> NAMES = Map.of(
            USER, Set.of("user", "person", "customer", "reader"),
            ITEM, Set.of("item", "movie", "film", "book", "product", "song", "title"),
            RATING, Set.of("rating", "stars", "score", "value"));
    private static final int MOST_RATINGS = 5_000_000;
    private static final int MOST_NAMES = 500_000;
    private static final int GUESSED_FROM = 200;
    private static final int MOST_LISTED = 1000;

    public RatingsTable() {
        super(
                "ratings-csv",
                Task.RECOMMENDATION,
                List.of(DatasetOption.text(USER, ""), DatasetOption.text(ITEM, ""), DatasetOption.text(RATING, "")),
                Parts.options());
    }

    @Override
    Loaded load(Options options) throws DatasetException {
        java.nio.file.Path file = UserFile.path(options.text(TableOptions.FILE));
        Map<String, String> chosen =
                settled(CsvReader.start(file, TableOptions.dialect(options), GUESSED_FROM), options);
        Reading reading = new Reading(chosen);
        try (CsvRows rows = CsvRows.open(file, TableOptions.dialect(options))) {
            int user = rows.column(reading.name(USER), "of users");
            int item = rows.column(reading.name(ITEM), "of items");
            int rating = rows.column(reading.name(RATING), "of ratings");
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                String where = file + ", row " + rows.number();
                reading.add(
                        row.get(user),
                        row.get(item),
                        row.get(rating),
                        rows.dialect().decimal(),
                        where);
            }
        }
        Partition parts = Partition.random(
                reading.size,
                options.number(CommonOptions.VALIDATION),
                options.number(Parts.TEST),
                options.integer(CommonOptions.SEED));
        Parts.check("File " + file, reading.size, parts);
        Vocabulary vocabulary = reading.vocabulary();
        return new Loaded(
                RawDataset.of(
                        descriptor(),
                        new Content.Ready(new Tokens(vocabulary.size(), 2), new Presentation.Pair(vocabulary)),
                        Targets.values(List.of(reading.name(RATING))),
                        reading.examples(),
                        parts,
                        List.of()),
                reading.skipped,
                reading.skippedRows);
    }

    @Override
    Match suits(RawTable start) {
        if (start.columns().size() < 3) {
            return Match.NO;
        }
        boolean named =
                NAMES.keySet().stream().allMatch(role -> !guessed(start, role).isEmpty());
        return named ? Match.LIKELY : Match.NO;
    }

    @Override
    Map<String, String> settled(RawTable start, Options options) throws DatasetException {
        if (start.columns().size() < 3) {
            throw new DatasetException(
                    "File " + start.name() + " has " + start.columns().size()
                            + " columns; three are needed: user, item and rating. Is the separator right?");
        }
        Map<String, String> settled = new LinkedHashMap<>();
        List<String> roles = List.of(USER, ITEM, RATING);
        boolean allNamed = roles.stream().noneMatch(role -> guessed(start, role).isEmpty());
        for (int i = 0; i < roles.size(); i++) {
            String role = roles.get(i);
            String given = options.text(role);
            String guess = allNamed ? guessed(start, role) : start.columnNames().get(i);
            settled.put(role, given.isEmpty() ? guess : given);
        }
        if (new HashSet<>(settled.values()).size() < 3) {
            throw new DatasetException("File " + start.name()
                    + ": user, item and rating must be three different columns, not " + settled.values() + ".");
        }
        return settled;
    }

    private static String guessed(RawTable table, String role) {
        Set<String> names = NAMES.getOrDefault(role, Set.of());
        return first(table, column -> names.stream()
                .anyMatch(name -> column.name().toLowerCase(Locale.ROOT).contains(name)));
    }

    /** Ratings as they come in. */
    private static final class Reading {
        private final Map<String, String> chosen;
        private final Map<String, Integer> users = new HashMap<>();
        private final Map<String, Integer> items = new HashMap<>();
        private final List<String> userNames = new ArrayList<>();
        private final List<String> itemNames = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private int skippedRows;
        private int[] user = new int[1024];
        private int[] item = new int[1024];
        private float[] rating = new float[1024];
        private int size;

        Reading(Map<String, String> chosen) {
            this.chosen = chosen;
        }

        String name(String role) {
            return chosen.getOrDefault(role, "");
        }

        void add(String userCell, String itemCell, String ratingCell, char decimal, String where)
                throws DatasetException {
            double value = CsvReader.number(ratingCell, decimal);
            if (userCell.isEmpty() || itemCell.isEmpty() || Double.isNaN(value)) {
                skip(
                        where,
                        "User or item is empty, or the rating \"" + shortened(ratingCell) + "\" is no usable number.");
                return;
            }
            int u = code(users, userNames, name(USER), userCell);
            int i = code(items, itemNames, name(ITEM), itemCell);
            if (!seen.add((long) u << 32 | i)) {
                skip(where, "This user rated this item in a row above.");
                return;
            }
            if (size == MOST_RATINGS || userNames.size() + itemNames.size() > MOST_NAMES) {
                throw new DatasetException("File " + where + ": at most " + MOST_RATINGS + " ratings of " + MOST_NAMES
                        + " users and items can be read. Save a part as a file of its own.");
            }
            if (size == user.length) {
                user = Arrays.copyOf(user, 2 * size);
                item = Arrays.copyOf(item, 2 * size);
                rating = Arrays.copyOf(rating, 2 * size);
            }
            user[size] = u;
            item[size] = i;
            rating[size++] = (float) value;
        }

        private void skip(String where, String reason) {
            skippedRows++;
            if (skipped.size() < MOST_LISTED) {
                skipped.add(new Skipped(where, reason));
            }
        }

        private static int code(Map<String, Integer> codes, List<String> names, String column, String cell) {
            Integer known = codes.get(cell);
            if (known != null) {
                return known;
            }
            codes.put(cell, names.size());
            // With the column's name, since a user and an item may have the same number.
            names.add(column + " " + cell);
            return names.size() - 1;
        }

        /** Users first, then items. */
        Vocabulary vocabulary() {
            List<String> all = new ArrayList<>(userNames);
            all.addAll(itemNames);
            return Vocabularies.of(all);
        }

        Examples examples() {
            int count = size;
            int[] of = user;
            int[] on = item;
            float[] values = rating;
            int firstUser = Vocabulary.UNKNOWN + 1;
            int firstItem = firstUser + userNames.size();
            return new Examples() {
                @Override
                public int size() {
                    return count;
                }

                @Override
                public Example example(int index, @Nullable Draw draw) {
                    float[] pair = {(float) (firstUser + of[index]), (float) (firstItem + on[index])};
                    return new Example(Value.Numbers.of(Tensor.of(pair, 2)), Tensor.of(new float[] {values[index]}, 1));
                }
            };
        }
    }
}
