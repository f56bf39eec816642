package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Updater;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Graphs;
import org.vitrine.worker.Settings;
import org.vitrine.worker.network.Batches;

class TrainerTest {
    private static final ModelGraph MLP =
            Graphs.chain(new Input(), new Dense(16, Activation.TANH), new ClassificationOutput());
    private static final Dataset IRIS = Examples.load("iris", Map.of());

    @TempDir
    Path folder;

    @Test
    void learnsIris() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = run.trainer(MLP, IRIS, Settings.adam(60, 16, 0.02));

        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.FINISHED);

        assertThat(Batches.evaluate(trainer.network(), IRIS.test()).metric()).isGreaterThanOrEqualTo(0.9);
        List<RunEvent.EpochDone> epochs = run.events(RunEvent.EpochDone.class);
        assertThat(epochs).hasSize(60);
        assertThat(epochs.get(59).trainLoss()).isLessThan(epochs.get(0).trainLoss() / 3);
        assertThat(run.events(RunEvent.IterationDone.class))
                .as("the last iteration of each epoch is reported")
                .extracting(RunEvent.IterationDone::iteration)
                .containsAll(epochs.stream().map(RunEvent.EpochDone::iteration).toList());
    }

    @Test
    void obeysStopAndMoreEpochs() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Trainer trainer = run.trainer(MLP, IRIS, Settings.adam(2, 16, 0.02));
        run.commands.add(new WorkerCommand.TrainMore(3));

        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.FINISHED);
        assertThat(trainer.epochs()).isEqualTo(5);
        assertThat(run.events).contains(new RunEvent.EpochsExtended(5), new RunEvent.CommandAccepted(0));
        assertThat(trainer.isExtended()).isFalse();

        run.commands.add(new WorkerCommand.TrainMore(4));
        assertThat(trainer.isExtended()).isTrue();
        run.commands.add(new WorkerCommand.Stop());
        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.STOPPED);
        assertThat(trainer.epochs()).isEqualTo(5);
    }

    @Test
    void goesOnAfterAPause() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        run.commands.add(new WorkerCommand.Pause());
        Trainer trainer = run.trainer(MLP, IRIS, Settings.adam(2, 16, 0.02), event -> {
            run.events.add(event);
            if (event instanceof RunEvent.TrainingPaused) {
                run.commands.add(new WorkerCommand.Resume());
            }
        });

        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.FINISHED);
        assertThat(run.events).containsSubsequence(new RunEvent.TrainingPaused(0), new RunEvent.TrainingResumed(0));
    }

    @Test
    void tellsThatALossDiverged() throws Exception {
        TrainingRuns run = new TrainingRuns(folder);
        Dataset plane = Examples.load("plane", Map.of());
        ModelGraph linear = Graphs.chain(new Input(), new RegressionOutput(RegressionLoss.MSE));
        Trainer trainer = run.trainer(linear, plane, Settings.of(Updater.SGD, 50, 16, 10));

        assertThat(trainer.train()).isEqualTo(Trainer.Outcome.DIVERGED);
        RunEvent.TrainingDiverged divergence = trainer.divergence().orElseThrow();
        assertThat(divergence.iteration()).isEqualTo(trainer.iterations() + 1);
        assertThat(divergence.what()).contains("iteration " + divergence.iteration());
        assertThat(divergence.advice()).hasSize(3).first().asString().contains("1.0");
    }
}
