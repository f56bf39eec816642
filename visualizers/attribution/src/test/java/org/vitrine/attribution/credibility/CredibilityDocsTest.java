package org.vitrine.attribution.credibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/credibility.md says of each metric what the window says. */
class CredibilityDocsTest {

    @Test
    void eachMetricStandsInTheDocumentation() throws Exception {
        String document = Files.readString(Path.of("..", "..", "docs", "credibility.md"));
        CredibilityTexts texts = new CredibilityTexts(Locale.ENGLISH);
        for (Metric metric : CredibilityMetrics.all()) {
            String id = metric.id();
            assertThat(document)
                    .contains("### " + texts.title(id) + "\n\n" + texts.reference(id) + "."
                            + (metric.isDecisive() ? " Decisive." : "") + "\n\n- Measured: " + texts.formula(id)
                            + ".\n- Threshold: " + texts.threshold(id) + "\n- Beware: " + texts.limits(id) + "\n");
        }
    }
}
