package org.vitrine.editor.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.editor.DesignerView;
import org.vitrine.graph.layer.Family;

class FamilyLookTest {

    @ParameterizedTest
    @EnumSource(Family.class)
    void whatIsPaintedHasTheColourOfTheStyleSheet(Family family) throws IOException {
        try (InputStream sheet = DesignerView.class.getResourceAsStream("editor.css")) {
            String rules = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(rules)
                    .contains("." + FamilyLook.styleClass(family) + " { -family: " + FamilyLook.color(family) + ";");
        }
    }
}
