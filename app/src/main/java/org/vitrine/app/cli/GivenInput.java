package org.vitrine.app.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.input.NewInput;
import picocli.CommandLine.Option;

/** The options with which an input is given that is no example of a data set. */
final class GivenInput {
    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "input.text")
    private @Nullable String text;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "input.file")
    private @Nullable String file;

    @Option(names = "--value", paramLabel = "COLUMN=VALUE", descriptionKey = "input.value")
    private Map<String, String> values = new HashMap<>();

    /** The input, if one is given. */
    Optional<NewInput> input() throws BadInputException {
        int given = (text == null ? 0 : 1) + (file == null ? 0 : 1) + (values.isEmpty() ? 0 : 1);
        if (given > 1) {
            throw new BadInputException(CliTexts.get("input.many"));
        }
        if (text != null) {
            return Optional.of(NewInput.text(text));
        }
        if (file != null) {
            return Optional.of(NewInput.file(
                    java.nio.file.Path.of(file).toAbsolutePath().normalize().toString()));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(NewInput.cells(values));
    }
}
