package org.vitrine.app.explain.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.vitrine.attribution.effects.ChosenExamples;
import org.vitrine.attribution.effects.DependenceAxis;
import org.vitrine.attribution.effects.Division;
import org.vitrine.attribution.effects.InputColumn;
import org.vitrine.attribution.effects.InputColumns;
import org.vitrine.attribution.effects.InputParts;
import org.vitrine.attribution.effects.PartialDependence;
import org.vitrine.attribution.effects.PermutationImportance;
import org.vitrine.attribution.effects.Predictor;
import org.vitrine.attribution.effects.Quality;
import org.vitrine.attribution.effects.Tester;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.event.DataEffects.PermutedPart;
import org.vitrine.runs.event.DataEffects.VariedColumn;
import org.vitrine.runs.event.SessionEvent.Permuted;
import org.vitrine.runs.event.SessionEvent.Varied;

/** Answers for a model that is a formula, on real data, at once or when the test says so. */
final class FormulaQuestions implements DataQuestions {
    private final Dataset data;
    private final Path folder;
    private final Predictor model;
    final List<String> asked = new ArrayList<>();
    boolean late;
    CompletableFuture<Permuted> open = new CompletableFuture<>();
    DoubleConsumer progress = share -> {};
    private int files;

    FormulaQuestions(Dataset data, Path folder, Predictor model) {
        this.data = data;
        this.folder = folder;
        this.model = model;
    }

    private Quality test(Split examples) {
        int[] all = new int[examples.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        Batch batch = examples.batch(all);
        Tensor answers = model.predict(batch.inputs());
        int targets = answers.shape()[1];
        double loss = 0;
        double metric = 0;
        for (int i = 0; i < all.length; i++) {
            float[] row = answers.row(i).values();
            float truth = batch.targets().row(i).values()[0];
            if (targets == 1) {
                double error = row[0] - data.targetScales().get(0).invert(truth);
                metric += error * error;
                loss += Math.pow(error / data.targetScales().get(0).deviation(), 2);
            } else {
                int best = 0;
                for (int k = 1; k < targets; k++) {
                    best = row[k] > row[best] ? k : best;
                }
                metric += best == (int) truth ? 1 : 0;
                loss -= Math.log(Math.max(1e-6, row[(int) truth]));
            }
        }
        metric /= all.length;
        return new Quality(loss / all.length, targets == 1 ? Math.sqrt(metric) : metric);
    }

    @Override
    public CompletableFuture<Permuted> permute(String by, int parts, int examples, int repeats, DoubleConsumer told) {
        asked.add("permute " + by + " " + parts + " " + examples + " " + repeats);
        progress = told;
        if (late) {
            open = new CompletableFuture<>();
            return open;
        }
        return CompletableFuture.completedFuture(permuted(by, parts, examples, repeats));
    }

    Permuted permuted(String by, int parts, int examples, int repeats) {
        Tester tester = this::test;
        PermutationImportance.Found found = PermutationImportance.of(
                tester,
                data.test(),
                ChosenExamples.of(data.test(), examples),
                InputParts.of(data, Division.valueOf(by.toUpperCase(Locale.ROOT)), parts, Locale.ENGLISH),
                repeats,
                42,
                share -> {});
        return new Permuted(
                "1",
                by,
                Math.min(examples, data.test().size()),
                repeats,
                found.base().loss(),
                found.base().metric(),
                found.parts().stream()
                        .map(part -> new PermutedPart(
                                part.part(),
                                part.permuted().stream().map(Quality::loss).toList(),
                                part.permuted().stream().map(Quality::metric).toList()))
                        .toList(),
                0.1);
    }

    @Override
    public CompletableFuture<Varied> vary(List<String> columns, int examples, DoubleConsumer told) {
        asked.add("vary " + columns + " " + examples);
        List<InputColumn> known = InputColumns.of(data);
        List<InputColumn> varied =
                columns.stream().map(name -> InputColumns.byName(known, name)).toList();
        int[] chosen = ChosenExamples.of(data.test(), examples);
        Tensor inputs = data.test().batch(chosen).inputs();
        List<DependenceAxis> axes;
        try {
            axes = varied.stream()
                    .map(column -> DependenceAxis.of(column, inputs, columns.size() == 1 ? 20 : 12))
                    .toList();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        float[] own = new float[chosen.length * columns.size()];
        float[] indices = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            indices[i] = chosen[i];
            for (int k = 0; k < columns.size(); k++) {
                own[i * columns.size() + k] =
                        (float) varied.get(k).value(inputs.row(i).values());
            }
        }
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("examples", Tensor.of(indices, indices.length));
        arrays.put("own", Tensor.of(own, chosen.length, columns.size()));
        arrays.put(
                "answers",
                axes.size() == 1
                        ? PartialDependence.curves(model, inputs, axes.get(0), share -> {})
                        : PartialDependence.surface(model, inputs, axes.get(0), axes.get(1), share -> {}));
        String file = "varied-" + files++ + ".npz";
        try {
            Npz.write(folder.resolve(file), arrays);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CompletableFuture.completedFuture(new Varied(
                "1",
                axes.stream()
                        .map(axis -> new VariedColumn(axis.column(), axis.kind().name(), axis.values(), axis.labels()))
                        .toList(),
                file,
                chosen.length,
                0.1));
    }
}
