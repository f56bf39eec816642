package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.maximisation.Ascent;
import org.vitrine.attribution.maximisation.InputSpace;
import org.vitrine.attribution.maximisation.Reading;
import org.vitrine.attribution.maximisation.Recipe;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.attribution.maximisation.UnitLayers;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.network.Network;

/** Makes inputs that excite units, and finds the examples that do. */
final class Maximising {
    /** Of so many examples the most exciting ones are told. */
    private static final int MOST_SEEN = 2000;

    private static final int FOR_DEVIATION = 256;
    /** The share of the work that looking at examples is. */
    private static final double LOOKING = 0.3;

    private final AnswerFiles files;
    private final ModelGraph graph;
    private final Dataset data;
    private final TrainingSettings settings;
    private final Network network;
    private @Nullable UnitModel model;
    private @Nullable UnitExamples examples;
    private @Nullable InputSpace space;

    /** @param graph flat, of which {@code network} was compiled */
    Maximising(AnswerFiles files, ModelGraph graph, Dataset data, TrainingSettings settings, Network network) {
        this.files = files;
        this.graph = graph;
        this.data = data;
        this.settings = settings;
        this.network = network;
    }

    /**
     * Makes an input.
     *
     * @throws IllegalArgumentException if there is no such unit, option or example, or if inputs can not be made, in words
     * @throws java.util.concurrent.CancellationException if nobody waits any more
     */
    SessionEvent.Maximised maximise(WorkerCommand.Maximise question, Asked asked) throws IOException {
        long began = System.nanoTime();
        UnitLayer layer = layer(question.layer());
        InputSpace inputs = space == null ? InputSpace.of(data) : space;
        space = inputs;
        Recipe recipe = new Recipe(layer, inputs.grid(), question.options());
        Reading reading = recipe.reading(question.unit());
        UnitModel units = model == null ? UnitModel.of(graph, data.spec(), settings, network) : model;
        model = units;
        UnitExamples shown = examples == null ? new UnitExamples(units, data) : examples;
        examples = shown;
        double deviation = deviation(shown.of(Part.TRAIN, FOR_DEVIATION, reading, share(asked, 0, LOOKING / 2)));
        double[] ofExamples = shown.of(question.part(), MOST_SEEN, reading, share(asked, LOOKING / 2, LOOKING));
        Frames frames = new Frames(question, recipe.steps(), asked);
        Ascent.Made made = recipe.ascent(inputs, deviation)
                .from(recipe.start(inputs, this::trainingExample), units.unit(reading), (step, activation, input) -> {
                    asked.progress().at(LOOKING + (1 - LOOKING) * step / recipe.steps());
                    frames.at(step, activation, input);
                });
        Path file = files.next("maximised.npz");
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("input", made.input());
        arrays.put("course", floats(made.course()));
        frames.addTo(arrays);
        Npz.write(file, arrays);
        return new SessionEvent.Maximised(
                question.request(),
                layer.id(),
                question.unit(),
                files.relative(file),
                made.activation(),
                question.part(),
                greatest(ofExamples, question.examples()),
                ofExamples.length,
                (System.nanoTime() - began) / 1e9);
    }

    private UnitLayer layer(String id) {
        ModelFacts facts = new ModelFacts(graph, data.spec());
        UnitLayers.refusal(facts).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return UnitLayers.byId(facts, id)
                .orElseThrow(() -> new IllegalArgumentException("The model has no layer \"" + id
                        + "\" with units. It has: "
                        + String.join(
                                ", ",
                                UnitLayers.of(facts).stream().map(UnitLayer::id).toList())
                        + "."));
    }

    private Tensor trainingExample(int index) {
        Split train = data.train();
        if (index >= train.size()) {
            throw new IllegalArgumentException(
                    "There is no training example " + index + "; there are " + train.size() + ", counted from 0.");
        }
        return train.example(index).inputs().row(0);
    }

    private static Progress share(Asked asked, double from, double to) {
        return share -> asked.progress().at(from + (to - from) * share);
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }

    private static List<RankedExample> greatest(double[] activations, int count) {
        return IntStream.range(0, activations.length)
                .mapToObj(i -> new RankedExample(i, activations[i]))
                .sorted(Comparator.comparingDouble(RankedExample::value).reversed())
                .limit(Math.max(0, count))
                .toList();
    }

    private static Tensor floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(floats, floats.length);
    }

    /** Pictures on the way, at even distances. */
    private final class Frames {
        private final WorkerCommand.Maximise question;
        private final int steps;
        private final Asked asked;
        private final List<Tensor> inputs = new ArrayList<>();
        private final List<Integer> at = new ArrayList<>();

        Frames(WorkerCommand.Maximise question, int steps, Asked asked) {
            this.question = question;
            this.steps = steps;
            this.asked = asked;
        }

        void at(int step, double activation, java.util.function.Supplier<Tensor> input) {
            int due = Math.min(question.frames(), steps);
            if (inputs.size() >= due || step < (long) inputs.size() * steps / due) {
                return;
            }
            Tensor now = input.get();
            inputs.add(now);
            at.add(step);
            try {
                Path file = files.file("emerging.npy");
                Npy.write(file, now);
                asked.news()
                        .write(new SessionEvent.Emerged(
                                question.request(), step, steps, activation, files.relative(file)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void addTo(Map<String, Tensor> arrays) {
            if (inputs.isEmpty()) {
                return;
            }
            int size = inputs.get(0).size();
            float[] all = new float[Math.multiplyExact(inputs.size(), size)];
            for (int i = 0; i < inputs.size(); i++) {
                System.arraycopy(inputs.get(i).values(), 0, all, i * size, size);
            }
            int[] one = inputs.get(0).shape();
            int[] shape = new int[one.length + 1];
            shape[0] = inputs.size();
            System.arraycopy(one, 0, shape, 1, one.length);
            arrays.put("frames", new Tensor(shape, all));
            arrays.put(
                    "at", floats(at.stream().mapToDouble(Integer::doubleValue).toArray()));
        }
    }
}
