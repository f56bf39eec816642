package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.app.report.Figures;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.TrainingFinished;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.RunStore;

/** What became of a run, for the person or the script that started it. */
record TrainingOutcome(RunDirectory run, RunState state, Metric metric, Optional<Path> report) {

    int exitCode() {
        return switch (state.status()) {
            case FINISHED -> ExitCode.OK;
            case STOPPED -> ExitCode.STOPPED;
            default -> ExitCode.FAILED;
        };
    }

    int epochs() {
        return state.latest(TrainingFinished.class)
                .map(TrainingFinished::epochs)
                .orElse(state.lastEpoch().map(EpochDone::epoch).orElse(0));
    }

    double seconds() {
        return state.latest(TrainingFinished.class)
                .map(TrainingFinished::seconds)
                .orElseGet(
                        () -> state.elapsed(Instant.now()).orElse(Duration.ZERO).toMillis() / 1000.0);
    }

    /** One object with what scripts need. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", run.path().toString());
        json.put("id", run.id());
        json.put("status", state.status().toString().toLowerCase(Locale.ROOT));
        json.put("epochs", epochs());
        json.put("seconds", Math.round(seconds() * 1000) / 1000.0);
        json.put("device", state.device().map(Device::toString).orElse("none"));
        state.test().ifPresent(test -> {
            json.put(key(metric), test.metric());
            json.put("testLoss", test.loss());
        });
        report.ifPresent(page -> json.put("report", page.toString()));
        state.failure().ifPresent(failure -> json.put("error", failure.what()).put("cure", failure.cure()));
        state.diverged().ifPresent(diverged -> json.put("error", diverged.what())
                .put("cure", String.join("; ", diverged.advice())));
        return json;
    }

    /** What scripts know a metric by, such as {@code testAccuracy}. */
    static String key(Metric metric) {
        return switch (metric) {
            case ACCURACY -> "testAccuracy";
            case RMSE -> "testRmse";
            case LABEL_ERROR -> "testLabelError";
            case NEIGHBOUR_ACCURACY -> "testNeighbourAccuracy";
            case AVERAGE_PRECISION -> "testAveragePrecision";
        };
    }

    /** The same in words: results to standard output, trouble and the way on beside it. */
    void tell(Console console) {
        state.test()
                .ifPresent(test -> console.result(CliTexts.format(
                        "result." + metric,
                        metric.isShare() ? Figures.percent(test.metric()) : PlainProgress.number(test.metric()),
                        PlainProgress.number(test.loss()))));
        if (state.started().isPresent()) {
            console.result(CliTexts.format(
                    "result.training",
                    epochs(),
                    Figures.seconds(seconds()),
                    state.deviceName().orElse("-")));
        }
        console.result(CliTexts.format("result.run", run.path()));
        report.ifPresent(page -> console.result(CliTexts.format("result.report", page)));
    }

    /** How the next command can name the run. */
    private String reference() {
        Path usual = RunStore.defaultRoot().toAbsolutePath().normalize();
        return usual.equals(run.path().getParent()) ? run.id() : run.path().toString();
    }

    /** What went wrong, and how to go on. */
    void tellTrouble(Console console) {
        state.failure().ifPresent(failure -> console.say(CliTexts.format("failed", failure.message())));
        state.diverged().ifPresent(diverged -> {
            console.say(CliTexts.format("diverged", diverged.iteration(), diverged.what()));
            diverged.advice().forEach(advice -> console.say("  - " + advice));
        });
        if (state.status() == RunStatus.STOPPED) {
            console.say(CliTexts.format("stopped", epochs(), state.iterationsDone()));
        }
        if (state.isResumable()) {
            console.say(CliTexts.format("resumable", reference()));
        }
    }
}
