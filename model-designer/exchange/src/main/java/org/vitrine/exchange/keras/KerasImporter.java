package org.vitrine.exchange.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.exchange.keras.KerasImport.MappedLayer;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.analysis.Where;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

/**
 * Reads sequential and functional models of Keras 2 and 3, {@code .h5} and {@code .keras}, with their weights. All or nothing:
 * layers and options that can not be honoured are told with their places, all at once.
 */
public final class KerasImporter {
    /** Stands for lengths that a model leaves open. */
    public static final int OPEN_LENGTH = 32;

    private KerasImporter() {}

    /** Whether a file's name is that of a Keras model. */
    public static boolean accepts(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".h5") || name.endsWith(".hdf5") || name.endsWith(".keras");
    }

    /** As {@link #read(Path, int)} with {@link #OPEN_LENGTH}. */
    public static KerasImport read(Path file) throws KerasImportException {
        return read(file, OPEN_LENGTH);
    }

    /**
     * Reads a file.
     *
     * @param openLength of axes of the input that the model leaves open, such as the steps of a text
     * @throws KerasImportException tells all that is in the way
     */
    public static KerasImport read(Path file, int openLength) throws KerasImportException {
        try (ModelFile model = ModelFile.open(file)) {
            return read(file, model, openLength);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Numbers in damaged files lead anywhere; nothing of the file is kept.
            throw new KerasImportException(KerasTexts.of("file.damaged", file, e.toString()), e);
        }
    }

    private static KerasImport read(Path file, ModelFile source, int openLength) throws KerasImportException {
        Problems problems = new Problems();
        Optional<KerasModel> model = new ModelParser(problems).parse(source.model());
        Optional<GraphMaker> maker = Optional.empty();
        if (model.isPresent()) {
            maker = Optional.of(new GraphMaker(model.get(), source, problems, openLength));
            maker.get().make();
        }
        if (problems.count() > 0 || maker.isEmpty()) {
            throw refused(file, problems);
        }
        GraphMaker made = maker.get();
        GraphDocument document = document(file, source.version(), made.draft().graph());
        check(document, made, problems);
        if (problems.count() > 0) {
            throw refused(file, problems);
        }
        return new KerasImport(
                document,
                made.draft().data(),
                made.draft().weights(),
                made.layers(),
                made.warnings(),
                source.version());
    }

    private static KerasImportException refused(Path file, Problems problems) {
        return new KerasImportException(KerasTexts.of("file.refused", file, problems.count()), problems.all());
    }

    private static GraphDocument document(Path file, String version, ModelGraph graph) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return new GraphDocument(
                dot > 0 ? name.substring(0, dot) : name,
                KerasTexts.of("document.notes", name, version.isEmpty() ? "?" : version),
                DataReference.of(""),
                graph,
                java.util.Map.of(),
                TrainingSettings.DEFAULT);
    }

    /** What is made is a graph that can be trained, or it is not given out. */
    private static void check(GraphDocument document, GraphMaker made, Problems problems) {
        List<Problem> errors = GraphAnalyzer.analyze(
                        document, Optional.of(made.draft().data()))
                .problems()
                .stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        for (Problem error : errors) {
            String place = error.where() instanceof Where.AtNode at
                    ? made.layers().stream()
                            .filter(layer -> layer.nodes().contains(at.id()))
                            .map(MappedLayer::place)
                            .findFirst()
                            .orElse(at.id().value())
                    : document.title();
            problems.add(place, "graph.wrong", error.what(), error.numbers());
        }
    }
}
