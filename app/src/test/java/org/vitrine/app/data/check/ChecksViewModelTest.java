package org.vitrine.app.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.data.preview.Look;
import org.vitrine.app.data.preview.Shown;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.check.Leakage;
import org.vitrine.graph.model.DataReference;

class ChecksViewModelTest {
    private static final Executor DIRECT = Runnable::run;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ReadOnlyObjectWrapper<Optional<Look>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChecksViewModel model =
            new ChecksViewModel(look.getReadOnlyProperty(), new Latest(new Background(DIRECT, DIRECT), timer));

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private void lookAt(String dataset) throws Exception {
        look.set(Optional.of(Look.at(DatasetCatalogue.builtIn(), DataReference.of(dataset), Optional.empty())));
    }

    @Test
    void nothingIsComputedUntilSomebodyLooks() throws Exception {
        lookAt("iris");
        assertThat(model.leakage().get()).isEmpty();
        model.setWanted(true);
        assertThat(model.leakage().get()).isPresent();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void whatIsFoundIsShownAsAPair() throws Exception {
        model.setWanted(true);
        lookAt("iris");
        Leakage found = model.leakage().get().orElseThrow();
        // Two of the 150 flowers have the same four lengths.
        if (!found.isClean()) {
            Leakage.Overlap overlap = found.overlaps().get(0);
            ChecksViewModel.Pair pair = ChecksViewModel.pair(
                    look.get().orElseThrow(), overlap, overlap.pairs().get(0));
            assertThat(pair.first()).isInstanceOf(Shown.Row.class);
            assertThat(pair.second()).isInstanceOf(Shown.Row.class);
        }
        lookAt("moons");
        assertThat(model.leakage().get().orElseThrow()).isNotSameAs(found);
    }

    @Test
    void columnsAreScored() throws Exception {
        lookAt("iris");
        assertThat(look.get().orElseThrow().summary().table().orElseThrow().scores())
                .hasSize(4)
                .anyMatch(score -> score.mutualInformation() > 1);
    }
}
