package org.vitrine.charts.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.testing.Stages;

class TokenHeatmapViewTest {
    private static final List<String> WORDS = List.of(
            "The",
            "phone",
            "gets",
            "extremely",
            "hot",
            "while",
            "charging",
            ",",
            "but",
            "the",
            "battery",
            "lasts",
            "two",
            "days",
            "and",
            "I",
            "love",
            "its",
            "screen",
            ".");
    private static final float[] RELEVANCE = {
        0, 0.01f, -0.02f, -0.31f, -0.44f, 0.03f, -0.05f, 0, 0.12f, 0, 0.08f, 0.21f, 0.1f, 0.14f, 0.02f, 0.05f, 0.62f,
        0.02f, 0.11f, 0
    };

    private static TokenHeatmapView view(boolean signed) {
        TokenHeatmapView view = new TokenHeatmapView();
        float[] values = RELEVANCE.clone();
        for (int i = 0; i < values.length && !signed; i++) {
            values[i] = Math.abs(values[i]);
        }
        view.show(WORDS, values, signed);
        return view;
    }

    @Test
    void looksRightInBothThemes() {
        Stages.screenshots("tokens", 520, 200, () -> view(true));
        Stages.screenshots("tokens-unsigned", 520, 200, () -> view(false));
        Stages.screenshots("tokens-empty", 420, 140, TokenHeatmapView::new);
    }

    @Test
    void wordsForAreRedAgainstAreBlueAndNeutralOnesAreWhite() {
        TokenHeatmapView view = Stages.show(520, 200, () -> view(true));
        List<Label> chips =
                view.lookupAll(".chip").stream().map(node -> (Label) node).toList();
        assertThat(chips).extracting(Label::getText).containsExactlyElementsOf(WORDS);
        assertThat(chips.get(16).getStyle()).contains("#67001f");
        assertThat(chips.get(0).getStyle()).contains("#ffffff");
        assertThat(chips.get(4).getStyle()).matches(".*background-color: #[0-6][0-9a-f]{3}[b-d].*");
        assertThat(chips.get(16).getTooltip().getText()).isEqualTo("love: +0.62");
        assertThat(view.description()).contains("Strongest: love (+0.62)");
    }

    @Test
    void theTextWrapsAndTheLegendStaysBelow() {
        TokenHeatmapView view = Stages.show(300, 400, () -> view(true));
        double chips = view.lookup(".chips").getBoundsInParent().getMaxY();
        assertThat(view.lookup(".color-bar").getBoundsInParent().getMinY()).isGreaterThan(chips);
        Picture picture = Stages.fx(view::picture);
        assertThat(picture.width()).isEqualTo((int) Math.ceil(view.getWidth()));
    }

    @Test
    void wordsAndValuesMustPair() {
        TokenHeatmapView view = Stages.fx(TokenHeatmapView::new);
        assertThatThrownBy(() -> view.show(List.of("one"), new float[2], true))
                .hasMessageContaining("1 words cannot have 2 values");
    }
}
