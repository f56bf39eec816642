package org.vitrine.packaging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.cli.Cli;

/** Asks on the command line, with runs in a folder of their own. */
final class Asked {
    private Asked() {}

    /** Runs a command, which has to succeed, and reads what it prints. */
    static JsonNode json(Path home, String... command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--json");
        return new ObjectMapper().readTree(text(home, arguments.toArray(String[]::new)));
    }

    /** Runs a command, which has to succeed. */
    static String text(Path home, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--runs", home.resolve("runs").toString()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Cli.run(arguments.toArray(String[]::new))).isZero();
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
