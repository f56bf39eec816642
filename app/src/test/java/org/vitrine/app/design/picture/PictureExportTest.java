package org.vitrine.app.design.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.shared.Background;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.picture.Paper;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.json.DocumentJson;

class PictureExportTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "lenet-mnist.vitrine");

    @TempDir
    Path folder;

    private final List<String> info = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<PictureWish> offered = new ArrayList<>();

    private PictureExport export(Path into, Function<PictureWish, Optional<PictureWish>> answer) throws IOException {
        GraphViewModel graph =
                new GraphViewModel(DocumentJson.read(EXAMPLE), GraphAnalyzer::analyze, new NoClipboard());
        return new PictureExport(
                graph,
                last -> {
                    offered.add(last);
                    return answer.apply(last);
                },
                new Answers(into),
                new Background(Runnable::run, Runnable::run),
                () -> EdgeStyle.ORTHOGONAL,
                info::add,
                errors::add);
    }

    @Test
    void thePictureIsWrittenWhereItWasAskedForAndTheFormatIsRemembered() throws IOException {
        PictureWish wish = new PictureWish(PictureFormat.PDF, Paper.LIGHT, 1);
        PictureExport export = export(folder, last -> Optional.of(wish));

        export.run();
        export.run();

        assertThat(errors).isEmpty();
        assertThat(info).hasSize(2).allMatch(text -> text.contains(".pdf"));
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(
                            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF"));
        }
        assertThat(offered).containsExactly(PictureWish.USUAL, wish);
    }

    @Test
    void whoLeavesTheQuestionGetsNoFile() throws IOException {
        export(folder, last -> Optional.empty()).run();

        assertThat(folder).isEmptyDirectory();
        assertThat(info).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsToldOf() throws IOException {
        export(folder.resolve("gone"), Optional::of).run();

        assertThat(errors).singleElement().asString().contains("gone");
    }

    private static final class NoClipboard implements GraphClipboard {
        @Override
        public void put(Fragment fragment) {}

        @Override
        public Optional<Fragment> get() {
            return Optional.empty();
        }
    }

    private record Answers(Path folder) implements FileDialogs {
        @Override
        public Optional<Path> chooseToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseImport(String extension) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseModel() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToSave(String suggested) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseExport(String suggested, String extension) {
            return Optional.of(folder.resolve(suggested + "." + extension));
        }

        @Override
        public Answer askUnsaved(String title) {
            return Answer.CANCEL;
        }
    }
}
