package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Progress;
import org.vitrine.attribution.effects.ChosenExamples;
import org.vitrine.attribution.effects.DependenceAxis;
import org.vitrine.attribution.effects.Division;
import org.vitrine.attribution.effects.Effects;
import org.vitrine.attribution.effects.InputColumn;
import org.vitrine.attribution.effects.InputColumns;
import org.vitrine.attribution.effects.InputPart;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.attribution.effects.PartialDependence;
import org.vitrine.attribution.effects.PermutationImportance;
import org.vitrine.attribution.effects.Quality;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.DataEffects;
import org.vitrine.runs.event.SessionEvent;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.network.Batches;
import org.vitrine.worker.network.DataParallel;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;

/** Tells what counts over many examples: importance of parts of the inputs, and dependence on columns. */
final class OverallEffects {
    private static final int BATCH = 128;
    private static final int MOST_REPEATS = 100;
    private static final int MOST_EXAMPLES = 100_000;
    /** Keeps what is drawn and told of single examples within some ten megabytes. */
    private static final int MOST_CURVES = 2000;

    private final AnswerFiles files;
    private final Dataset data;
    private final ModelFacts facts;
    private final Network network;

    OverallEffects(AnswerFiles files, Dataset data, ModelFacts facts, Network network) {
        this.files = files;
        this.data = data;
        this.facts = facts;
        this.network = network;
    }

    /**
     * Permutes each part of the inputs.
     *
     * @throws IllegalArgumentException if the model or its inputs do not allow it, in words
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    SessionEvent.Permuted permute(WorkerCommand.Permute question, Progress progress) {
        long began = System.nanoTime();
        Effects.importanceRefusal(facts, data).ifPresent(OverallEffects::refuse);
        within("repeats", question.repeats(), MOST_REPEATS);
        within("examples", question.examples(), MOST_EXAMPLES);
        Division division = division(question.by());
        List<InputPart> parts = InputParts.of(data, division, question.parts(), Locale.ENGLISH);
        Split split = data.part(question.part());
        int[] examples = ChosenExamples.of(split, question.examples());
        Told told = new Told(progress);
        PermutationImportance.Found found;
        try (DataParallel compute = new DataParallel(network, CpuFacts.threads())) {
            found = PermutationImportance.of(
                    chosen -> test(compute, told.during(chosen)),
                    split,
                    examples,
                    parts,
                    question.repeats(),
                    question.seed(),
                    told);
        }
        return new SessionEvent.Permuted(
                question.request(),
                division.id(),
                examples.length,
                question.repeats(),
                found.base().loss(),
                found.base().metric(),
                found.parts().stream()
                        .map(part -> new DataEffects.PermutedPart(
                                part.part(),
                                part.permuted().stream().map(Quality::loss).toList(),
                                part.permuted().stream().map(Quality::metric).toList()))
                        .toList(),
                seconds(began));
    }

    static Quality test(DataParallel compute, Split examples) {
        Batches.Evaluated evaluated = compute.evaluate(examples);
        return new Quality(evaluated.score().meanLoss(), evaluated.metric());
    }

    private Division division(String by) {
        if (by.isEmpty()) {
            return InputParts.divisions(data).get(0);
        }
        return Arrays.stream(Division.values())
                .filter(division -> division.id().equals(by))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no way to divide inputs by \"" + by + "\": columns, channels, steps or patches"));
    }

    private static void within(String what, int value, int most) {
        if (value < 1 || value > most) {
            refuse("The number of " + what + " must be from 1 to " + most + ", not " + value);
        }
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }

    /** Tells of progress between batches too, so that large networks can be stopped. */
    private static final class Told implements Progress {
        private final Progress progress;
        private double last;

        Told(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void at(double share) {
            last = share;
            progress.at(share);
        }

        Split during(Split split) {
            return new Split() {
                @Override
                public int size() {
                    return split.size();
                }

                @Override
                public Batch batch(int[] indices) {
                    progress.at(last);
                    return split.batch(indices);
                }
            };
        }
    }

    /**
     * Gives one column, or two, the same value in all examples.
     *
     * @throws IllegalArgumentException if the model or the columns do not allow it, in words
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    SessionEvent.Varied vary(WorkerCommand.Vary question, Progress progress) throws IOException {
        long began = System.nanoTime();
        Effects.dependenceRefusal(facts, data).ifPresent(OverallEffects::refuse);
        within("columns", question.columns().size(), 2);
        within("examples", question.examples(), MOST_CURVES);
        List<InputColumn> known = InputColumns.of(data);
        List<InputColumn> columns = question.columns().stream()
                .map(name -> InputColumns.byName(known, name))
                .toList();
        if (columns.stream().distinct().count() < columns.size()) {
            refuse("Column \"" + columns.get(0).name() + "\" is given twice");
        }
        Split split = data.part(question.part());
        int[] examples = ChosenExamples.of(split, question.examples());
        Tensor inputs = split.batch(examples).inputs();
        List<DependenceAxis> axes = new ArrayList<>();
        for (InputColumn column : columns) {
            axes.add(DependenceAxis.of(column, inputs, question.points()));
        }
        Map<String, Tensor> found = new LinkedHashMap<>();
        found.put("examples", indices(examples));
        found.put("own", own(columns, inputs));
        found.put("unchanged", predict(inputs));
        found.put(
                "answers",
                axes.size() == 1
                        ? PartialDependence.curves(this::predict, inputs, axes.get(0), progress)
                        : PartialDependence.surface(this::predict, inputs, axes.get(0), axes.get(1), progress));
        Path file = files.next("varied.npz");
        Npz.write(file, found);
        return new SessionEvent.Varied(
                question.request(),
                axes.stream()
                        .map(axis -> new DataEffects.VariedColumn(
                                axis.column(), axis.kind().name(), axis.values(), axis.labels()))
                        .toList(),
                files.relative(file),
                examples.length,
                seconds(began));
    }

    private static Tensor indices(int[] examples) {
        float[] indices = new float[examples.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = examples[i];
        }
        return Tensor.of(indices, indices.length);
    }

    private static Tensor own(List<InputColumn> columns, Tensor inputs) {
        float[] own = new float[inputs.rows() * columns.size()];
        for (int i = 0; i < inputs.rows(); i++) {
            float[] input = inputs.row(i).values();
            for (int k = 0; k < columns.size(); k++) {
                own[i * columns.size() + k] = (float) columns.get(k).value(input);
            }
        }
        return Tensor.of(own, inputs.rows(), columns.size());
    }

    /** Probabilities of all classes or values in raw units, [n, targets]. */
    Tensor predict(Tensor inputs) {
        ScoredObjective objective = (ScoredObjective) network.objective();
        int width = objective.outputs();
        List<float[]> rows = new ArrayList<>();
        for (int start = 0; start < inputs.rows(); start += BATCH) {
            int[] chunk = new int[Math.min(BATCH, inputs.rows() - start)];
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = start + i;
            }
            double[] outputs = network.outputs(inputs.rows(chunk), null);
            for (int i = 0; i < chunk.length; i++) {
                rows.add(objective.predictions(Arrays.copyOfRange(outputs, i * width, (i + 1) * width)));
            }
        }
        int targets = rows.get(0).length;
        float[] all = new float[rows.size() * targets];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * targets, targets);
        }
        return Tensor.of(all, rows.size(), targets);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
