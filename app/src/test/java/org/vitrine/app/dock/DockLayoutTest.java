package org.vitrine.app.dock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;

class DockLayoutTest {
    private static final DockLayout LAYOUT = DockLayout.column(
            0.6,
            DockLayout.row(0.5, DockLayout.tabs("loss"), DockLayout.tabs("score")),
            DockLayout.tabs("rate", "log"));

    @Test
    void aTabWithCompanyMovesOutToTheSide() {
        DockLayout moved = LAYOUT.moved("log", Side.LEFT);

        assertThat(moved.parts().get(1))
                .isEqualTo(DockLayout.row(0.5, DockLayout.tabs("log").selecting("log"), DockLayout.tabs("rate")));
    }

    @Test
    void aPanelAloneMovesIntoTheNextTabsThere() {
        DockLayout moved = LAYOUT.moved("loss", Side.RIGHT);

        assertThat(moved.parts().get(0).panels()).containsExactly("score", "loss");
        assertThat(moved.parts().get(0).selected()).isEqualTo("loss");
        assertThat(LAYOUT.moved("loss", Side.BOTTOM).all()).containsExactly("score", "rate", "log", "loss");
    }

    @Test
    void whereThereIsNoPlaceNothingMoves() {
        assertThat(LAYOUT.moved("loss", Side.LEFT)).isEqualTo(LAYOUT);
        assertThat(LAYOUT.moved("loss", Side.TOP)).isEqualTo(LAYOUT);
        assertThat(LAYOUT.moved("unknown", Side.TOP)).isEqualTo(LAYOUT);
    }

    @Test
    void anOldLayoutTakesInNewPanelsAndDropsOldOnes() {
        DockLayout old = DockLayout.row(0.3, DockLayout.tabs("gone", "log"), DockLayout.tabs("loss"));

        DockLayout fitted = old.fitting(LAYOUT);

        assertThat(fitted.all()).containsExactlyInAnyOrder("loss", "score", "rate", "log");
        assertThat(fitted.parts().get(0).panels()).contains("log", "rate");
        assertThat(DockLayout.tabs("gone").fitting(LAYOUT)).isEqualTo(LAYOUT);
        assertThat(LAYOUT.moved("log", Side.TOP).fitting(LAYOUT)).isEqualTo(LAYOUT.moved("log", Side.TOP));
    }

    @Test
    void aLayoutIsKeptAsJson() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsString(LAYOUT), DockLayout.class))
                .isEqualTo(LAYOUT);
    }

    @Test
    void partsNeedTheirShares() {
        assertThatThrownBy(() -> new DockLayout(DockLayout.Kind.ROW, List.of(), "", List.of(LAYOUT), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
