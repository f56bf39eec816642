package org.vitrine.app.explain.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.app.explain.PanelFiles;
import org.vitrine.app.explain.write.TranslatingViewModel.Sample;
import org.vitrine.app.settings.Theme;
import org.vitrine.runs.event.SessionEvent.TextSampled;
import org.vitrine.runs.event.SessionEvent.TextTranslated;

/** What models wrote can be taken away. */
class WrittenPanelsTest {
    private final HandAuthor author = new HandAuthor();

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void show(Parent view) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            Scene scene = new Scene(view, 1100, 640);
            scene.getStylesheets()
                    .add(Objects.requireNonNull(WritingView.class.getResource("/org/vitrine/app/workbench.css"))
                            .toExternalForm());
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void aTextIsWrittenWithTheProbabilityOfEachToken() throws Exception {
        WritingViewModel model = new WritingViewModel(new WritingViewModel.Pulse() {
            @Override
            public <T> Consumer<T> to(Consumer<List<T>> receiver) {
                return one -> receiver.accept(List.of(one));
            }
        });
        WritingView view =
                WaitForAsyncUtils.waitForAsyncFx(30_000, () -> new WritingView(model, (panel, format) -> {}));
        show(view);
        fx(() -> {
            model.show("Austen", "It is", author);
            model.write();
            author.readers
                    .get(0)
                    .accept(new TextSampled(
                            "1", " a truth\nno", List.of(" a", " truth\n", "no"), List.of(0.9, 0.3, 0.004)));
        });

        assertThat(PanelFiles.csv(view, "written"))
                .startsWith("place,token,probability")
                .contains("0,\" a\",0.9")
                .endsWith("2,no,0.004\r\n");
    }

    @Test
    void anAnswerAndAllExamplesAreWritten() throws Exception {
        TranslatingViewModel model = new TranslatingViewModel(Runnable::run);
        TranslatingView view =
                WaitForAsyncUtils.waitForAsyncFx(30_000, () -> new TranslatingView(model, (panel, format) -> {}));
        show(view);
        Sample sample = new Sample("3 May 2020", "2020-05-03", "2020-05-08");
        fx(() -> {
            model.show("Dates", List.of(sample, sample), author);
            model.choose(sample);
            author.translations.get(0).complete(new TextTranslated("1", "2020-05-08", 0.6, 0.1));
        });

        assertThat(PanelFiles.csv(view, "translation").lines())
                .containsExactly("source,written,true,probability", "3 May 2020,2020-05-08,2020-05-03,0.6");
        assertThat(PanelFiles.csv(view, "translations")).hasLineCount(3);
    }
}
