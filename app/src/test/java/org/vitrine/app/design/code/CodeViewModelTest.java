package org.vitrine.app.design.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.Dataset;
import org.vitrine.exchange.code.Language;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.model.NodeId;

class CodeViewModelTest {
    private static final NodeId DENSE = new NodeId("dense1");

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private CodeFixture fixture;
    private CodeViewModel model;
    private Optional<Dataset> data = Optional.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void openIris() throws Exception {
        fixture = CodeFixture.in(folder);
        data = Optional.of(fixture.data());
        model = new CodeViewModel(
                fixture.graph(),
                () -> data,
                fixture.export(),
                () -> new Latest(new Background(workers, fx::add), timer),
                0);
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    private void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Runnable next = fx.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("something comes to the window's thread").isNotNull();
            if (next != null) {
                next.run();
            }
        }
    }

    private String text() {
        return model.codeProperty().get().text();
    }

    private void show() throws InterruptedException {
        model.shownProperty().set(true);
        await(() -> !text().isEmpty());
    }

    @Test
    void theProgramFollowsTheGraphAndTheLanguageWhileItIsShown() throws InterruptedException {
        assertThat(text()).isEmpty();
        show();
        assertThat(text()).contains("class Model(nn.Module)");
        fixture.graph().execute(new ReplaceLayer(DENSE, new Dense(77, Activation.GELU)));
        await(() -> text().contains("77"));
        model.languageProperty().set(Language.KERAS);
        await(() -> text().contains("layers.Dense(77, activation=\"gelu\""));
    }

    @Test
    void theLinesOfANodeAreKnownAndReadAsTheProgram() throws InterruptedException {
        show();
        List<CodeLine> lines = model.codeProperty().get().lines();
        assertThat(lines.stream().filter(line -> line.belongsTo(DENSE)).map(CodeLine::text))
                .anyMatch(line -> line.contains("self.dense1 = nn.Linear("))
                .anyMatch(line -> line.contains("dense1 = F.relu(self.dense1("))
                .allMatch(line -> line.contains("dense1"));
        assertThat(String.join("\n", lines.stream().map(CodeLine::text).toList()) + "\n")
                .isEqualTo(text());
        assertThat(lines.get(0).tokens()).extracting(CodeLine.Token::kind).containsExactly(CodeLine.Kind.COMMENT);
        assertThat(lines.stream()
                        .filter(line -> line.text().startsWith("import "))
                        .findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line.tokens().get(0).kind()).isEqualTo(CodeLine.Kind.KEYWORD));
    }

    @Test
    void aGraphWithErrorsAndMissingDataSaySo() throws InterruptedException {
        show();
        fixture.graph().execute(new ReplaceLayer(DENSE, new Embedding(4)));
        await(() -> model.codeProperty().get().trouble().contains("problems"));
        assertThat(text()).isEmpty();
        data = Optional.empty();
        model.refresh();
        assertThat(model.codeProperty().get().trouble()).contains("data set");
    }

    @Test
    void anExportWritesTheFolderAndSaysWhere() throws InterruptedException {
        show();
        Path out = folder.resolve("out");
        model.export(out);
        assertThat(model.busyProperty().get()).isTrue();
        await(() -> !model.busyProperty().get());
        assertThat(model.toldProperty().get()).contains(out.toString());
        assertThat(out.resolve("model.py")).isNotEmptyFile();
        assertThat(out.resolve("data.npz")).isNotEmptyFile();
        assertThat(out.resolve("weights.npz")).doesNotExist();
    }
}
