package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.Reductions;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.text.TextAnswers;

/** Answers at once about inputs that are being drawn, typed or set: prediction, map and activations of one prepared input. */
final class Looking {
    /** Neither a node nor a parameter can have a name that begins so. */
    private static final String OWN = "look/";

    private static final String FIRST = "first/";
    /** Of a layer with more values only the first maps are told: small pictures show no more. */
    private static final int MOST_VALUES = 1 << 16;

    private final AnswerFiles files;
    private final Dataset data;
    private final NewInputs inputs;
    private final Optional<Explanations> explanations;
    private final Optional<TextAnswers> texts;
    private final boolean strips;
    private final Network network;
    private final Set<String> nodes = new HashSet<>();

    /**
     * Looks at a model.
     *
     * @param graph flat
     * @param texts what a model that turns texts into others writes
     * @param explanations empty where the head scores no example as a whole: then there are activations alone
     */
    Looking(
            AnswerFiles files,
            Dataset data,
            ModelGraph graph,
            Network network,
            Optional<Explanations> explanations,
            Optional<TextAnswers> texts) {
        this.texts = texts;
        this.strips = data.spec().target().kind() == Target.Kind.LABELS
                && data.presentation() instanceof Presentation.Picture
                && data.spec().input() instanceof Sequence;
        this.files = files;
        this.data = data;
        this.inputs = new NewInputs(data.pipeline());
        this.explanations = explanations;
        this.network = network;
        graph.nodes().forEach(node -> nodes.add(node.id().value()));
    }

    /**
     * Looks.
     *
     * @throws IllegalArgumentException if the model does not take the input, or the method does not fit, in words
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    SessionEvent.Looked look(WorkerCommand.Look question, Progress progress) throws IOException {
        long began = System.nanoTime();
        Example example = example(question.input());
        Batch batch = NewInputs.batch(example);
        List<String> words = example.numbers().words();
        if (isNothing(words)) {
            throw new IllegalArgumentException("There is nothing to read yet");
        }
        Map<String, Tensor> found = new LinkedHashMap<>();
        found.put(OWN + "input", batch.inputs().row(0));
        Said said =
                explanations.isEmpty() ? said(question) : said(question, explanations.get(), batch, found, progress);
        network.activations(batch).forEach((name, values) -> {
            if (nodes.contains(name)) {
                put(found, name, values.row(0));
            }
        });
        Path file = files.passing("look.npz");
        AtomicFiles.writePassing(file, out -> Npz.write(out, found));
        return new SessionEvent.Looked(
                question.request(),
                said.outputs(),
                said.target(),
                said.score(),
                said.signed(),
                words,
                unknown(batch, words),
                said.place(),
                files.relative(file),
                (System.nanoTime() - began) / 1e9);
    }

    /** With what the model writes of it, where it turns a text into another one. Drawn rows of labels end behind the last. */
    private Example example(NewInput input) {
        String text = input.text();
        return Optional.ofNullable(text)
                .flatMap(typed -> texts.flatMap(answers -> answers.asRead(typed)))
                .orElseGet(() -> strips && input.numbers() != null
                        ? NewInputs.endingBehindInk(inputs.example(input))
                        : inputs.example(input));
    }

    /** What the model says, and whose score is explained. */
    private record Said(List<Double> outputs, int target, double score, boolean signed, OptionalInt place) {}

    private static Said said(WorkerCommand.Look question) {
        if (!question.method().isEmpty()) {
            throw new IllegalArgumentException("There is no map where no score is to be explained");
        }
        return new Said(List.of(), -1, Double.NaN, false, OptionalInt.empty());
    }

    private static Said said(
            WorkerCommand.Look question,
            Explanations explanations,
            Batch batch,
            Map<String, Tensor> found,
            Progress progress) {
        ExplainedNetwork.Subject subject = explanations.subject(batch).at(question.place());
        float[] outputs = subject.model().predictions(subject.input());
        Integer wanted = question.target();
        int target = wanted != null ? wanted : explanations.predicted(outputs);
        double score = Double.NaN;
        boolean signed = false;
        if (!question.method().isEmpty()) {
            Attribution map = map(explanations, question.method(), subject, target, progress);
            found.put(OWN + "relevance", map.relevance());
            score = map.score();
            signed = map.signed();
        }
        if (subject.place().isPresent()) {
            Tensor told = subject.atAll();
            if (told.size() <= MOST_VALUES) {
                found.put(OWN + "told", told);
            }
        }
        return new Said(Explanations.doubles(outputs), target, score, signed, subject.place());
    }

    /** An empty text becomes one unknown word, since some step must count. */
    private boolean isNothing(List<String> words) {
        return data.presentation() instanceof Presentation.Text text
                && (words.isEmpty() || words.equals(List.of(text.vocabulary().token(Vocabulary.UNKNOWN))));
    }

    private static Attribution map(
            Explanations explanations, String id, ExplainedNetwork.Subject subject, int target, Progress progress) {
        AttributionMethod method = explanations.method(id);
        AttributionOptions options = AttributionOptions.DEFAULT
                .with(method, Map.of())
                .withBackground(explanations.background(method, Map.of()))
                .withProgress(progress);
        return Reductions.perPlace(
                method, method.attribute(subject.model(), subject.input(), target, options), subject.mask());
    }

    private static void put(Map<String, Tensor> found, String name, Tensor values) {
        if (values.size() <= MOST_VALUES) {
            found.put(name, values);
            return;
        }
        int[] shape = values.shape().clone();
        int map = values.size() / shape[0];
        shape[0] = Math.max(1, MOST_VALUES / map);
        found.put(FIRST + name, new Tensor(shape, Arrays.copyOf(values.values(), shape[0] * map)));
    }

    private List<Integer> unknown(Batch batch, List<String> words) {
        List<Integer> unknown = new ArrayList<>();
        if (data.spec().input() instanceof Tokens) {
            float[] ids = batch.inputs().values();
            int word = 0;
            for (int step = 0; step < ids.length && word < words.size(); step++) {
                if (ids[step] == Vocabulary.UNKNOWN) {
                    unknown.add(word);
                }
                // Between a source and what is written of it may be padding.
                word += ids[step] == Vocabulary.PADDING ? 0 : 1;
            }
        }
        return unknown;
    }
}
