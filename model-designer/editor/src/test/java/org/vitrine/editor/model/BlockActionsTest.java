package org.vitrine.editor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.edge;
import static org.vitrine.editor.model.Graphs.id;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.DepthwiseConvolution2D;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.library.BlockLibrary;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.Tint;

class BlockActionsTest {
    private final GraphViewModel whole = Graphs.model(Graphs.lenet(), Graphs.DIGITS);
    private final GraphViewModel view = whole.scope();

    @TempDir
    Path folder;

    private NodeId block() {
        view.select(Selection.ofNodes(Set.of(id("conv1"), id("pool1"))));
        return view.actions().blocks().collapse().orElseThrow();
    }

    private static Block block(GraphViewModel model, String name) {
        return (Block) model.whole().graph().layer(id(name));
    }

    @Test
    void whatIsChosenBecomesABlockThatIsChosenThen() {
        GraphDocument before = whole.document();
        NodeId block = block();

        assertThat(view.selection()).isEqualTo(Selection.of(block));
        assertThat(whole.selection()).isEqualTo(Selection.of(block));
        assertThat(view.document().graph().edges()).contains(edge("input", "block", 0), edge("block", "conv2", 0));
        assertThat(whole.analysis().isTrainable()).isTrue();
        assertThat(whole.undoTitleProperty().get()).isEqualTo("Collapse into a block");
        view.undo();
        assertThat(whole.document()).isEqualTo(before);
    }

    @Test
    void whatCanNotBecomeABlockIsRefusedWithTheReason() {
        view.select(Selection.ofNodes(Set.of(id("conv1"), id("pool2"))));
        assertThat(view.actions().blocks().whyNotCollapse().orElseThrow()).contains("2 layers");
        assertThat(view.actions().blocks().collapse()).isEmpty();
        view.select(Selection.of(id("input")));
        assertThat(view.actions().blocks().whyNotCollapse().orElseThrow()).contains("'input'");
    }

    @Test
    void insideOfABlockItsBodyIsTheDocument() {
        NodeId block = block();
        assertThat(view.enter(id("conv2"))).isFalse();
        assertThat(view.enter(block)).isTrue();

        assertThat(view.blockProperty().get()).contains(block);
        assertThat(view.document().graph().nodes())
                .extracting(node -> node.id().value())
                .containsExactly("in", "conv1", "pool1");
        assertThat(view.analysis().output(id("pool1")))
                .isEqualTo(whole.analysis().output(block));
        assertThat(whole.document().graph().node(block)).isPresent();

        view.execute(new ReplaceLayer(id("conv1"), new Convolution2D(9, 3, 1, 1, Padding.SAME, Activation.RELU)));
        assertThat(whole.whole()
                        .graph()
                        .find(new NodeId("block.conv1"))
                        .orElseThrow()
                        .layer())
                .isInstanceOfSatisfying(
                        Convolution2D.class, conv -> assertThat(conv.filters()).isEqualTo(9));

        assertThat(view.leave()).isTrue();
        assertThat(view.blockProperty().get()).isEmpty();
        assertThat(view.selection()).isEqualTo(Selection.of(block));
        assertThat(view.leave()).isFalse();
    }

    @Test
    void undoingTheBlockOneIsInLeavesIt() {
        view.enter(block());
        view.select(Selection.of(id("conv1")));
        view.undo();

        assertThat(view.blockProperty().get()).isEmpty();
        assertThat(view.document()).isEqualTo(Graphs.lenet());
        assertThat(view.document().graph().nodes().stream().map(node -> node.id()))
                .containsAll(view.selection().nodes());
    }

    @Test
    void choosingOutsideLeavesTheBlockAndLoadingToo() {
        view.enter(block());
        whole.select(Selection.of(id("conv2")));
        assertThat(view.blockProperty().get()).isEmpty();
        assertThat(view.selection()).isEqualTo(Selection.of(id("conv2")));

        view.enter(id("block"));
        whole.load(whole.document(), whole.data());
        assertThat(view.blockProperty().get()).isEmpty();
    }

    @Test
    void problemsInsideOfABlockShowAtItAndAreFixedFromBothSides() {
        NodeId block = block();
        view.enter(block);
        view.execute(new ReplaceLayer(id("pool1"), new SelfAttention(4, false, 0)));

        Problem outside = whole.analysis().problems().get(0);
        assertThat(NodeProblems.nodeOf(outside.where())).contains(new NodeId("block.pool1"));
        assertThat(NodeProblems.at(whole.state(), block)).contains(outside);
        Problem inside = view.analysis().problems().get(0);
        assertThat(NodeProblems.nodeOf(inside.where())).contains(id("pool1"));
        assertThat(inside.what()).isEqualTo(outside.what());

        view.actions().notes().addNote(Optional.empty());
        view.execute(new ReplaceLayer(id("pool1"), new Dropout(2)));
        view.analysis().problems().get(0).fixes().stream().findFirst().ifPresent(view.actions()::apply);
        assertThat(whole.analysis().isTrainable()).isTrue();
        assertThat(whole.document().annotations().notes().get(0).id()).isEqualTo(new NodeId("block.note"));
    }

    @Test
    void ownParametersOfABlockReachInside() {
        NodeId block = block();
        BlockActions blocks = view.actions().blocks();
        blocks.offer(block, "Filters", new BlockParameter.Target(id("conv1"), "filters"));
        blocks.set(block, "Filters", 12);
        assertThat(block(whole, "block").body().layer(id("conv1")))
                .isInstanceOfSatisfying(
                        Convolution2D.class, conv -> assertThat(conv.filters()).isEqualTo(12));

        view.enter(block);
        view.actions().rename(id("conv1"), "first");
        assertThat(block(whole, "block").parameters().get(0).targets().get(0).text())
                .isEqualTo("first.filters");
        view.leave();
        blocks.setRepeat(block, 3);
        blocks.name(block, "Stem");
        assertThat(block(whole, "block").repeat()).isEqualTo(3);
        assertThat(block(whole, "block").name()).isEqualTo("Stem");
        blocks.withdraw(block, "Filters");
        assertThat(block(whole, "block").parameters()).isEmpty();

        blocks.setRepeat(block, 1);
        blocks.unpack();
        assertThat(view.document().graph().edges())
                .contains(edge("input", "first", 0), edge("first", "pool1", 0), edge("pool1", "conv2", 0));
        assertThat(view.selection().nodes()).containsExactlyInAnyOrder(id("first"), id("pool1"));
    }

    @Test
    void replacingKeepsWhatBothKindsHaveAndIsOneStep() {
        view.select(Selection.ofNodes(Set.of(id("conv1"), id("conv2"))));
        GraphDocument before = view.document();
        view.actions().blocks().replace(new DepthwiseConvolution2D(1, 9, 2, 1, Padding.VALID, Activation.TANH));

        Convolution2D old = (Convolution2D) before.graph().layer(id("conv1"));
        assertThat(view.document().graph().layer(id("conv1")))
                .isEqualTo(new DepthwiseConvolution2D(
                        1, old.kernel(), old.stride(), old.dilation(), old.padding(), old.activation()));
        assertThat(view.document().graph().layer(id("conv2"))).isInstanceOf(DepthwiseConvolution2D.class);
        view.undo();
        assertThat(view.document()).isEqualTo(before);
    }

    @Test
    void notesAndFramesAreWrittenMovedAndRemoved() {
        NoteActions notes = view.actions().notes();
        NodeId note = notes.addNote(Optional.of(new Position(8, 16)));
        notes.write(note, "Try 16 filters");
        notes.colour(note, Tint.GREEN);
        notes.resize(note, 10, 300);
        view.actions().nudge(8, 0);
        assertThat(notes.note(note).orElseThrow())
                .satisfies(seen -> assertThat(seen.text()).isEqualTo("Try 16 filters"))
                .satisfies(seen -> assertThat(seen.position()).isEqualTo(new Position(16, 16)))
                .satisfies(seen -> assertThat(seen.width()).isEqualTo(48))
                .satisfies(seen -> assertThat(seen.tint()).isEqualTo(Tint.GREEN));

        view.select(Selection.ofNodes(Set.of(id("conv1"), id("pool1"))));
        NodeId frame = notes.addFrame().orElseThrow();
        Position conv = new Position(64, 128);
        view.actions().moveTo(Map.of(id("conv1"), conv));
        view.actions().nudge(0, 24);
        assertThat(view.document().layout()).containsAllEntriesOf(Map.of(id("conv1"), conv.plus(0, 24)));
        assertThat(notes.chooseNext()).isTrue();
        assertThat(view.selection().singleAnnotation()).contains(note);
        view.actions().delete();
        assertThat(view.document().annotations().ids()).containsExactly(frame);
        view.select(Selection.ofNodes(Set.of(id("conv1"), id("pool1"))));
        view.actions().delete();
        assertThat(view.document().annotations().ids()).isEmpty();
    }

    @Test
    void theShelfOffersBlocksAndTakesThemInAndOut() throws Exception {
        BlockShelf shelf = new BlockShelf(new BlockLibrary(folder.resolve("own")));
        int builtIn = BlockLibrary.builtIn().size();
        NodeId block = block();
        view.actions().blocks().name(block, "Stem of LeNet");
        Block stem = block(whole, "block");
        shelf.save(whole.document(), block, stem);
        Path shared = folder.resolve("shared.vitrine-block");
        shelf.export(whole.document(), block, stem, shared);
        assertThat(shelf.take(shared)).hasFileName("stem-of-lenet2.vitrine-block");

        assertThat(shelf.contentsProperty().get().blocks()).hasSize(builtIn + 2);
        assertThat(shelf.offered(false, whole.document())).contains(stem);
        List<Object> inside = List.copyOf(shelf.offered(true, view.document()));
        assertThat(inside).contains(new BlockInput(0)).noneMatch(layer -> layer.toString()
                .contains("Output"));

        Files.writeString(folder.resolve("own/broken.vitrine-block"), "{\"format\": \"vitrine-block/1\"}");
        shelf.refresh();
        assertThat(shelf.contentsProperty().get().blocks()).hasSize(builtIn + 2);
        assertThat(shelf.contentsProperty().get().damaged())
                .singleElement()
                .asString()
                .contains("broken.vitrine-block");
    }

    @Test
    void blocksOfTheLibraryFitWhereTheyAreMeant() {
        view.select(Selection.of(id("pool1")));
        Block fire = BlockLibrary.builtIn().stream()
                .map(entry -> entry.content().block())
                .filter(candidate -> candidate.name().equals("Fire block"))
                .findFirst()
                .orElseThrow();
        NodeId added = view.actions().add(fire);
        assertThat(added).isEqualTo(id("fire-block"));
        assertThat(whole.analysis().isTrainable()).isTrue();
        view.enter(added);
        assertThat(view.document().positions()).hasSameSizeAs(fire.body().nodes());
        assertThat(whole.document().graph().layer(id("dense1"))).isInstanceOf(Dense.class);
    }
}
