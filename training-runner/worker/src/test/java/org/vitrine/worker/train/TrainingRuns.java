package org.vitrine.worker.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.EventSink;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.store.Rates;
import org.vitrine.worker.layers.EngineSettings;

/** A run in memory but for its checkpoints: commands are given, events kept. */
final class TrainingRuns {
    final List<RunEvent> events = new ArrayList<>();
    final Deque<WorkerCommand> commands = new ArrayDeque<>();
    final Path folder;
    double checkpointSeconds = Double.POSITIVE_INFINITY;
    private int sequence;

    TrainingRuns(Path folder) {
        EngineSettings.apply();
        this.folder = folder;
    }

    Trainer trainer(ModelGraph graph, Dataset data, TrainingSettings settings) throws RunException {
        return trainer(graph, data, settings, events::add);
    }

    Trainer trainer(ModelGraph graph, Dataset data, TrainingSettings settings, EventSink sink) throws RunException {
        Control control = new Control(this::take, () -> "", sink);
        return new Trainer(
                graph,
                data,
                settings,
                settings.epochs(),
                folder,
                folder.resolve("checkpoints"),
                new Rates(Rates.DEFAULT.reportSeconds(), checkpointSeconds),
                control,
                sink);
    }

    private List<NumberedCommand> take() {
        List<NumberedCommand> taken = new ArrayList<>();
        while (!commands.isEmpty()) {
            taken.add(new NumberedCommand(sequence++, commands.remove()));
        }
        return taken;
    }

    <E extends RunEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> checkpointFiles() throws IOException {
        try (var files = Files.list(folder.resolve("checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
