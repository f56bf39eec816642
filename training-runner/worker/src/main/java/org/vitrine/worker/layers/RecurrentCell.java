package org.vitrine.worker.layers;

/**
 * One time step of a recurrent layer for a whole batch, on arrays of the Java heap. Rows of examples follow each other;
 * {@code wide} arrays have gates * units values for each example, the others units.
 *
 * <p>Rows of examples whose step is masked must be left as they are, by {@link #forward} in {@code state} and
 * {@code memory}, by {@link #backward} in {@code stateGradient} and {@code memoryGradient}, with zeros in the wide
 * gradients.
 */
interface RecurrentCell {

    /** Whether the recurrent product needs a gradient of its own, other than that at the input projection. */
    boolean separateRecurrentGradient();

    /**
     * One step forward.
     *
     * @param gates wide; the input projection, becomes what the backward pass needs of it
     * @param recurrent wide; the previous state times the recurrent weights, with their bias if there is one
     * @param state the previous state, becomes the new one
     * @param memory a second array that travels with the state and is kept for the backward pass
     * @param real for each example whether this step is not masked
     */
    void forward(double[] gates, double[] recurrent, double[] state, double[] memory, boolean[] real);

    /**
     * One step backward.
     *
     * @param gates wide; as the forward pass left it
     * @param previousState state before the step
     * @param previousMemory memory before the step
     * @param memory memory after the step
     * @param stateGradient gradient at the new state, becomes the part of the gradient at the previous state that does not
     *     go through the recurrent weights
     * @param memoryGradient gradient at the memory after the step, becomes that before it
     * @param inputGradient wide; receives the gradient at the input projection
     * @param recurrentGradient wide; receives the gradient at the recurrent product if that is separate
     */
    void backward(
            double[] gates,
            double[] previousState,
            double[] previousMemory,
            double[] memory,
            double[] stateGradient,
            double[] memoryGradient,
            double[] inputGradient,
            double[] recurrentGradient,
            boolean[] real);
}
