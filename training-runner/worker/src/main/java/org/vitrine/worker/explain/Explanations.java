package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Background;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.Reductions;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Scores;

/** Answers requests for explanations. */
final class Explanations {
    private final AnswerFiles files;
    private final Dataset data;
    private final ExplainedNetwork explained;
    private final NewInputs inputs;
    private @Nullable Background background;

    Explanations(AnswerFiles files, Dataset data, ExplainedNetwork explained) {
        this.files = files;
        this.data = data;
        this.explained = explained;
        this.inputs = new NewInputs(data.pipeline());
    }

    /** Why methods can not explain this model, by their ids. */
    Map<String, String> refusals() {
        return explained.refusals();
    }

    List<String> featureLayers() {
        return explained.featureLayers();
    }

    /**
     * Explains an example.
     *
     * @throws IllegalArgumentException if it can not be explained so, in words
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    SessionEvent.AttributionDone explain(WorkerCommand.Attribute question, Progress progress) throws IOException {
        long began = System.nanoTime();
        NewInput input = question.input();
        ExplainedNetwork.Subject subject =
                (input == null ? example(question.part(), question.example()) : subject(input)).at(question.place());
        AttributionMethod method = method(question.method());
        float[] predictions = subject.model().predictions(subject.input());
        int target = question.target() != null ? question.target() : predicted(predictions);
        AttributionOptions options = AttributionOptions.DEFAULT
                .with(method, question.options())
                .withBackground(background(method, question.options()))
                .withProgress(progress);
        Attribution found = Reductions.perPlace(
                method, method.attribute(subject.model(), subject.input(), target, options), subject.mask());
        Path file = files.next(question.method() + ".npy");
        Npy.write(file, found.relevance());
        return new SessionEvent.AttributionDone(
                question.request(),
                question.method(),
                files.relative(file),
                found.signed(),
                found.score(),
                found.completenessGap(),
                doubles(predictions),
                subject.place(),
                (System.nanoTime() - began) / 1e9);
    }

    /**
     * Tells what the model says at each place of an example.
     *
     * @throws IllegalArgumentException if there is no such example, or the model scores examples as a whole, in words
     */
    SessionEvent.PlacesTold places(WorkerCommand.TellPlaces question) throws IOException {
        long began = System.nanoTime();
        ExplainedNetwork.Subject subject = example(question.part(), question.example());
        Path file = files.next("places.npy");
        Npy.write(file, subject.atAll());
        return new SessionEvent.PlacesTold(
                question.request(),
                files.relative(file),
                subject.at(null).place().orElseThrow(),
                (System.nanoTime() - began) / 1e9);
    }

    /**
     * The method of this id.
     *
     * @throws IllegalArgumentException if there is none, or it can not explain the model
     */
    AttributionMethod method(String id) {
        AttributionMethod method = AttributionMethods.byId(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no attribution method \"" + id + "\""));
        String refusal = explained.refusals().get(id);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        return method;
    }

    /**
     * Tells what the model makes of a new input.
     *
     * @throws IllegalArgumentException if the model does not take it, in words
     */
    SessionEvent.Predicted predict(WorkerCommand.Predict question) {
        long began = System.nanoTime();
        ExplainedNetwork.Subject subject = subject(question.input());
        return new SessionEvent.Predicted(
                question.request(),
                doubles(subject.model().predictions(subject.input())),
                (System.nanoTime() - began) / 1e9);
    }

    /** Read only where a baseline is taken from the data: it goes through many examples. */
    @Nullable
    Background background(AttributionMethod method, Map<String, String> given) {
        boolean wanted = method.options().stream()
                .filter(option -> option.name().equals("baseline"))
                .anyMatch(option ->
                        !given.getOrDefault(option.name(), option.usual()).equals("zero"));
        if (wanted && background == null) {
            background = explained.background(data.train());
        }
        return background;
    }

    /**
     * An example of the data set.
     *
     * @throws IllegalArgumentException if there is none of this index
     */
    ExplainedNetwork.Subject example(Part of, int index) {
        Split part = data.part(of);
        if (index < 0 || index >= part.size()) {
            throw new IllegalArgumentException(
                    "There is no example " + index + ": the part has " + part.size() + " examples, from 0");
        }
        return explained.subject(part.example(index));
    }

    private ExplainedNetwork.Subject subject(NewInput input) {
        return explained.subject(NewInputs.batch(inputs.example(input)));
    }

    /** A {@link NewInputs#batch}, ready for a method. */
    ExplainedNetwork.Subject subject(Batch input) {
        return explained.subject(input);
    }

    static List<Double> doubles(float[] values) {
        List<Double> doubles = new ArrayList<>();
        for (float value : values) {
            doubles.add((double) value);
        }
        return doubles;
    }

    /** The class with the highest probability; of values the first. */
    int predicted(float[] predictions) {
        return data.targetScales().isEmpty() ? Scores.best(predictions) : 0;
    }

    /** Where answers are written. */
    AnswerFiles files() {
        return files;
    }

    Dataset data() {
        return data;
    }

    /** The model of a {@link #example} with random parameters. */
    RandomisedNetworks randomised() {
        return explained.randomised();
    }
}
