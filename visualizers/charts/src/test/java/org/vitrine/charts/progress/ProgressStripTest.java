package org.vitrine.charts.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.testing.Stages;

class ProgressStripTest {
    @Test
    void showsWhatIsDoneAndWhatIsLeft() {
        ProgressStrip strip = Stages.show(560, 64, ProgressStrip::new);
        Stages.fx(() -> strip.show("Epoch 3 of 10", 0.25, Optional.of(Duration.ofSeconds(125))));
        assertThat(strip.leftText()).isEqualTo("25.0%, about 2 min 05 s left");
        assertThat(strip.getAccessibleText()).isEqualTo("Epoch 3 of 10, 25.0%, about 2 min 05 s left");
        assertThat(bar(strip).getProgress()).isEqualTo(0.25);
    }

    @Test
    void unknownProgressMovesWithoutNumbers() {
        ProgressStrip strip = Stages.show(560, 64, ProgressStrip::new);
        Stages.fx(() -> strip.show("Loading data", Double.NaN, Optional.empty()));
        assertThat(bar(strip).isIndeterminate()).isTrue();
        assertThat(strip.leftText()).isEmpty();
        assertThat(strip.getAccessibleText()).isEqualTo("Loading data");
    }

    @Test
    void looksRightInBothThemes() {
        Stages.screenshots("progress-strip", 560, 64, ProgressStrip::new, strip -> {
            strip.show("Epoch 3 of 10", 0.42, Optional.of(Duration.ofSeconds(59 * 60 + 59)));
            strip.getScene().getRoot().applyCss();
            strip.getScene().getRoot().layout();
        });
    }

    private static ProgressBar bar(ProgressStrip strip) {
        return (ProgressBar) strip.lookup(".progress-bar");
    }
}
