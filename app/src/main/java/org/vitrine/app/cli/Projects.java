package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.store.RunDirectory;

/** Project files and their data, checked before a worker sees them. */
final class Projects {
    private final DatasetCatalogue catalogue = DatasetCatalogue.builtIn();

    /** A document that can be trained, and its data. */
    record Project(GraphDocument document, Dataset dataset) {}

    /** Reads a file; the given settings win over the file's. */
    Project read(Path file, @Nullable Integer epochs, @Nullable Long seed) throws BadInputException {
        GraphDocument document;
        try {
            document = DocumentJson.read(file);
        } catch (DocumentFormatException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        TrainingSettings training = with(document.training(), epochs, seed);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        GraphDocument ready = document.withTraining(training).withData(absolute(document.data(), folder));
        Dataset dataset = load(ready.data());
        check(file, ready, dataset);
        return new Project(ready, dataset);
    }

    /** The data of a document; its files stand beside the project file. */
    Dataset dataOf(Path file, GraphDocument document) throws BadInputException {
        return load(absolute(
                document.data(),
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""))));
    }

    Dataset load(DataReference data) throws BadInputException {
        try {
            return catalogue.load(data);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The data of a run, prepared as its model takes them. */
    static Dataset data(RunDirectory run) throws IOException, BadInputException {
        try {
            return run.loadData(DatasetCatalogue.builtIn());
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The class or value of this name, or of this number from 0. */
    static int target(Dataset dataset, String wanted) throws BadInputException {
        return target(dataset.targetNames(), wanted);
    }

    /** The index of this name, or of this number from 0. */
    static int target(List<String> names, String wanted) throws BadInputException {
        int index = names.indexOf(wanted);
        if (index < 0 && wanted.matches("\\d{1,6}")) {
            index = Integer.parseInt(wanted);
        }
        if (index < 0 || index >= names.size()) {
            throw new BadInputException(CliTexts.format("target.wrong", wanted, String.join(", ", names)));
        }
        return index;
    }

    /** Whether the data ask for classes, not for values. */
    static boolean isClassification(Dataset dataset) {
        return dataset.spec().target().kind() == Target.Kind.CLASSES;
    }

    /** Files of data stand beside the project file; the worker runs elsewhere. */
    private DataReference absolute(DataReference data, Path folder) throws BadInputException {
        DatasetDescriptor descriptor;
        try {
            descriptor = catalogue.byId(data.dataset()).descriptor();
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        Map<String, String> options = new TreeMap<>(data.options());
        for (DatasetOption option : descriptor.options()) {
            if (option.kind() == DatasetOption.Kind.FILE || option.kind() == DatasetOption.Kind.FOLDER) {
                options.computeIfPresent(
                        option.name(),
                        (name, value) -> value.isBlank()
                                ? value
                                : folder.resolve(value).normalize().toString());
            }
        }
        return data.withOptions(options);
    }

    private static void check(Path file, GraphDocument document, Dataset dataset) throws BadInputException {
        List<String> errors = GraphAnalyzer.analyze(document, Optional.of(dataset.spec())).problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(problem ->
                        "  " + place(problem.where()) + problem.what() + numbers(problem) + " " + problem.cure())
                .toList();
        if (!errors.isEmpty()) {
            throw new BadInputException(CliTexts.format("graph.wrong", file, errors.size())
                    + System.lineSeparator()
                    + String.join(System.lineSeparator(), errors));
        }
    }

    private static String numbers(Problem problem) {
        return problem.numbers().isBlank() ? "" : " (" + problem.numbers() + ")";
    }

    private static String place(Where where) {
        if (where instanceof Where.AtNode node) {
            return node.id() + ": ";
        }
        return where instanceof Where.AtPort port ? port.id() + ": " : "";
    }

    private static TrainingSettings with(TrainingSettings was, @Nullable Integer epochs, @Nullable Long seed) {
        TrainingSettings now = epochs == null ? was : Parameters.with(was, "epochs", epochs);
        return seed == null ? now : Parameters.with(now, "seed", seed);
    }
}
