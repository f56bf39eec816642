package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrine.app.design.forecast.Analysis;
import org.vitrine.app.design.forecast.ForecastLine;
import org.vitrine.app.design.forecast.RunTimes;
import org.vitrine.app.design.forecast.TableText;
import org.vitrine.graph.cost.LayerCost;
import org.vitrine.graph.cost.ReceptiveField;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.forecast.CalibrationCache;
import org.vitrine.runs.forecast.Calibrator;
import org.vitrine.runs.forecast.Forecast;
import org.vitrine.runs.launch.WorkerLauncher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine analyze FILE}. */
@Command(name = "analyze")
final class AnalyzeCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "FILE", descriptionKey = "train.file")
    private Path file = Path.of("");

    @Option(names = "--measure", descriptionKey = "analyze.measure")
    private boolean measure;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "cpu", descriptionKey = "train.device")
    private Device device = new Device.Cpu();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    AnalyzeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        Projects.Project project = new Projects().read(file, null, null);
        WorkerLauncher launcher = environment.launcher().get();
        Calibrator calibrator = new Calibrator(launcher, CalibrationCache.beside(runs.store()));
        Optional<Calibrated> known = calibrator.known(project.document(), device);
        if (known.isEmpty() && measure) {
            environment.console().say(CliTexts.get("analyze.measuring"));
            try {
                known = Optional.of(calibrator.measure(project.document(), device, advanced -> {}));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.STOPPED;
            }
        }
        Analysis analysis = Analysis.of(
                project.document(),
                Optional.empty(),
                project.dataset(),
                known,
                new RunTimes(runs.store()).latest(project.document()),
                launcher.threads());
        if (json) {
            environment.console().result(json(analysis));
        } else {
            TableText.plain(analysis).forEach(environment.console()::result);
            int epochs = project.document().training().epochs();
            analysis.forecast().ifPresent(forecast -> tell(forecast, epochs));
        }
        return ExitCode.OK;
    }

    private void tell(Forecast forecast, int epochs) {
        String key = forecast.measured() ? "analyze.measured" : "analyze.estimated";
        environment.console().result("");
        environment.console().result(CliTexts.format(key, ForecastLine.of(forecast, epochs)));
    }

    private static ObjectNode json(Analysis analysis) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode layers = result.putArray("layers");
        analysis.layers().forEach((cost, seconds) -> {
            ObjectNode layer = layer(cost);
            seconds.ifPresent(value -> layer.put("seconds", value));
            layers.add(layer);
        });
        result.put("parameters", analysis.total().parameters());
        result.put("multiplyAdds", analysis.total().multiplyAdds());
        result.put("activationBytes", analysis.total().activationBytes());
        analysis.forecast().ifPresent(forecast -> result.putObject("forecast")
                .put("measured", forecast.measured())
                .put("iterationsPerEpoch", forecast.iterationsPerEpoch())
                .put("stepSeconds", forecast.stepSeconds())
                .put("epochSeconds", forecast.epochSeconds())
                .put("runSeconds", forecast.runSeconds())
                .put("peakBytes", forecast.peakBytes()));
        return result;
    }

    private static ObjectNode layer(LayerCost cost) {
        ObjectNode layer = JsonNodeFactory.instance.objectNode();
        layer.put("layer", cost.node().value());
        layer.put("type", cost.type());
        layer.put("output", cost.output().text());
        layer.put("parameters", cost.parameters());
        layer.put("multiplyAdds", cost.multiplyAdds());
        layer.put("activationBytes", cost.activationBytes());
        cost.field()
                .filter(field -> !field.whole())
                .map(ReceptiveField::size)
                .ifPresent(size -> layer.put("receptiveField", size));
        return layer;
    }
}
