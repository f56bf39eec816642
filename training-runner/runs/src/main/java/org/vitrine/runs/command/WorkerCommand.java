package org.vitrine.runs.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.watch.Watching;

/** Something a worker is asked to do. Lines written before the worker started count too, oldest first. */
public sealed interface WorkerCommand {

    /** Pause after the current iteration. */
    record Pause() implements WorkerCommand {}

    /** Go on after a pause. */
    record Resume() implements WorkerCommand {}

    /** Write a checkpoint, evaluate, and end. */
    record Stop() implements WorkerCommand {}

    /** Train {@code epochs} more than planned. */
    record TrainMore(int epochs) implements WorkerCommand {}

    /** Watch other things, or the same more or less often, from now on. */
    record Watch(Watching watching) implements WorkerCommand {}

    /** Asked of a session worker, which answers each once. */
    sealed interface Question extends WorkerCommand {

        /** An id of the caller's choosing; the answer carries it. */
        String request();
    }

    /**
     * Explain one example.
     *
     * @param method id of an attribution method
     * @param target class or value index; null means the predicted class
     * @param place whose scores are explained, for a model that scores steps, pixels or cells; null for the surest
     * @param options overrides of the method's options by name: those that the method has, such as steps, samples or baseline
     * @param input explained instead of the example, if there is one
     */
    record Attribute(
            String request,
            String method,
            Part part,
            int example,
            @Nullable Integer target,
            @Nullable Integer place,
            Map<String, String> options,
            @Nullable NewInput input)
            implements Question {}

    /** Tell what a model that scores steps, pixels, cells or values says at each of them. */
    record TellPlaces(String request, Part part, int example) implements Question {}

    /**
     * Tell whether to believe the explanation of one example. Told line by line, then as a whole.
     *
     * @param method id of an attribution method
     * @param target class or value index; null means the predicted class
     * @param place whose scores are explained, for a model that scores steps, pixels or cells; null for the surest
     * @param options overrides by name, of the method's options and of how thoroughly it is judged
     */
    record Judge(
            String request,
            String method,
            Part part,
            int example,
            @Nullable Integer target,
            @Nullable Integer place,
            Map<String, String> options)
            implements Question {}

    /**
     * Tell whether to believe the explanations of many examples, each of its predicted class.
     *
     * @param examples how many, chosen at even distances
     * @param options as for {@link Judge}
     */
    record JudgeMany(String request, String method, Part part, int examples, Map<String, String> options)
            implements Question {}

    /**
     * Tell how much worse the model does when parts of the inputs are exchanged among examples.
     *
     * @param by columns, channels, steps or patches; empty for the usual way to divide these inputs
     * @param parts blocks of steps, or patches to a side; other divisions have as many as they have
     * @param examples how many, chosen at even distances
     * @param repeats permutations of each part
     */
    record Permute(String request, Part part, String by, int parts, int examples, int repeats, long seed)
            implements Question {}

    /**
     * Tell what the model answers while one column, or two, take the same value in all examples.
     *
     * @param columns names of one column, or of two
     * @param examples how many, chosen at even distances
     * @param points values of a column at most
     */
    record Vary(String request, Part part, List<String> columns, int examples, int points) implements Question {
        public Vary {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Tell what leaves a layer for the first examples of a part.
     *
     * @param layer id of a node, as in the flat graph
     */
    record Activate(String request, Part part, String layer, int examples) implements Question {}

    /**
     * Tell which training examples are nearest to one in what leaves a layer.
     *
     * @param input looked at instead of the example, if there is one
     * @param layer id of a node, as in the flat graph; null means the one before the head
     * @param distance {@code cosine} or {@code euclidean}
     * @param examples how many of the training part are looked through, at even distances; 0 means all
     * @param count how many are told
     */
    record FindNearest(
            String request,
            Part part,
            int example,
            @Nullable NewInput input,
            @Nullable String layer,
            String distance,
            int examples,
            int count)
            implements Question {}

    /**
     * Tell which training examples pushed a decision, from the gradients of their losses.
     *
     * @param input looked at instead of the example, if there is one
     * @param target the decision: a class index; null means the predicted class. For values it is always the true value
     * @param parameters {@code last-layer} or {@code all-parameters}, at which gradients are taken
     * @param measure {@code dot} or {@code cosine}
     * @param examples how many of the training part are looked through, at even distances; 0 means all
     * @param count how many of each side are told
     */
    record FindInfluence(
            String request,
            Part part,
            int example,
            @Nullable NewInput input,
            @Nullable Integer target,
            String parameters,
            String measure,
            int examples,
            int count)
            implements Question {}

    /**
     * Make an input that excites a unit as much as it can, and tell which examples excite it most (session worker). Told now and then
     * how it emerges.
     *
     * @param layer id of a node, as in the flat graph
     * @param options overrides of usual options by name
     * @param part whose examples are looked at
     * @param examples how many are told, the most exciting first
     * @param frames how many inputs on the way are told and kept
     */
    record Maximise(
            String request, String layer, int unit, Map<String, String> options, Part part, int examples, int frames)
            implements Question {}

    /** Tell where the attention layers look in one example. */
    record Attend(String request, Part part, int example) implements Question {}

    /**
     * Tell what leaves every layer for one example, and with which parameters.
     *
     * @param input looked at instead of the example, if there is one
     */
    record Trace(
            String request,
            Part part,
            int example,
            @Nullable NewInput input) implements Question {}

    /**
     * Tell what one step of training on some examples would change. The model stays as it is.
     *
     * @param first the first of {@code examples} in a row
     */
    record TryStep(String request, Part part, int first, int examples) implements Question {}

    /**
     * Tell at once what the model makes of an input that is being drawn, typed or set: its outputs, why, and what leaves its
     * layers.
     *
     * @param method id of an attribution method; empty for no map
     * @param target class or value index; null means the predicted class
     * @param place whose scores are explained, for a model that scores steps, pixels or cells; null for the surest
     */
    record Look(
            String request,
            NewInput input,
            String method,
            @Nullable Integer target,
            @Nullable Integer place) implements Question {}

    /** Tell what the model makes of an input that is no example of its data set. */
    record Predict(String request, NewInput input) implements Question {}

    /**
     * Write on from a text, with a model that tells the next token.
     *
     * @param length tokens to write at most
     * @param temperature 0 always takes the most probable token, 1 draws as the model says, more is wilder
     * @param topK draw among so many of the most probable tokens; 0 for all
     */
    record Generate(String request, String prompt, int length, double temperature, int topK, long seed)
            implements Question {}

    /** Write the sequence that belongs to a text, with a model from sequence to sequence. */
    record Translate(String request, String text) implements Question {}

    /** Give up a request; it is answered with what there is (session worker). */
    record Cancel(String request) implements WorkerCommand {}

    /** End the session worker. */
    record Close() implements WorkerCommand {}
}
