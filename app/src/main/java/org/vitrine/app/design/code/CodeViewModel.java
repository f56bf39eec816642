package org.vitrine.app.design.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.Dataset;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.export.DataFile;
import org.vitrine.exchange.code.export.Programs;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** The open graph as a program. Works only while someone looks. To be used on the FX thread. */
public final class CodeViewModel {
    private final GraphViewModel graph;
    private final Supplier<Optional<Dataset>> data;
    private final CodeExport export;
    private final Latest writing;
    private final Latest exporting;
    private final long delay;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.PYTORCH);
    private final ReadOnlyObjectWrapper<Shown> code = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    /**
     * A program, or why there is none.
     *
     * @param at the node at fault, if it is one alone
     */
    public record Shown(String text, List<CodeLine> lines, String trouble, Optional<NodeId> at) {
        static final Shown NOTHING = new Shown("", List.of(), "", Optional.empty());

        public Shown {
            lines = List.copyOf(lines);
        }

        static Shown because(String trouble, Optional<NodeId> at) {
            return new Shown("", List.of(), trouble, at);
        }
    }

    /**
     * @param latest makes an executor of work of which only the last counts
     * @param delay milliseconds of quiet before the program is written again
     */
    public CodeViewModel(
            GraphViewModel graph,
            Supplier<Optional<Dataset>> data,
            CodeExport export,
            Supplier<Latest> latest,
            long delay) {
        this.graph = graph;
        this.data = data;
        this.export = export;
        this.writing = latest.get();
        this.exporting = latest.get();
        this.delay = delay;
        graph.stateProperty().addListener((observable, before, now) -> {
            // Where nodes stand is no part of a program.
            if (!before.document().graph().equals(now.document().graph())
                    || !before.document().training().equals(now.document().training())
                    || !before.document().title().equals(now.document().title())
                    || !before.analysis().nodes().equals(now.analysis().nodes())) {
                refresh();
            }
        });
        shown.addListener((observable, before, now) -> refresh());
        language.addListener((observable, before, now) -> refresh());
    }

    /** Writes the program again, such as after data were read; if anybody looks. */
    public void refresh() {
        if (!shown.get()) {
            return;
        }
        GraphDocument document = graph.document();
        Optional<Dataset> dataset = data.get();
        Language wanted = language.get();
        if (dataset.isEmpty()) {
            writing.cancel();
            code.set(Shown.because(Texts.get("code.noData"), Optional.empty()));
            return;
        }
        writing.run(
                delay,
                () -> written(document, dataset.get(), wanted),
                code::set,
                failure -> code.set(Shown.because(message(failure), Optional.empty())));
    }

    private static Shown written(GraphDocument document, Dataset dataset, Language language) {
        try {
            ProgramSource source = ProgramSource.of(document, dataset.spec(), DataFile.isMasked(dataset));
            GeneratedCode made = Programs.generate(language, source);
            return new Shown(made.text(), CodeLine.of(made), "", Optional.empty());
        } catch (CodeException e) {
            return Shown.because(message(e), e.node());
        }
    }

    /** Writes the program with all that it needs into a folder. */
    public void export(Path folder) {
        Optional<Dataset> dataset = data.get();
        if (busy.get() || dataset.isEmpty()) {
            return;
        }
        GraphDocument document = graph.document();
        Language wanted = language.get();
        busy.set(true);
        told.set(Texts.get("code.exporting"));
        exporting.run(
                0,
                () -> export.write(folder, wanted, document, dataset.get(), export.latestRun(document)),
                done -> {
                    busy.set(false);
                    told.set(
                            done.run().isPresent()
                                    ? Texts.format(
                                            "code.exportedWithWeights",
                                            done.folder(),
                                            done.run().get())
                                    : Texts.format("code.exported", done.folder()));
                },
                failure -> {
                    busy.set(false);
                    told.set(message(failure));
                });
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** Whether anybody looks. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public ReadOnlyObjectProperty<Shown> codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** Whether an export is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What became of the last export. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }
}
