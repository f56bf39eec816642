package org.vitrine.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.exchange.keras.KerasImport.MappedLayer;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

class KerasImporterTest {
    @TempDir
    Path folder;

    private Path write(String name) throws IOException {
        return Files.write(folder.resolve(name), ModelFiles.file(name));
    }

    private KerasImportException refusal(Path file) {
        return catchThrowableOfType(KerasImportException.class, () -> KerasImporter.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keras2", "keras3"})
    void layersBecomeNodesOfTheSameNamesAndKind(String dialect) throws Exception {
        KerasImport model = KerasImporter.read(write("mlp." + dialect + ".h5"));
        assertThat(model.document().graph().nodes().stream().map(Node::layer))
                .startsWith(new Input(), new Dense(8, Activation.RELU), new BatchNormalization(0.99, 1e-3))
                .contains(new Dropout(0.3), new Dense(7, Activation.IDENTITY), new LayerNormalization(1e-3))
                .endsWith(new ClassificationOutput());
        assertThat(model.data().input()).isEqualTo(new Flat(6));
        assertThat(model.data().target()).isEqualTo(Target.classes(5));
        assertThat(model.layers().stream().map(MappedLayer::type))
                .containsExactly(
                        "Dense",
                        "BatchNormalization",
                        "Dropout",
                        "Dense",
                        "Activation",
                        "LayerNormalization",
                        "Dense",
                        "Dense");
        assertThat(model.weights()).containsKeys("dense/W", "batch_normalization/var");
        assertThat(model.warnings()).anyMatch(text -> text.contains("has no bias in Keras"));
        assertThat(DocumentJson.read(DocumentJson.write(model.document()))).isEqualTo(model.document());
    }

    @Test
    void theLossOfACompiledModelIsThatOfItsHead() throws Exception {
        KerasImport model = KerasImporter.read(write("regression.keras3.h5"));
        assertThat(model.document().graph().nodes().stream().map(Node::layer))
                .contains(new RegressionOutput(RegressionLoss.MAE));
    }

    @Test
    void tokenNumbersAreTheInputOfEmbeddings() throws Exception {
        assertThat(KerasImporter.read(write("words.keras3.h5")).data().input()).isEqualTo(new Tokens(11, 9));
    }

    @Test
    void allThatCanNotBeHonouredIsToldAtOnceWithItsPlace() throws Exception {
        for (String dialect : new String[] {"keras2", "keras3"}) {
            KerasImportException refusal = refusal(write("refused_options." + dialect + ".h5"));
            assertThat(refusal.problems())
                    .anyMatch(text -> text.startsWith("oblong: kernel_size"))
                    .anyMatch(text -> text.startsWith("trained_slope: the layer PReLU is not known"))
                    .anyMatch(text -> text.startsWith("repeat: the layer RepeatVector is not known"))
                    .anyMatch(text -> text.startsWith("steep: a leaky ReLU with slope 0.3"))
                    .anyMatch(text -> text.startsWith("smooth: interpolation = \"bilinear\""))
                    .anyMatch(text -> text.startsWith("selu: these zeros around the image"))
                    .anyMatch(text -> text.startsWith("causal: padding"))
                    .anyMatch(text -> text.startsWith("old: reset_after = false"))
                    .anyMatch(text -> text.startsWith("backwards: go_backwards = true"))
                    .noneMatch(text -> text.contains("the shape"));
            assertThat(refusal).hasMessageContaining("can not be imported");
        }
    }

    @Test
    void sharedLayersAndSeveralInputsAreNamed() throws Exception {
        assertThat(refusal(write("refused_shared.keras3.h5")).problems())
                .containsExactly("twice: the layer is called 2 times; layers that share weights can not be imported");
        assertThat(refusal(write("refused_inputs.keras2.h5")).problems())
                .singleElement()
                .asString()
                .endsWith("the model has 2 inputs; graphs have one");
    }

    @Test
    void otherFilesAreRefusedInOneSentence() throws Exception {
        assertThat(refusal(folder.resolve("gone.h5"))).hasMessageContaining("There is no file");
        assertThat(refusal(Files.writeString(folder.resolve("text.h5"), "hello")))
                .hasMessageContaining("damaged");
        assertThat(refusal(Files.write(folder.resolve("empty.h5"), new byte[0])))
                .hasMessageContaining("damaged");
        Map<String, byte[]> files = ModelFiles.all();
        Path archive = Files.write(folder.resolve("data.keras"), files.get("mlp.keras3.npz"));
        assertThat(refusal(archive)).hasMessageContaining("config.json");
    }
}
