package org.vitrine.graph.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;

class DocumentJsonTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsReadable() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("conv", new Convolution2D(6, 5, 1, 1, Padding.SAME, Activation.RELU))
                .node("sum", new Add())
                .edges("in -> conv -> sum", "in -> sum:1")
                .document()
                .withNotes("first\nsecond")
                .withData(new DataReference("mnist", Map.of("noise", "0.1")));
        assertThat(DocumentJson.write(document)).startsWith("""
                        {
                          "format": "vitrine/1",
                          "title": "Test",
                          "notes": [
                            "first",
                            "second"
                          ],
                          "data": {"dataset": "mnist", "options": {"noise": "0.1"}},
                          "nodes": [
                            {"id": "in", "layer": "Input", "x": 0, "y": 0},
                            {"id": "conv", "layer": "Convolution2D", "filters": 6, "kernel": 5, "stride": 1, \
                        "dilation": 1, "padding": "SAME", "activation": "RELU", "x": 0, "y": 112},
                            {"id": "sum", "layer": "Add", "x": 0, "y": 224}
                          ],
                          "edges": [
                            "in -> conv",
                            "conv -> sum",
                            "in -> sum:1"
                          ],
                          "training": {
                            "epochs": 10,
                            "batchSize": 64,
                        """);
    }

    @Test
    void everyLayerComesBackWithItsDefaults() throws DocumentFormatException {
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            GraphDocument document = Graphs.chain(layer);
            assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
            GraphDocument bare = DocumentJson.read(
                    "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"n\", \"layer\": \"" + layer.type() + "\"}]}");
            assertThat(bare.graph().layer(new NodeId("n"))).isEqualTo(layer);
        }
    }

    @Test
    void noParameterHasTheNameOfANodeField() {
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            assertThat(SettingsJson.names((Record) layer)).doesNotContain("id", "layer", "x", "y");
        }
    }

    @Test
    void missingFieldsTakeTheirDefaults() throws DocumentFormatException {
        GraphDocument document = DocumentJson.read("{\"format\": \"vitrine/1\", \"training\": {\"epochs\": 3}}");
        assertThat(document.training()).isEqualTo(Parameters.with(TrainingSettings.DEFAULT, "epochs", 3));
        assertThat(document.graph().nodes()).isEmpty();
        assertThat(document.title()).isEmpty();
    }

    @Test
    void whatIsBeingTypedSurvives() throws DocumentFormatException {
        GraphDocument document =
                Graphs.lenet().withTraining(Parameters.with(TrainingSettings.DEFAULT, "learningRate", Double.NaN));
        assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|it is empty",
                "{\"format\": \"vitrine/1\", \"nodes\": [|ends too early",
                "{\"format\": \"vitrine/1\"} x|is no valid JSON",
                "[1, 2]|should begin with {",
                "{\"nodes\": []}|has no \"format\"",
                "{\"format\": \"other/1\"}|the format is \"other/1\"",
                "{\"format\": \"vitrine/3\"}|newer Vitrine (vitrine/3), this one reads up to vitrine/1: update Vitrine",
                "{\"format\": \"vitrine/1\", \"format\": \"vitrine/1\"}|Duplicate field 'format'",
                "{\"format\": \"vitrine/1\", \"nodez\": []}|'nodez' is not known here. Did you mean 'nodes'?",
                "{\"format\": \"vitrine/1\", \"title\": 3}|at title: this should be text in quotes, but is 3",
                "{\"format\": \"vitrine/1\", \"nodes\": {}}|at nodes: this should be a list",
                "{\"format\": \"vitrine/1\", \"nodes\": [7]}|at nodes[0]: a node should be an object",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"layer\": \"Dense\"}]}|a node has no id",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a b\", \"layer\": \"Dense\"}]}|can not name a node",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\"}]}|the node 'a' has no layer",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dens\"}]}|Did you mean 'Dense'?",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"unit\": 3}]}|Did you mean 'units'?",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"units\": \"3\"}]}|at nodes[0].units: this should be a whole number from 1.0 to 65536.0, but is \"3\"",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"units\": 2.5}]}|a whole number",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"units\": 99999999999}]}|a whole number",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"activation\": \"relu\"}]}|Known are: IDENTITY, RELU",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dropout\", \"rate\": true}]}|should be a number",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"SelfAttention\", \"causal\": 1}]}|true or false",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\"}, {\"id\": \"a\", \"layer\": \"Dense\"}]}|at nodes[1]: a second node is named 'a'",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"x\": 1}]}|only one of x and y",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\", \"x\": 1, \"y\": 1e999}]}|number of pixels",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\"}], \"edges\": [\"a > a\"]}|at edges[0]: \"a > a\" is no edge",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\"}], \"edges\": [\"a -> b\"]}|there is no node 'b'",
                "{\"format\": \"vitrine/1\", \"nodes\": [{\"id\": \"a\", \"layer\": \"Dense\"}], \"edges\": [\"a -> a\", \"a -> a:0\"]}|input 0 of 'a' has an edge already",
                "{\"format\": \"vitrine/1\", \"training\": {\"epoch\": 3}}|Did you mean 'epochs'?",
                "{\"format\": \"vitrine/1\", \"data\": \"mnist\"}|at data: this should be an object",
                "{\"format\": \"vitrine/1\", \"data\": {\"options\": {\"a\": 1}}}|at data.options.a: this should be text",
            })
    void aDamagedDocumentIsExplained(String text, String message) {
        assertThatThrownBy(() -> DocumentJson.read(text))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageStartingWith("The document")
                .hasMessageContaining(message);
    }

    @Test
    void errorsOfFilesNameTheFileAndTheLine() throws IOException {
        Path file = folder.resolve("cut.vitrine");
        Files.writeString(file, "{\n  \"format\": \"vitrine/1\",\n  \"nodes\" [");
        assertThatThrownBy(() -> DocumentJson.read(file))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageStartingWith(file + ", line 3, column 11: this is no valid JSON");
    }

    @Test
    void whatIsNoTextFileIsExplained() throws IOException {
        Path latin = folder.resolve("latin.vitrine");
        Files.write(latin, "{\n\"title\": \"Zürich\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DocumentJson.read(latin))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageContaining("line 2: this is no UTF-8 text");
        assertThatThrownBy(() -> DocumentJson.read(folder))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageContaining("this is a folder");
        assertThatThrownBy(() -> DocumentJson.read(folder.resolve("none.vitrine")))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageContaining("no such file");
        Path large = folder.resolve("large.vitrine");
        try (var channel = Files.newByteChannel(
                large, Set.of(java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE))) {
            channel.position(21L << 20);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {'}'}));
        }
        assertThatThrownBy(() -> DocumentJson.read(large))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageContaining("the file has 21 MB, documents have at most 20 MB");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        Path file = folder.resolve("bom.vitrine");
        Files.writeString(file, "\uFEFF" + DocumentJson.write(Graphs.lenet()));
        assertThat(DocumentJson.read(file)).isEqualTo(Graphs.lenet());
    }

    @Test
    void writingReplacesTheFileAndFollowsLinks() throws IOException {
        Path file = folder.resolve("a.vitrine");
        DocumentJson.write(Graphs.lenet(), file);
        Path link = Files.createSymbolicLink(folder.resolve("link.vitrine"), file);
        GraphDocument changed = Graphs.lenet().withTitle("changed");
        DocumentJson.write(changed, link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(DocumentJson.read(file)).isEqualTo(changed);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, link);
        }
    }

    @Test
    void aFailedWriteSaysSoAndLeavesNothingBehind() throws IOException {
        Path missing = folder.resolve("missing").resolve("a.vitrine");
        assertThatThrownBy(() -> DocumentJson.write(Graphs.lenet(), missing)).isInstanceOf(IOException.class);
        Path occupied = Files.createDirectory(folder.resolve("occupied.vitrine"));
        Files.createDirectory(occupied.resolve("inside"));
        assertThatThrownBy(() -> DocumentJson.write(Graphs.lenet(), occupied)).isInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(occupied);
        }
    }

    @Test
    void fragmentsGoThroughTheClipboard() throws DocumentFormatException {
        GraphDocument document = Graphs.lenet();
        Fragment fragment = Fragment.of(document, Set.of(new NodeId("n1"), new NodeId("n2"), new NodeId("n5")));
        assertThat(FragmentJson.read(FragmentJson.write(fragment))).isEqualTo(fragment);
        assertThat(fragment.edges()).isEqualTo(List.of(new Edge(new NodeId("n1"), new NodeId("n2"), 0)));
        assertThatThrownBy(() -> FragmentJson.read("Some prose"))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageStartingWith("The clipboard");
        assertThatThrownBy(() -> FragmentJson.read(DocumentJson.write(document)))
                .isInstanceOf(DocumentFormatException.class)
                .hasMessageContaining("vitrine-fragment/1");
    }
}
