package org.vitrine.runs.event;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vitrine.datasets.Part;

/** What a session worker says: that it is ready, news of a request that it works on, and the last word on each. */
public sealed interface SessionEvent extends RunEvent {

    /** The last word on a request. */
    interface Answer {
        /** The id of the request. */
        String request();
    }

    /** Something that is told of a request before its {@link Answer}. */
    interface News {
        /** The id of the request. */
        String request();
    }

    /**
     * The session worker has the model ready.
     *
     * @param featureLayers convolutions that methods can look at, in graph order
     * @param refused why attribution methods can not explain this model, by their ids; all others can
     */
    record SessionReady(List<String> featureLayers, Map<String, String> refused) implements SessionEvent {
        public SessionReady {
            featureLayers = List.copyOf(featureLayers);
            refused = Map.copyOf(refused);
        }
    }

    /**
     * Answers an Attribute command.
     *
     * @param relevanceFile {@code .npy}, relative to the run directory; per pixel [channels or 1, h, w], per token [time]
     *     or per feature [features]
     * @param probabilities of all classes, or the predicted values in raw units
     * @param place that they and the score are of; empty for the example as a whole
     */
    record AttributionDone(
            String request,
            String method,
            String relevanceFile,
            boolean signed,
            double score,
            OptionalDouble completenessGap,
            List<Double> probabilities,
            OptionalInt place,
            double seconds)
            implements SessionEvent, Answer {}

    /**
     * Answers a TellPlaces command.
     *
     * @param file {@code .npy}, relative to the run directory: [places, scores], what {@link AttributionDone#probabilities} are at each
     *     place; NaN at padding
     * @param surest the place that is explained if none is named
     */
    record PlacesTold(String request, String file, int surest, double seconds) implements SessionEvent, Answer {}

    /**
     * Answers a Predict command.
     *
     * @param outputs probabilities of all classes, or the predicted values in raw units
     */
    record Predicted(String request, List<Double> outputs, double seconds) implements SessionEvent, Answer {}

    /**
     * Answers a Look command.
     *
     * @param outputs probabilities of all classes, or the predicted values in raw units; empty where the head scores no example as a
     *     whole
     * @param target whose score is explained; -1 where there is none
     * @param signed whether negative relevance speaks against the target
     * @param words of a text as the model reads it; empty for other inputs
     * @param unknown where the words are that the model does not know
     * @param place that the outputs and the score are of; empty for the input as a whole
     * @param file {@code .npz}, relative to the run directory, and soon written over: {@code look/input} as it enters the network,
     *     {@code look/relevance} as in {@link AttributionDone} if it was asked for, {@code look/told} as in {@link PlacesTold} where
     *     there is a place and not too much, and what leaves each node by its id
     */
    record Looked(
            String request,
            List<Double> outputs,
            int target,
            double score,
            boolean signed,
            List<String> words,
            List<Integer> unknown,
            OptionalInt place,
            String file,
            double seconds)
            implements SessionEvent, Answer {
        public Looked {
            outputs = List.copyOf(outputs);
            words = List.copyOf(words);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Tokens that a Generate command has written since the last such event.
     *
     * @param text of the tokens, to be put behind what there is
     * @param tokens as the vocabulary has them
     * @param probabilities that the model gave them, before temperature and choice among the best
     */
    record TextSampled(String request, String text, List<String> tokens, List<Double> probabilities)
            implements SessionEvent, News {}

    /** A question that takes long is being answered; {@code share} of the work is done, 0 to 1. */
    record Progressed(String request, double share) implements SessionEvent, News {}

    /** Answers a Generate command: all that was written, without the prompt. */
    record TextGenerated(String request, String text, int tokens, double seconds) implements SessionEvent, Answer {}

    /**
     * Answers a Translate command.
     *
     * @param probability that the model gives this text
     */
    record TextTranslated(String request, String text, double probability, double seconds)
            implements SessionEvent, Answer {}

    /** A Judge command has found this much, the cheap metrics first. */
    record LineJudged(String request, Judgements.JudgedLine line) implements SessionEvent, News {}

    /**
     * Answers a Judge command.
     *
     * @param target that was explained
     * @param place whose scores were explained, where the model scores no example as a whole
     * @param verdict on the whole
     */
    record Judged(
            String request,
            String method,
            int example,
            int target,
            OptionalInt place,
            String verdict,
            List<Judgements.JudgedLine> lines,
            double seconds)
            implements SessionEvent, Answer {
        public Judged {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Answers a JudgeMany command.
     *
     * @param examples that were judged, by their index
     * @param lines one for each metric, and one with an empty name for the whole card
     * @param valuesFile {@code .npy}, relative to the run directory: for each example its index, the explained target, its
     *     place (NaN where examples are scored as a whole), the number of the whole verdict, then value and number of the verdict
     *     for each metric; [examples, 4 + 2 metrics]. Verdicts count from 0 in the order PASS, DOUBTFUL, FAIL, NOT_MEASURED;
     *     values that were not measured are NaN
     */
    record JudgedMany(
            String request,
            String method,
            List<Integer> examples,
            List<Judgements.MetricSummary> lines,
            String valuesFile,
            double seconds)
            implements SessionEvent, Answer {
        public JudgedMany {
            examples = List.copyOf(examples);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Answers a Permute command.
     *
     * @param by how inputs were divided: columns, channels, steps or patches
     * @param loss mean over the examples, with all parts in their places
     * @param metric of the output head, likewise
     */
    record Permuted(
            String request,
            String by,
            int examples,
            int repeats,
            double loss,
            double metric,
            List<DataEffects.PermutedPart> parts,
            double seconds)
            implements SessionEvent, Answer {
        public Permuted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Answers a Vary command.
     *
     * @param columns one or two
     * @param file {@code .npz}, relative to the run directory: {@code examples} by their index [n], {@code own}, what stands in the
     *     columns [n, columns], {@code answers}, probabilities of all classes or values in raw units, [values, n, targets] of one
     *     column or means [values of the first, values of the second, targets] of two, and {@code unchanged}, the answers without
     *     any change [n, targets]
     */
    record Varied(String request, List<DataEffects.VariedColumn> columns, String file, int examples, double seconds)
            implements SessionEvent, Answer {
        public Varied {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Answers an Activate command.
     *
     * @param file {@code .npy}, relative to the run directory: [examples, values]
     * @param pooled whether values are means over the places of a map, or over the steps that are no padding
     */
    record Activated(String request, String layer, String file, int examples, int width, boolean pooled, double seconds)
            implements SessionEvent, Answer {}

    /**
     * Answers a FindNearest command.
     *
     * @param layer that they were compared in
     * @param layers in which examples of this model can be compared, from the input up
     * @param pooled whether values are means over the places of a map, or over the steps that are no padding
     * @param examples training examples that were looked through
     * @param predicted class; -1 where there are no classes
     * @param agreement share of the nearest whose class is the predicted one; empty where there are no classes
     * @param nearest the nearest first, with their distances
     * @param file {@code .npy}, relative to the run directory: for each example that was looked through its index in the training
     *     part and its distance, [examples, 2]
     */
    record NearestFound(
            String request,
            String layer,
            List<String> layers,
            boolean pooled,
            int examples,
            int predicted,
            OptionalDouble agreement,
            List<RankedExample> nearest,
            String file,
            double seconds)
            implements SessionEvent, Answer {
        public NearestFound {
            layers = List.copyOf(layers);
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * Answers a FindInfluence command.
     *
     * @param examples training examples that were looked through
     * @param target class that was decided on; -1 where there are no classes
     * @param checkpoints states of training that influences are summed over, each times its learning rate; 0 for cosines, which are of
     *     the last state
     * @param loss of the decision
     * @param proponents the strongest first, with their influences, which are positive
     * @param opponents the strongest first, with their influences, which are negative
     * @param file {@code .npy}, relative to the run directory: for each example that was looked through its index in the training
     *     part and its influence, [examples, 2]
     */
    record InfluenceFound(
            String request,
            int examples,
            int target,
            int checkpoints,
            double loss,
            List<RankedExample> proponents,
            List<RankedExample> opponents,
            String file,
            double seconds)
            implements SessionEvent, Answer {
        public InfluenceFound {
            proponents = List.copyOf(proponents);
            opponents = List.copyOf(opponents);
        }
    }

    /**
     * What a Maximise command has made so far.
     *
     * @param step of {@code steps}, counted from 0
     * @param file {@code .npy}, relative to the run directory: an input as the network takes it; later news are written over it
     */
    record Emerged(String request, int step, int steps, double activation, String file) implements SessionEvent, News {}

    /**
     * Answers a Maximise command.
     *
     * @param file {@code .npz}, relative to the run directory: the made {@code input} as the network takes it, the {@code course} of
     *     the activation [steps + 1], {@code frames} [n, ...] on the way if there are some, and the steps {@code at} [n] that they are of
     * @param activation at the made input; before softmax or sigmoid if the layer is the output
     * @param excited the examples of {@code part} with the greatest activations, the greatest first
     * @param seen how many examples of {@code part} were looked at
     */
    record Maximised(
            String request,
            String layer,
            int unit,
            String file,
            double activation,
            Part part,
            List<RankedExample> excited,
            int seen,
            double seconds)
            implements SessionEvent, Answer {
        public Maximised {
            excited = List.copyOf(excited);
        }
    }

    /**
     * Answers an Attend command.
     *
     * @param layers ids of nodes of the flat graph, from the input up
     * @param file {@code .npz}, relative to the run directory: for each layer [heads, query step, key step], without padding
     */
    record Attended(String request, List<String> layers, String file, double seconds) implements SessionEvent, Answer {
        public Attended {
            layers = List.copyOf(layers);
        }
    }

    /**
     * Answers a Trace command. Both files are {@code .npz}, relative to the run directory.
     *
     * @param file what leaves each node, by its id in the flat graph, without a batch axis; {@code input/mask} if there is padding
     * @param weights the parameters, named as in docs/weights.md; one file for all answers of a session
     */
    record Traced(String request, String file, String weights, double seconds) implements SessionEvent, Answer {}

    /**
     * Answers a TryStep command.
     *
     * @param file {@code .npz}, relative to the run directory: for each parameter its value {@code before/node/name}, the
     *     {@code gradient/} of the mean loss and the value {@code after/}
     * @param lossBefore mean loss of the examples, in training mode
     * @param lossAfter the same with the new parameters
     */
    record StepTried(
            String request,
            String file,
            int examples,
            double lossBefore,
            double lossAfter,
            double learningRate,
            double seconds)
            implements SessionEvent, Answer {}

    /** Answers any command that could not be carried out. */
    record RequestFailed(String request, String what) implements SessionEvent {}
}
