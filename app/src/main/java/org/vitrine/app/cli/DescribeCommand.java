package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.runs.event.RunEvent.DeviceFound;
import org.vitrine.runs.launch.DeviceProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vitrine describe}. */
@Command(name = "describe")
final class DescribeCommand implements Callable<Integer> {
    private final Environment environment;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DescribeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<DeviceFound> devices = new DeviceProbe(environment.launcher().get()).probe();
        if (json) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("java", Runtime.version().toString());
            result.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            ArrayNode list = result.putArray("devices");
            for (DeviceFound device : devices) {
                list.addObject()
                        .put("device", device.device())
                        .put("usable", device.usable())
                        .put("name", device.name())
                        .put("whyNot", device.whyNot());
            }
            environment.console().result(result);
        } else {
            for (DeviceFound device : devices) {
                environment
                        .console()
                        .result(
                                device.usable()
                                        ? CliTexts.format("device.usable", device.device(), device.name())
                                        : CliTexts.format(
                                                "device.unusable",
                                                device.device(),
                                                device.name(),
                                                String.valueOf(device.whyNot())));
            }
        }
        return ExitCode.OK;
    }
}
