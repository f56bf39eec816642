package org.vitrine.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Split;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSource;
import org.vitrine.datasets.importing.Importer;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

class CatalogueTest {
    private static final DatasetCatalogue CATALOGUE = DatasetCatalogue.builtIn();

    static List<String> ids() {
        return CATALOGUE.sources().stream()
                .filter(source -> !(source instanceof Importer) && !(source instanceof DownloadedSource))
                .map(source -> source.descriptor().id())
                .toList();
    }

    static List<String> importers() {
        return CATALOGUE.sources().stream()
                .filter(Importer.class::isInstance)
                .map(source -> source.descriptor().id())
                .toList();
    }

    static Stream<String> generated() {
        return CATALOGUE.sources().stream()
                .map(DatasetSource::descriptor)
                .filter(descriptor -> descriptor.options().stream()
                        .anyMatch(option -> option.name().equals("examples")))
                .map(DatasetDescriptor::id)
                // Of its shortest numbers there are few; they come again within a part.
                .filter(id -> !id.equals("digit-strips"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everySetLoadsWhatItsSpecPromises(String id) throws DatasetException {
        Dataset dataset = load(id, Map.of());
        for (Part part : Part.values()) {
            Batch batch = all(dataset.part(part));
            assertThat(batch.size()).isPositive();
            assertThat(batch.inputs().size() / batch.size())
                    .isEqualTo((int) dataset.spec().input().size());
            for (float value : batch.inputs().values()) {
                assertThat(Float.isFinite(value)).isTrue();
            }
            Target target = dataset.spec().target();
            assertThat(dataset.targetNames()).hasSize(target.size());
            if (target.kind() == Target.Kind.CLASSES) {
                assertThat(batch.targets().shape()).containsExactly(batch.size());
                assertThat(dataset.targetScales()).isEmpty();
                int[] counts = classCounts(batch, target.size());
                if (dataset.descriptor().task() != Task.VERIFICATION) {
                    assertThat(counts).doesNotContain(0);
                }
            } else if (target.kind() == Target.Kind.VALUES) {
                assertThat(batch.targets().shape()).containsExactly(batch.size(), target.size());
                assertThat(dataset.targetScales()).hasSize(target.size());
            } else {
                checkManyTargets(batch, target, (int) dataset.spec().sourceSteps());
            }
            if (dataset.spec().input() instanceof Tokens tokens
                    && dataset.presentation() instanceof Presentation.Text) {
                checkMask(batch, dataset.spec(), tokens, dataset.part(part));
            } else if (!(dataset.spec().input() instanceof Sequence)) {
                assertThat(batch.mask()).isNull();
            }
            if (dataset.presentation() instanceof Presentation.Picture) {
                for (float value : batch.inputs().values()) {
                    assertThat(value).isBetween(0f, 1f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSameSeedGivesTheSameBytes(String id) throws DatasetException {
        Dataset first = load(id, Map.of());
        assertThat(load(id, Map.of()).fingerprint()).isEqualTo(first.fingerprint());
        if (first.descriptor().options().stream()
                .anyMatch(option -> option.name().equals("seed"))) {
            assertThat(load(id, Map.of("seed", "7")).fingerprint()).isNotEqualTo(first.fingerprint());
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void noExampleOfAGeneratedSetIsInTwoParts(String id) throws DatasetException {
        Dataset dataset = load(id, Map.of());
        Set<List<Float>> seen = new HashSet<>();
        int count = 0;
        for (Part part : Part.values()) {
            Split split = dataset.part(part);
            count += split.size();
            for (int i = 0; i < split.size(); i++) {
                seen.add(floats(split.example(i)));
            }
        }
        assertThat(seen.size()).isEqualTo(count);
    }

    @ParameterizedTest
    @MethodSource("generated")
    void moreExamplesKeepTheEarlierOnes(String id) throws DatasetException {
        Stage few =
                CATALOGUE.raw(new DataReference(id, Map.of("examples", "240"))).stage();
        Stage many =
                CATALOGUE.raw(new DataReference(id, Map.of("examples", "600"))).stage();
        for (Part part : Part.values()) {
            for (int i = 0; i < few.part(part).size(); i++) {
                assertThat(many.part(part).example(i)).isEqualTo(few.part(part).example(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void classesOfGeneratedSetsAreBalanced(String id) throws DatasetException {
        Dataset dataset = load(id, Map.of("examples", "1200"));
        if (dataset.spec().target().kind() != Target.Kind.CLASSES) {
            return;
        }
        for (Part part : Part.values()) {
            int[] counts =
                    classCounts(all(dataset.part(part)), dataset.spec().target().size());
            assertThat(counts).containsOnly(counts[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everySetAndOptionHasItsTexts(String id) throws DatasetException {
        DatasetTexts texts = new DatasetTexts(Locale.ENGLISH);
        assertThat(texts.title(id)).isNotBlank();
        assertThat(texts.summary(id)).isNotBlank();
        for (DatasetOption option : CATALOGUE.byId(id).descriptor().options()) {
            assertThat(texts.optionLabel(id, option.name())).isNotBlank();
            assertThat(texts.optionHelp(id, option.name())).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void theUsersOwnFilesHaveTheirTexts(String id) throws DatasetException {
        everySetAndOptionHasItsTexts(id);
        DatasetTexts texts = new DatasetTexts(Locale.ENGLISH);
        for (DatasetOption option : CATALOGUE.byId(id).descriptor().options()) {
            option.choices().forEach(choice -> assertThat(texts.choice(option.name(), choice))
                    .isNotBlank());
        }
    }

    @Test
    void allTasksHaveTheirTexts() {
        DatasetTexts texts = new DatasetTexts(Locale.ENGLISH);
        for (Task task : Task.values()) {
            assertThat(texts.task(task)).isNotBlank();
        }
    }

    @Test
    void anUnknownSetIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> CATALOGUE.byId("minst"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("minst")
                .hasMessageContaining("mnist, fashion-mnist");
    }

    @Test
    void wrongOptionsAreNamedWithWhatIsAllowed() {
        assertThatThrownBy(() -> load("moons", Map.of("noise", "loud")))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Data set moons: option \"noise\" must be a number from 0.0 to 2.0, not \"loud\".");
        assertThatThrownBy(() -> load("moons", Map.of("noise", "NaN"))).isInstanceOf(DatasetException.class);
        assertThatThrownBy(() -> load("moons", Map.of("examples", "10.5")))
                .hasMessageContaining("a whole number from 100 to 50000");
        assertThatThrownBy(() -> load("moons", Map.of("turns", "2")))
                .hasMessageContaining("has no option \"turns\". It has: noise, examples, seed");
        assertThatThrownBy(() -> load("csv", Map.of())).hasMessageContaining("the path of a file");
    }

    @Test
    void anInterruptedLoadEndsWithAMessage() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> load("mnist", Map.of()))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("cancelled");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Steps and labels: indices or -1, and not on padding. Boxes: inside the image. */
    private static void checkManyTargets(Batch batch, Target target, int source) {
        boolean boxes = target.kind() == Target.Kind.BOXES;
        int width = boxes ? 5 : 1;
        float[] values = batch.targets().values();
        assertThat(values).hasSize(batch.size() * target.length() * width);
        boolean[] seen = new boolean[target.size()];
        for (int i = 0; i < values.length; i += width) {
            assertThat(values[i]).isEqualTo((int) values[i]).isBetween(-1f, target.size() - 1f);
            if (values[i] >= 0) {
                seen[(int) values[i]] = true;
            }
            if (boxes && values[i] >= 0) {
                assertThat(values[i + 1] - values[i + 3] / 2).isBetween(0f, 1f);
                assertThat(values[i + 1] + values[i + 3] / 2).isBetween(0f, 1f);
                assertThat(values[i + 2] - values[i + 4] / 2).isBetween(0f, 1f);
                assertThat(values[i + 2] + values[i + 4] / 2).isBetween(0f, 1f);
            }
            if (target.kind() == Target.Kind.STEP_CLASSES) {
                int place = i / target.length() * (source + target.length()) + source + i % target.length();
                if (Objects.requireNonNull(batch.mask()).values()[place] == 0) {
                    assertThat(values[i]).isEqualTo(-1f);
                }
            }
        }
        assertThat(seen).contains(true);
        for (int row = 0; row < batch.size(); row++) {
            float[] one = batch.targets().row(row).values();
            assertThat(java.util.stream.IntStream.range(0, one.length / width).anyMatch(i -> one[i * width] >= 0))
                    .isTrue();
        }
    }

    /** Real steps come first, in the source and in what follows it, and each has its word. */
    private static void checkMask(Batch batch, DataSpec spec, Tokens tokens, Split split) {
        Tensor mask = Objects.requireNonNull(batch.mask());
        assertThat(mask.shape()).containsExactly(batch.size(), (int) tokens.length());
        for (int i = 0; i < batch.inputs().size(); i++) {
            float id = batch.inputs().values()[i];
            assertThat(id).isBetween(0f, tokens.vocabulary() - 1f);
            assertThat(mask.values()[i]).isEqualTo(id == 0 ? 0f : 1f);
        }
        for (int row = 0; row < batch.size(); row++) {
            float[] steps = mask.row(row).values();
            int real = 0;
            for (int step = 0; step < steps.length; step++) {
                boolean first = step == 0 || step == spec.sourceSteps();
                assertThat(steps[step]).isLessThanOrEqualTo(first ? 1 : steps[step - 1]);
                real += (int) steps[step];
            }
            assertThat(split.words(row)).hasSize(real).isNotEmpty();
        }
    }

    private static Dataset load(String id, Map<String, String> options) throws DatasetException {
        return CATALOGUE.load(new DataReference(id, options));
    }

    private static Batch all(Split split) {
        return split.batch(IntStream.range(0, split.size()).toArray());
    }

    private static int[] classCounts(Batch batch, int classes) {
        int[] counts = new int[classes];
        for (float label : batch.targets().values()) {
            assertThat(label).isEqualTo((int) label).isBetween(0f, classes - 1f);
            counts[(int) label]++;
        }
        return counts;
    }

    private static List<Float> floats(Batch example) {
        Float[] values = new Float[example.inputs().size()];
        Arrays.setAll(values, i -> example.inputs().values()[i]);
        return List.of(values);
    }
}
