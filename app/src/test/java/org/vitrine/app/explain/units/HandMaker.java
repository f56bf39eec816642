package org.vitrine.app.explain.units;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RankedExample;
import org.vitrine.runs.event.SessionEvent.Maximised;

/** Makes inputs when it is told to: what a LeNet once made of its classes, or anything of another shape. */
final class HandMaker implements Maker {
    record Asked(WorkerCommand.Maximise question, Consumer<Emerging> news, CompletableFuture<Made> answer) {}

    private final ModelGraph graph;
    private final List<Asked> asked = new ArrayList<>();

    HandMaker(ModelGraph graph) {
        this.graph = graph;
    }

    @Override
    public ModelGraph graph() {
        return graph;
    }

    @Override
    public CompletableFuture<Made> make(WorkerCommand.Maximise question, Consumer<Emerging> emerging) {
        Asked now = new Asked(question, emerging, new CompletableFuture<>());
        asked.add(now);
        return now.answer();
    }

    List<Asked> asked() {
        return asked;
    }

    Asked last() {
        return asked.get(asked.size() - 1);
    }

    /** What the LeNet made of a class, see lenet-units.txt. */
    static Made lenet(WorkerCommand.Maximise question) {
        Map<String, Tensor> stored;
        try (Npz npz = Npz.open(Path.of("src/test/resources/org/vitrine/app/explain/units/lenet-units.npz"))) {
            stored = npz.readAll();
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
        int unit = question.unit();
        float[] course = array(stored, "course/" + unit).values();
        float[] pairs = array(stored, "excited/" + unit).values();
        List<RankedExample> excited = new ArrayList<>();
        for (int i = 0; i < Math.min(question.examples(), pairs.length / 2); i++) {
            excited.add(new RankedExample((int) pairs[2 * i], pairs[2 * i + 1]));
        }
        List<Tensor> frames = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < array(stored, "frames").rows(); i++) {
            frames.add(array(stored, "frames").row(i));
            at.add(64 * i);
        }
        Maximised answer = new Maximised(
                "q",
                question.layer(),
                unit,
                "made.npz",
                course[course.length - 1],
                question.part(),
                excited,
                2000,
                0.5);
        return new Made(answer, array(stored, "input/" + unit), course, frames, at);
    }

    /** Something of another shape. */
    static Made of(WorkerCommand.Maximise question, Tensor input) {
        float[] course = new float[65];
        for (int i = 0; i < course.length; i++) {
            course[i] = (float) (3 - 3 * Math.exp(-i / 12.0));
        }
        Maximised answer = new Maximised(
                "q",
                question.layer(),
                question.unit(),
                "made.npz",
                course[64],
                question.part(),
                List.of(new RankedExample(2, 2.5), new RankedExample(0, 1.25)),
                60,
                0.5);
        return new Made(answer, input, course, List.of(), List.of());
    }

    private static Tensor array(Map<String, Tensor> stored, String name) {
        return Objects.requireNonNull(stored.get(name), name);
    }
}
