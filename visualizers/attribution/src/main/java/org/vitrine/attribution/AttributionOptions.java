package org.vitrine.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Tensor;

/**
 * What methods are told; each reads what it needs.
 *
 * @param values texts of {@link AttributionMethod#options()} by name; what is missing has its usual value
 * @param baseline the reference input; null means the one that the option {@code baseline} names
 * @param background training examples, for baselines that come from the data; null if there are none
 * @param progress hears how far a method is, and may stop it
 */
public record AttributionOptions(
        Map<String, String> values,
        @Nullable Tensor baseline,
        @Nullable Background background,
        Progress progress) {
    public static final AttributionOptions DEFAULT = new AttributionOptions(Map.of(), null, null, share -> {});

    public static final MethodOption.Whole SEED = new MethodOption.Whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 42);
    public static final MethodOption.FeatureLayer LAYER = new MethodOption.FeatureLayer("layer");

    public AttributionOptions {
        values = Map.copyOf(values);
    }

    /**
     * These options with some values replaced.
     *
     * @throws IllegalArgumentException if the method has no such option, or the text is no value of it
     */
    public AttributionOptions with(AttributionMethod method, Map<String, String> overrides) {
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            option(method, override.getKey()).check(override.getValue());
        }
        return with(overrides);
    }

    private static MethodOption option(AttributionMethod method, String name) {
        List<MethodOption> options = method.options();
        return options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The method \"" + method.id() + "\" has no option \""
                        + name + "\". It has: "
                        + (options.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        options.stream().map(MethodOption::name).toList()))
                        + "."));
    }

    /** These options with some values replaced; a method that reads a wrong one refuses it. */
    public AttributionOptions with(Map<String, String> overrides) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(overrides);
        return new AttributionOptions(all, baseline, background, progress);
    }

    public AttributionOptions withBaseline(@Nullable Tensor newBaseline) {
        return new AttributionOptions(values, newBaseline, background, progress);
    }

    public AttributionOptions withBackground(@Nullable Background newBackground) {
        return new AttributionOptions(values, baseline, newBackground, progress);
    }

    public AttributionOptions withProgress(Progress newProgress) {
        return new AttributionOptions(values, baseline, background, newProgress);
    }

    /** The options of round {@code index} of {@code count}, whose progress is a part of the whole. */
    public AttributionOptions round(int index, int count) {
        return count == 1 ? this : withProgress(share -> progress.at((index + share) / count));
    }

    public int whole(MethodOption.Whole option) {
        return Math.toIntExact(option.read(text(option)));
    }

    public long seed() {
        return SEED.read(text(SEED));
    }

    public double decimal(MethodOption.Decimal option) {
        return option.read(text(option));
    }

    public String choice(MethodOption.Choice option) {
        String text = text(option);
        option.check(text);
        return text;
    }

    /** Empty for the last. */
    public String layer() {
        return text(LAYER);
    }

    private String text(MethodOption option) {
        return values.getOrDefault(option.name(), option.usual());
    }
}
