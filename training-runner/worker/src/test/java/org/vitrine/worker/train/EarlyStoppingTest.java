package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.Batches;

/** A net that learns 30 flowers by heart: its validation loss falls, then rises. */
class EarlyStoppingTest {
    private static final int PATIENCE = 3;
    private static final ModelGraph GRAPH =
            Graphs.chain(new Input(), new Dense(32, Activation.RELU), new ClassificationOutput());
    private static final Dataset DATA = Examples.first(30, 20, Examples.load("iris", Map.of()));

    @TempDir
    Path folder;

    private static TrainingSettings settings(int epochs, boolean restoreBest) {
        return Parameters.with(
                Parameters.with(Settings.adam(epochs, 8, 0.05), "patience", PATIENCE), "restoreBest", restoreBest);
    }

    private static List<Double> validation(TrainingRuns run) {
        return run.events(RunEvent.EpochDone.class).stream()
                .map(RunEvent.EpochDone::validationLoss)
                .toList();
    }

    @Test
    void endsWhenPatienceDoesAndTakesTheBestWeightsBack() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = run.trainer(GRAPH, DATA, settings(300, true));
        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.FINISHED);

        List<Double> losses = validation(run);
        double least = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        int best = losses.indexOf(least) + 1;
        assertThat(losses).hasSize(best + PATIENCE).hasSizeLessThan(300);
        assertThat(run.events)
                .contains(new RunEvent.StoppedEarly(losses.size(), best), new RunEvent.BestRestored(best, least));
        assertThat(Batches.evaluate(trainer.network(), DATA.validation())
                        .score()
                        .meanLoss())
                .isEqualTo(least);
        // A worker that goes on from the checkpoint evaluates these weights too.
        Trainer again = new TrainingRuns(folder).trainer(GRAPH, DATA, settings(300, true));
        assertThat(again.train()).isEqualTo(Trainer.Outcome.FINISHED);
        assertThat(Batches.evaluate(again.network(), DATA.validation()).score().meanLoss())
                .isEqualTo(least);
    }

    @Test
    void keepsTheLastWeightsWhereTheBestAreNotWanted() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = run.trainer(GRAPH, DATA, settings(300, false));
        trainer.train();

        List<Double> losses = validation(run);
        assertThat(run.events(RunEvent.StoppedEarly.class)).hasSize(1);
        assertThat(run.events(RunEvent.BestRestored.class)).isEmpty();
        assertThat(Batches.evaluate(trainer.network(), DATA.validation())
                        .score()
                        .meanLoss())
                .isEqualTo(losses.get(losses.size() - 1));
    }

    @Test
    void moreEpochsCountFromTheEarlyEnd() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = run.trainer(GRAPH, DATA, settings(300, true));
        trainer.train();
        int ended = trainer.epochs();

        run.commands.add(new WorkerCommand.TrainMore(2));
        assertThat(trainer.isExtended()).isTrue();
        trainer.train();

        assertThat(trainer.epochs()).isEqualTo(ended + 2);
        assertThat(run.events).contains(new RunEvent.EpochsExtended(ended + 2));
    }

    @Test
    void aKilledRunCountsOnWithItsPatience() throws Exception {
        TrainingRuns whole = new TrainingRuns(folder.resolve("whole"));
        Trainer uninterrupted = whole.trainer(GRAPH, DATA, settings(300, true));
        uninterrupted.train();
        int killedAt = uninterrupted.epochs() - 1;

        TrainingRuns killed = new TrainingRuns(folder.resolve("killed"));
        killed.checkpointSeconds = 0;
        Trainer first = killed.trainer(GRAPH, DATA, settings(300, true), event -> {
            killed.events.add(event);
            if (event instanceof RunEvent.EpochDone done && done.epoch() == killedAt) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(first::train).hasMessage("killed");
        Trainer second = new TrainingRuns(killed.folder).trainer(GRAPH, DATA, settings(300, true));
        second.train();

        assertThat(second.epochs()).isEqualTo(uninterrupted.epochs());
        assertThat(second.network().params().data().asFloat())
                .containsExactly(uninterrupted.network().params().data().asFloat());
    }
}
