package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.runs.RunException;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.TestEvaluated;
import org.vitrine.runs.store.RunEntry;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vitrine runs}. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {
    private final Environment environment;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    RunsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws RunException {
        RunStore store = runs.store();
        List<RunEntry> entries = store.list();
        if (json) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            entries.forEach(entry -> list.add(json(entry)));
            environment.console().result(list);
        } else if (entries.isEmpty()) {
            environment.console().say(CliTexts.format("runs.none", store.root()));
        } else {
            environment
                    .console()
                    .result(String.format(Locale.ROOT, "%-10s %7s %10s  %s", "status", "epoch", "test", "run"));
            entries.forEach(entry -> environment.console().result(line(entry)));
        }
        return ExitCode.OK;
    }

    private static String line(RunEntry entry) {
        if (entry.problem().isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "%-10s %7s %10s  %s  (%s)",
                    "unreadable",
                    "",
                    "",
                    entry.id(),
                    entry.problem().get().getMessage());
        }
        RunState state = entry.state();
        return String.format(
                Locale.ROOT,
                "%-10s %7s %10s  %s",
                status(state),
                epochs(state) + "/" + state.epochsPlanned(),
                state.test()
                        .map(test -> entry.metric()
                                .map(metric -> PlainProgress.score(test.metric(), metric))
                                .orElseGet(() -> PlainProgress.number(test.metric())))
                        .orElse("-"),
                entry.id());
    }

    private static ObjectNode json(RunEntry entry) {
        RunState state = entry.state();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", entry.id());
        json.put("run", entry.directory().path().toString());
        json.put("title", entry.title());
        entry.problem().ifPresent(problem -> json.put("problem", problem.getMessage()));
        entry.record().ifPresent(record -> {
            json.put("created", record.created().toString());
            json.put("dataset", record.dataset());
            json.put("device", state.device().orElse(record.device()).toString());
        });
        json.put("status", status(state));
        json.put("epochs", epochs(state));
        json.put("epochsPlanned", state.epochsPlanned());
        json.put("progress", state.progress());
        json.put("resumable", state.isResumable());
        entry.metric().ifPresent(metric -> json.put("metric", metric.name()));
        state.test().map(TestEvaluated::metric).ifPresent(metric -> json.put("testMetric", metric));
        state.failure().ifPresent(failure -> json.put("error", failure.what()).put("cure", failure.cure()));
        return json;
    }

    private static String status(RunState state) {
        return state.status().toString().toLowerCase(Locale.ROOT);
    }

    private static int epochs(RunState state) {
        return state.lastEpoch().map(EpochDone::epoch).orElse(0);
    }
}
