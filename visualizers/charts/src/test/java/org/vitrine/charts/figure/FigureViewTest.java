package org.vitrine.charts.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.testing.Stages;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Words;

class FigureViewTest {
    private static final int GREEN = 0xFF009E73;
    private static final int RED = 0xFFD55E00;

    private static final Figure BARS = (sheet, width, height, theme) -> {
        sheet.fillBox(0, 0, width / 2, height, GREEN);
        sheet.write(new Words("Convolution", width / 2 + 8, 40, Anchor.START, 13, false, theme.text()));
        sheet.write(new Words("in bold", width / 2 + 8, 60, Anchor.START, 13, true, theme.muted()));
    };

    private static Picture picture(FigureView view) {
        return Stages.fx(() -> Pictures.of(view, Color.TRANSPARENT));
    }

    private static int middle(Picture picture, double share) {
        return picture.argb()[picture.height() / 2 * picture.width() + (int) (share * picture.width())];
    }

    @Test
    void aFigureFillsTheViewAndFollowsItsSize() {
        FigureView view = Stages.show(420, 220, () -> new FigureView(() -> "bars"));
        Stages.fx(() -> view.show(BARS));

        Picture small = picture(view);
        Stages.fx(() -> view.getScene().getWindow().setWidth(640));
        Stages.until(() -> view.getWidth() > 500);
        Picture large = picture(view);

        for (Picture picture : List.of(small, large)) {
            assertThat(middle(picture, 0.4)).isEqualTo(GREEN);
            assertThat(middle(picture, 0.8)).isNotEqualTo(GREEN);
        }
        assertThat(large.width()).isGreaterThan(small.width());
        assertThat(view.description()).isEqualTo("bars");
    }

    @Test
    void anOverlayIsDrawnWithoutTheFigure() {
        List<String> drawn = new ArrayList<>();
        FigureView view = Stages.show(420, 220, () -> new FigureView(() -> "bars"));
        Stages.fx(() -> view.show((sheet, width, height, theme) -> {
            drawn.add("figure");
            BARS.draw(sheet, width, height, theme);
        }));
        drawn.clear();

        Stages.fx(() -> view.overlayProperty()
                .set((sheet, width, height, theme) -> sheet.fillBox(width * 0.7, 0, width * 0.2, height, RED)));

        Picture picture = picture(view);
        assertThat(drawn).isEmpty();
        assertThat(middle(picture, 0.4)).isEqualTo(GREEN);
        assertThat(middle(picture, 0.8)).isEqualTo(RED);
        Stages.fx(view::clearOverlay);
        assertThat(middle(picture(view), 0.8)).isNotEqualTo(RED);
    }

    @Test
    void aDarkThemeHasLightLetters() {
        List<Boolean> dark = new ArrayList<>();
        Stages.screenshots("figure", 420, 220, () -> new FigureView(() -> "bars"), view -> {
            view.show(BARS);
            dark.add(view.theme().dark());
        });
        assertThat(dark).containsExactly(false, true);
    }
}
