package org.vitrine.graph.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.Blocks;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.library.BlockLibrary;
import org.vitrine.graph.library.LibraryBlock;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.parameter.BlockParameters;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Blocks in files: documents that hold them, and the library. */
class BlockFilesTest {
    @TempDir
    Path folder;

    @Test
    void documentsWithBlocksComeBackAndReadWell() throws Exception {
        GraphDocument document = Blocks.table(Blocks.nested(2, 3));
        String text = DocumentJson.write(document);
        assertThat(text).contains("\"targets\": [\"core.dense.units\"]").contains("\"repeat\": 2");
        assertThat(DocumentJson.read(text)).isEqualTo(document);
        GraphDocument flat = document.flat();
        assertThat(DocumentJson.read(DocumentJson.write(flat))).isEqualTo(flat);
    }

    @Test
    void faultsInBlocksAreToldWithTheirPlace() {
        String text = DocumentJson.write(Blocks.text(Blocks.encoder(2)));
        assertRefused(
                text.replace("attention.heads", "attention.tails"),
                "nodes[3].parameters[0].targets[0]",
                "attention.heads");
        assertRefused(text.replace("\"id\": \"add\"", "\"id\": \"norm\""), "nodes[3].body.nodes[3]", "norm");
        assertRefused(text.replace("\"repeat\": 2", "\"repeat\": \"two\""), "nodes[3].repeat", "whole number");
        assertRefused(text.replace("\"name\": \"Encoder\"", "\"title\": \"Encoder\""), "title", "name");
        assertRefused(
                text.replace("{\"id\": \"pool\"", "{\"id\": \"encoder.pool\"").replace("-> pool", "-> encoder.pool"),
                "dot",
                "block");
    }

    private static void assertRefused(String text, String... says) {
        assertThatThrownBy(() -> DocumentJson.read(text))
                .isInstanceOf(DocumentFormatException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(says));
    }

    @Test
    void everyBlockOfTheLibraryFitsSomeShapeAndItsParametersWork() {
        for (LibraryBlock entry : BlockLibrary.builtIn()) {
            Block block = entry.content().block();
            assertThat(entry.content().summary()).endsWith(".");
            assertThat(entry.content().layout()).hasSameSizeAs(block.body().nodes());
            Shape shape = fitting(block);
            List<Shape> inputs = Collections.nCopies(block.ports().max(), shape);
            assertThat(block.infer(inputs, Graphs.IMAGES).parameters())
                    .as(block.name())
                    .isPositive();
            assertThat(block.parameters()).as(block.name()).isNotEmpty();
            for (Parameter parameter : BlockParameters.of(block)) {
                assertThat(parameter.isInRange()).isTrue();
                assertThat(BlockParameters.with(block, parameter.name(), parameter.value()))
                        .isEqualTo(block);
            }
            boolean keeps = block.infer(inputs, Graphs.IMAGES).output().equals(shape);
            if (keeps) {
                assertThat(block.withRepeat(3).infer(inputs, Graphs.IMAGES).output())
                        .isEqualTo(shape);
            }
        }
    }

    /** Which of the usual shapes a block takes; the picture has as many channels as residual blocks keep. */
    private static Shape fitting(Block block) {
        for (Shape shape : new Shape[] {new Image(16, 8, 8), new Sequence(32, 6), new Flat(7)}) {
            try {
                block.infer(Collections.nCopies(block.ports().max(), shape), Graphs.IMAGES);
                return shape;
            } catch (ShapeException refusal) {
                // The next one, then.
            }
        }
        throw new AssertionError(block.name() + " fits no shape");
    }

    @Test
    void aBlockThatIsAddedFindsPlacesForItsLayers() {
        LayerSpec block = BlockLibrary.builtIn().get(0).content().block();
        GraphDocument document =
                new AddNode(new Node(new NodeId("b"), block), new Position(8, 8)).apply(Graphs.lenet());
        assertThat(document.inside(new NodeId("b")).positions())
                .hasSameSizeAs(((Block) block).body().nodes());
        assertThat(document.inside(new NodeId("b")).graph().nodes())
                .anyMatch(node -> node.layer() instanceof BlockInput);
        assertThat(GraphAnalyzer.analyze(document, Optional.of(Graphs.IMAGES)).parameters())
                .isEqualTo(GraphAnalyzer.analyze(Graphs.lenet(), Optional.of(Graphs.IMAGES))
                        .parameters());
    }

    @Test
    void ownBlocksAreSavedSharedAndRemovedAndDamagedOnesNamed() throws Exception {
        BlockLibrary library = new BlockLibrary(folder.resolve("blocks"));
        int builtIn = library.contents().blocks().size();
        Path first = library.save(BlockLibrary.builtIn().get(3).content());
        Path second = library.take(first);
        assertThat(second).isNotEqualTo(first);
        Files.writeString(folder.resolve("blocks/bad.vitrine-block"), "{");

        BlockLibrary.Contents contents = library.contents();
        assertThat(contents.blocks()).hasSize(builtIn + 2);
        assertThat(contents.damaged()).singleElement().asString().contains("bad.vitrine-block");
        library.remove(contents.blocks().get(builtIn));
        assertThat(library.contents().blocks()).hasSize(builtIn + 1);
        assertThatThrownBy(() -> library.take(folder.resolve("blocks/bad.vitrine-block")))
                .isInstanceOf(DocumentFormatException.class);
        assertThatThrownBy(() -> BlockLibrary.withoutFolder()
                        .save(contents.blocks().get(0).content()))
                .hasMessageContaining("no folder");
    }
}
