package org.vitrine.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;

class SettingTextsTest {
    private static GraphDocument document(String example) throws Exception {
        return DocumentJson.read(Path.of("..", "examples", example + ".vitrine"));
    }

    @Test
    void layersReadAsInTheDesigner() throws Exception {
        assertThat(document("lenet-mnist").flat().graph().nodes().stream()
                        .map(Node::layer)
                        .map(SettingTexts::line))
                .contains("Flatten")
                .anyMatch(line -> line.startsWith("Convolution 2D: filters 6, kernel") && line.endsWith("ReLU"))
                .noneMatch(line -> line.contains("[") || line.contains("="));
    }

    @Test
    void everyExampleHasALineForItsData() throws Exception {
        assertThat(SettingTexts.line(document("lenet-mnist").data())).isEqualTo("mnist");
        assertThat(SettingTexts.line(document("cnn-keywords").data()))
                .contains(" › spectrogram")
                .doesNotContain("{", "=");
    }
}
