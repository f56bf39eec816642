package org.vitrine.graph.parameter;

import java.util.Optional;
import org.vitrine.graph.layer.Range;

/**
 * One component of a record of settings with its value.
 *
 * @param type {@code int}, {@code long}, {@code double}, {@code boolean} or an enum class
 * @param range the values it may take, for numbers
 */
public record Parameter(String name, Class<?> type, Optional<Range> range, Object value) {

    /** Whether the value lies in the range; NaN never does. */
    public boolean isInRange() {
        if (range.isEmpty()) {
            return true;
        }
        double number = ((Number) value).doubleValue();
        return number >= range.get().min() && number <= range.get().max();
    }

    /** The nearest value in the range, or empty where there is no nearest one (NaN). */
    public Optional<Object> clamped() {
        if (isInRange()) {
            return Optional.of(value);
        }
        double number = ((Number) value).doubleValue();
        if (Double.isNaN(number)) {
            return Optional.empty();
        }
        Range limits = range.orElseThrow();
        return Optional.of(Parameters.coerce(name, type, Math.max(limits.min(), Math.min(limits.max(), number))));
    }
}
