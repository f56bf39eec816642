package org.vitrine.datasets.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.datasets.Baselines;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.shape.Target;

/**
 * Measures the baselines of all data sets and compares them with {@code baselines.tsv}; what was measured stands in {@code
 * target/baselines.tsv}. Minutes: {@code mvn -Pheavy -pl datasets -am test -Dtest=BaselineScoresTest
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("heavy")
class BaselineScoresTest {
    private static final DatasetCatalogue CATALOGUE = DatasetCatalogue.builtIn();
    private static final Logger LOG = LoggerFactory.getLogger(BaselineScoresTest.class);

    static List<String> measuredSets() {
        String only = System.getProperty("vitrine.baselines", "");
        return CataloguedSets.ids().stream()
                .filter(id -> only.isEmpty() || List.of(only.split(",")).contains(id))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("measuredSets")
    void scoresAreThoseThatTheCatalogueTells(String id) throws DatasetException, IOException {
        Dataset dataset = CATALOGUE.load(DataReference.of(id));
        Baselines.Unit unit = unit(dataset);
        double linear = score(dataset, unit, false);
        double network = score(dataset, unit, true);
        Baselines known = CATALOGUE.baselines(id).orElse(new Baselines(Double.NaN, Double.NaN, unit, ""));
        String row = String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%s\t%s%n",
                id,
                rounded(linear),
                rounded(network),
                unit.name().toLowerCase(Locale.ROOT),
                known.example());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/baselines.tsv"), row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        LOG.info("{}", row.strip());
        assertThat(CATALOGUE.baselines(id)).as("row of %s in baselines.tsv", id).isPresent();
        assertThat(known.unit()).isEqualTo(unit);
        double tolerance = unit == Baselines.Unit.RMSE ? 0.1 * Math.abs(known.linear()) : 0.02;
        assertThat(linear).isCloseTo(known.linear(), within(tolerance));
        assertThat(network).isCloseTo(known.smallNetwork(), within(tolerance));
    }

    private static Baselines.Unit unit(Dataset dataset) {
        if (dataset.spec().target().kind() == Target.Kind.BOXES) {
            return Baselines.Unit.MAP;
        }
        return dataset.descriptor().task() == Task.VERIFICATION
                ? Baselines.Unit.AUC
                : Exercise.of(dataset).unit();
    }

    private static double score(Dataset dataset, Baselines.Unit unit, boolean network) {
        return switch (unit) {
            case MAP -> new GridTrial(dataset, network).score();
            case AUC -> new VerificationTrial(dataset).score(network);
            case ACCURACY, EXACT, LABEL_ERROR, R2, RMSE -> new Trial(dataset, network).score();
        };
    }

    private static String rounded(double score) {
        return String.format(Locale.ROOT, score >= 10 ? "%.2f" : "%.4f", score);
    }
}
