package org.vitrine.datasets;

/**
 * One example between two steps.
 *
 * @param target without the batch axis, as in {@link Batch#targets()}: [] a class, [k] values, [time], [most], [most, 5]; of
 *     no size before a step has made targets out of the input
 */
public record Example(Value value, Tensor target) {
    /** For inputs that are their own target, such as long texts, and for new inputs, whose target nobody knows. */
    public static final Tensor NO_TARGET = Tensor.zeros(0);

    public static Example of(Value value) {
        return new Example(value, NO_TARGET);
    }

    /** The numbers of an example that holds numbers. */
    public Value.Numbers numbers() {
        if (value instanceof Value.Numbers numbers) {
            return numbers;
        }
        throw new IllegalStateException("Not numbers but " + value.getClass().getSimpleName());
    }

    public Example with(Value changed) {
        return new Example(changed, target);
    }
}
