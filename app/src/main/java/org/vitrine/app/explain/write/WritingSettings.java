package org.vitrine.app.explain.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.runs.session.GenerationRequest;

/** How a text is to be written on, as a form shows it. */
final class WritingSettings {
    private static final DatasetOption TEMPERATURE = DatasetOption.number("temperature", 0.8, 0, 2);
    private static final DatasetOption LENGTH = DatasetOption.integer("length", 300, 1, 2000);
    private static final DatasetOption BEST = DatasetOption.integer("best", 0, 0, 50);
    private static final DatasetOption SEED = DatasetOption.integer("seed", 1, 0, Integer.MAX_VALUE);
    static final List<DatasetOption> OPTIONS = List.of(TEMPERATURE, LENGTH, BEST, SEED);

    private WritingSettings() {}

    /** The first value that can not be used; empty if all can. */
    static Optional<DatasetOption> unusable(Map<String, String> values) {
        return OPTIONS.stream()
                .filter(option -> !usable(option, text(option, values)))
                .findFirst();
    }

    private static boolean usable(DatasetOption option, String text) {
        try {
            double value =
                    option.kind() == DatasetOption.Kind.INTEGER ? Long.parseLong(text) : Double.parseDouble(text);
            return value >= option.min() && value <= option.max();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String text(DatasetOption option, Map<String, String> values) {
        return values.getOrDefault(option.name(), option.initial());
    }

    /** @param values usable ones that differ from the initial ones */
    static GenerationRequest request(String prompt, Map<String, String> values) {
        return new GenerationRequest(
                prompt,
                Integer.parseInt(text(LENGTH, values)),
                Double.parseDouble(text(TEMPERATURE, values)),
                Integer.parseInt(text(BEST, values)),
                Long.parseLong(text(SEED, values)));
    }
}
