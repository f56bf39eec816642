package org.vitrine.app.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.Places;
import org.vitrine.attribution.Places.Kind;

class PlaceNamesTest {
    private static PlaceNames names(Kind kind, Integer... axes) {
        return new PlaceNames(new Places(kind, List.of(axes)), List.of("a", "b"), List.of(), 0);
    }

    @Test
    void placesAreCountedFromOneInWords() {
        assertThat(names(Kind.STEP, 8).where(4)).isEqualTo("step 5");
        assertThat(names(Kind.PIXEL, 4, 6).where(8)).isEqualTo("row 2, column 3");
        assertThat(names(Kind.VALUE, 1, 28, 28).where(29))
                .as("of one channel there is nothing to tell")
                .isEqualTo("row 2, column 2");
        assertThat(names(Kind.VALUE, 3, 2, 2).where(5)).isEqualTo("channel 2, row 1, column 2");
        assertThat(names(Kind.COORDINATE, 16).where(0)).isEqualTo("coordinate 1");
        PlaceNames columns =
                new PlaceNames(new Places(Kind.VALUE, List.of(2)), List.of("value"), List.of("sepal", "petal"), 0);
        assertThat(columns.where(1)).isEqualTo("petal");
    }

    @Property
    void whoPointsIntoAPlaceFindsIt(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(min = 0, max = 80) int any) {
        for (PlaceNames names : List.of(
                names(Kind.PIXEL, rows, columns),
                names(Kind.CELL, rows, columns),
                names(Kind.STEP, columns),
                names(Kind.VALUE, 3, rows, columns),
                new PlaceNames(new Places(Kind.STEP, List.of(columns)), List.of("a"), List.of(), 0.25))) {
            int place = any % names.places().count();
            Rectangle2D region = names.region(place).orElseThrow();
            assertThat(names.at(
                            (region.getMinX() + region.getMaxX()) / 2,
                            (region.getMinY() + region.getMaxY()) / 2,
                            place))
                    .contains(place);
        }
    }

    @Test
    void aTranslationBeginsBehindItsSource() {
        PlaceNames names = new PlaceNames(new Places(Kind.STEP, List.of(10)), List.of("a"), List.of(), 0.5);
        assertThat(names.region(0).orElseThrow().getMinX()).isEqualTo(0.5, within(1e-9));
        assertThat(names.region(9).orElseThrow().getMaxX()).isEqualTo(1, within(1e-9));
        assertThat(names.at(0.1, 0.5, 3)).contains(0);
    }

    @Test
    void coordinatesLieNowhereInTheInput() {
        assertThat(names(Kind.COORDINATE, 4).region(1)).isEmpty();
        assertThat(names(Kind.COORDINATE, 4).at(0.5, 0.5, 1)).isEmpty();
    }
}
