package org.vitrine.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.json.Samples;
import org.vitrine.runs.json.TaggedJson.UnreadableLineException;

class CommandReaderTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    static Stream<WorkerCommand> commands() {
        return Samples.of(WorkerCommand.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSurvivesOneLine(WorkerCommand command) throws UnreadableLineException {
        assertThat(CommandJson.read(CommandJson.write(Instant.now(), command))).isEqualTo(command);
    }

    @Test
    void aDrawingSurvivesOneLine() throws UnreadableLineException {
        Tensor drawing = Tensor.of(new float[] {0, 1 / 3f, 1, 0.1f}, 1, 2, 2);
        WorkerCommand look = new WorkerCommand.Look("1", NewInput.numbers(drawing), "gradient", null, 3);
        assertThat(CommandJson.read(CommandJson.write(Instant.now(), look))).isEqualTo(look);
    }

    @Test
    void commandsAreNumberedByLineAlsoBehindAnUnknownOne() throws IOException {
        write(new WorkerCommand.Pause());
        Files.writeString(file(), "{\"command\":\"Dance\",\"at\":1}\n", StandardOpenOption.APPEND);
        CommandReader reader = new CommandReader(file(), notes::add);
        assertThat(reader.poll()).containsExactly(new NumberedCommand(0, new WorkerCommand.Pause()));
        write(new WorkerCommand.Resume());
        assertThat(reader.poll()).containsExactly(new NumberedCommand(2, new WorkerCommand.Resume()));
        assertThat(notes).singleElement().asString().contains("Dance");
        assertThat(reader.lines()).isEqualTo(3);
    }

    @Test
    void aResumedWorkerStartsBehindWhatIsDone() throws IOException {
        write(new WorkerCommand.TrainMore(1));
        write(new WorkerCommand.Stop());
        write(new WorkerCommand.TrainMore(3));
        assertThat(new CommandReader(file(), notes::add, 2).poll())
                .containsExactly(new NumberedCommand(2, new WorkerCommand.TrainMore(3)));
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        CommandReader reader = new CommandReader(file(), notes::add);
        assertThat(reader.poll()).isEmpty();
        assertThat(reader.isGone()).isTrue();
        write(new WorkerCommand.Close());
        assertThat(reader.poll()).hasSize(1);
        assertThat(reader.isGone()).isFalse();
    }

    private void write(WorkerCommand command) throws IOException {
        try (CommandWriter writer = new CommandWriter(file())) {
            writer.write(command);
        }
    }

    private Path file() {
        return folder.resolve("commands.jsonl");
    }
}
