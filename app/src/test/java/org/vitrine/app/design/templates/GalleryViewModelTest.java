package org.vitrine.app.design.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.app.welcome.Example;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.graph.model.DataReference;

class GalleryViewModelTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Background atOnce = new Background(Runnable::run, Runnable::run);
    private final GalleryViewModel model = new GalleryViewModel(
            () -> Template.readAll(new DatasetTexts(Locale.ENGLISH)),
            DatasetCatalogue.builtIn(),
            new Latest(atOnce, timer),
            new Latest(atOnce, timer));

    @BeforeEach
    void load() {
        model.load();
    }

    @AfterEach
    void endTimer() {
        timer.shutdownNow();
    }

    private Template template(String name) {
        return model.shown().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allTemplatesAndExamplesAreThereWithPictures() {
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.shown()).hasSizeGreaterThan(30);
        assertThat(model.shown().stream().filter(Template::isArchitecture)).hasSizeGreaterThanOrEqualTo(17);
        assertThat(model.shown())
                .extracting(Template::name)
                .containsAll(Example.ALL.stream().map(Example::name).toList());
        assertThat(model.shown()).allSatisfy(each -> {
            assertThat(each.data()).isNotBlank();
            assertThat(IntStream.of(each.thumbnail().argb()).anyMatch(pixel -> pixel != 0))
                    .isTrue();
        });
        assertThat(model.chosen().get()).isPresent();
    }

    @Test
    void searchAndStylesNarrowTheList() {
        model.search().set("resnet");
        assertThat(model.shown()).extracting(Template::name).containsExactly("resnet-small");
        assertThat(model.chosen().get()).map(Template::name).contains("resnet-small");
        model.search().set("");
        model.styles().add(Style.TRANSFORMER);
        assertThat(model.shown())
                .allMatch(each -> each.style() == Style.TRANSFORMER)
                .hasSizeGreaterThan(4);
        model.search().set("xyzzy");
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void aTemplateIsMadeToFitOtherData() {
        model.choose(template("lenet-mnist"));
        assertThat(model.document()).isEqualTo(model.chosen().get().map(Template::document));
        model.tryWith(DataReference.of("digits"), "Small digits");
        assertThat(model.fit().get()).isInstanceOfSatisfying(Fit.Fits.class, fits -> assertThat(fits.changes())
                .isNotEmpty());
        assertThat(model.document().orElseThrow().data()).isEqualTo(DataReference.of("digits"));
        model.choose(template("mlp-iris"));
        assertThat(model.fit().get()).isInstanceOf(Fit.OwnData.class);
    }

    @Test
    void dataOfAnotherKindIsRefusedAndDataThatIsMissingTold() {
        model.choose(template("lenet-mnist"));
        model.tryWith(DataReference.of("iris"), "Iris");
        assertThat(model.fit().get()).isInstanceOf(Fit.Refused.class);
        assertThat(model.document()).isEmpty();
        model.tryWith(DataReference.of("no-such-data"), "Nothing");
        assertThat(model.fit().get()).isInstanceOfSatisfying(Fit.Refused.class, refused -> assertThat(refused.why())
                .contains("no-such-data"));
        model.ownData();
        assertThat(model.document()).isPresent();
    }

    @Test
    void aSketchHasAllNodesAndEdges() throws IOException {
        var document = Example.read("transformer-dates");
        GraphSketch sketch = GraphSketch.of(document);
        assertThat(sketch.dots()).hasSameSizeAs(document.graph().nodes());
        assertThat(sketch.lines()).hasSameSizeAs(document.graph().edges());
        assertThat(sketch.width()).isGreaterThan(sketch.height());
    }

    @Test
    void whatCanNotBeReadIsTold() {
        GalleryViewModel broken = new GalleryViewModel(
                () -> {
                    throw new IOException("no gallery here");
                },
                DatasetCatalogue.builtIn(),
                new Latest(atOnce, timer),
                new Latest(atOnce, timer));
        broken.load();
        assertThat(broken.trouble().get()).contains("no gallery here");
        assertThat(broken.chosen().get()).isEqualTo(Optional.empty());
        assertThat(broken.shown()).isEqualTo(List.of());
    }
}
