package org.vitrine.runs.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Fingerprint;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Pipeline;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.steps.PipelineJson;
import org.vitrine.graph.json.AtomicFiles;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.json.Json;
import org.vitrine.runs.watch.WatchFiles;

/** The folder of one run and its files. */
public record RunDirectory(Path path) implements WorkerFiles {
    public RunDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The run's id, which is the folder's name. */
    public String id() {
        return path.getFileName().toString();
    }

    public Path recordFile() {
        return path.resolve("run.json");
    }

    public Path documentFile() {
        return path.resolve("graph.json");
    }

    /** Weights from elsewhere that training starts from; there if {@code run.json} names where they come from. */
    public Path initialWeightsFile() {
        return path.resolve("initial.npz");
    }

    public Path evaluationFile() {
        return path.resolve("evaluation.json");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    public Path attributions() {
        return path.resolve("attributions");
    }

    /** What was watched while the model learned. */
    public WatchFiles watch() {
        return new WatchFiles(path.resolve("watch"));
    }

    public Path sessions() {
        return path.resolve("sessions");
    }

    public RunRecord readRecord() throws RunException {
        return read(recordFile(), RunRecord.class, "Run can not be read");
    }

    public void writeRecord(RunRecord record) throws RunException {
        write(recordFile(), record, "Run can not be written");
    }

    /** What is trained: graph, data and settings. */
    public GraphDocument readDocument() throws IOException {
        return DocumentJson.read(documentFile());
    }

    public void writeDocument(GraphDocument document) throws RunException {
        try {
            DocumentJson.write(document, documentFile());
        } catch (IOException e) {
            throw RunException.of("Run can not be written", documentFile(), e);
        }
    }

    /** What was fitted between the data set and the network; there as soon as training began. */
    public Path pipelineFile() {
        return path.resolve("pipeline.json");
    }

    public void writePipeline(Pipeline pipeline) throws RunException {
        try {
            PipelineJson.write(pipelineFile(), pipeline);
        } catch (IOException e) {
            throw RunException.of("Run can not be written", pipelineFile(), e);
        }
    }

    /**
     * The data of the run, prepared as its model was trained with them; before that by steps that are fitted now.
     *
     * @throws IOException if the run can not be read
     * @throws DatasetException if the data can not be loaded
     */
    public Dataset loadData(DatasetCatalogue catalogue) throws IOException, DatasetException {
        DataReference data = readDocument().data();
        return Files.exists(pipelineFile())
                ? catalogue.load(data, PipelineJson.read(pipelineFile()))
                : catalogue.load(data);
    }

    /** How vectors of words are trained; empty for runs that train a graph. */
    public Optional<WordSettings> readWordSettings() throws RunException {
        return trainsWords()
                ? Optional.of(read(wordSettingsFile(), WordSettings.class, "Run can not be read"))
                : Optional.empty();
    }

    /** Whether vectors of words are trained, not a graph. */
    public boolean trainsWords() {
        return Files.exists(wordSettingsFile());
    }

    private Path wordSettingsFile() {
        return path.resolve("words.json");
    }

    void writeWordSettings(WordSettings settings) throws RunException {
        write(wordSettingsFile(), settings, "Run can not be written");
    }

    void writeInitialWeights(Map<String, Tensor> weights, String source, boolean trains) throws RunException {
        try {
            Npz.write(initialWeightsFile(), weights);
            GivenWeights given = new GivenWeights(source, Fingerprint.ofFile(initialWeightsFile()), trains);
            writeRecord(readRecord().withWeights(given));
        } catch (IOException e) {
            throw RunException.of("Weights can not be written", initialWeightsFile(), e);
        }
    }

    /** Where vectors of words stand when their training is over. */
    public Path words() {
        return path.resolve("words");
    }

    /** The predictions on the test part; empty until they were made. */
    public Optional<TestEvaluation> readEvaluation() throws RunException {
        return Files.exists(evaluationFile())
                ? Optional.of(read(evaluationFile(), TestEvaluation.class, "Test results can not be read"))
                : Optional.empty();
    }

    public void writeEvaluation(TestEvaluation evaluation) throws RunException {
        write(evaluationFile(), evaluation, "Test results can not be written");
    }

    /** Where the run stands now, its process looked at. Reads the whole event file. */
    public RunState readState() throws RunException {
        return RunReader.summaryOf(this).readAll();
    }

    /** For the worker: the commands that it has still to obey. */
    public CommandReader openCommands(RunState state, Consumer<String> notes) {
        return new CommandReader(commandsFile(), notes, Math.max(state.acceptedCommands() + 1, state.commandsBefore()));
    }

    /** A new folder for a session worker. */
    public SessionDirectory newSession() throws RunException {
        try {
            Files.createDirectories(sessions());
            for (int number = 1; ; number++) {
                Path folder = sessions().resolve(Integer.toString(number));
                if (createdNow(folder)) {
                    SessionDirectory session = new SessionDirectory(this, folder);
                    Files.createFile(session.commandsFile());
                    return session;
                }
            }
        } catch (IOException e) {
            throw RunException.of("Session can not be started", sessions(), e);
        }
    }

    private static boolean createdNow(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static <T> T read(Path file, Class<T> type, String doing) throws RunException {
        try {
            return Json.mapper().readValue(file.toFile(), type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new RunException(
                    doing + ": " + file + " is damaged: " + e.getOriginalMessage(),
                    "Restore the file from a copy, or delete the run",
                    e);
        } catch (IOException e) {
            throw RunException.of(doing, file, e);
        }
    }

    private static void write(Path file, Object value, String doing) throws RunException {
        try {
            AtomicFiles.write(
                    file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
        } catch (IOException e) {
            throw RunException.of(doing, file, e);
        }
    }
}
