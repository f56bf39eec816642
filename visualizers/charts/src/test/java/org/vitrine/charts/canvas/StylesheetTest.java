package org.vitrine.charts.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import javafx.css.CssParser;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.testing.Stages;

class StylesheetTest {
    @Test
    void theStyleSheetHasNoErrors() throws IOException {
        var url = URI.create(Stylesheet.url()).toURL();
        var errors = Stages.fx(() -> {
            CssParser.errorsProperty().clear();
            new CssParser().parse(url);
            return CssParser.errorsProperty().stream()
                    .map(CssParser.ParseError::getMessage)
                    .toList();
        });
        assertThat(errors).isEmpty();
    }
}
