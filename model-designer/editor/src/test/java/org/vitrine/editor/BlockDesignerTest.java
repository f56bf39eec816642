package org.vitrine.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.editor.model.Graphs.id;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.Tint;

/** Blocks, notes and frames in the window. */
@ExtendWith(ApplicationExtension.class)
class BlockDesignerTest {
    private Stage stage;
    private GraphViewModel model;
    private DesignerView designer;

    @Start
    void start(Stage shown) {
        stage = shown;
        model = Graphs.model(Graphs.transformer(), Graphs.TEXT);
        designer = Stages.show(shown, model);
        designer.canvas().requestFocus();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, String... names) {
        robot.interact(() -> {
            Set<NodeId> chosen = new HashSet<>();
            for (String name : names) {
                chosen.add(id(name));
            }
            designer.view().select(Selection.ofNodes(chosen));
            designer.canvas().requestFocus();
        });
    }

    /** The first encoder of the Transformer. */
    private void chooseEncoder(FxRobot robot) {
        choose(robot, "attention1", "add1a", "norm1a", "feedforward1", "add1b", "norm1b");
    }

    private Block block() {
        settle();
        return (Block) model.document().graph().layer(id("block"));
    }

    @Test
    void keysCollapseOpenLeaveAndUnpack(FxRobot robot) {
        chooseEncoder(robot);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        assertThat(block().ends()).hasSize(1);
        assertThat(robot.lookup("#node-block").tryQuery()).isPresent();

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        settle();
        assertThat(robot.lookup("#breadcrumbs").query().isVisible()).isTrue();
        assertThat(robot.lookup("#node-attention1").tryQuery()).isPresent();
        assertThat(robot.lookup("#node-pooling").tryQuery().filter(Node::isVisible))
                .isEmpty();

        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup("#breadcrumbs").query().isVisible()).isFalse();
        assertThat(designer.view().selection()).isEqualTo(Selection.of(id("block")));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        settle();
        assertThat(model.document().graph().hasBlocks()).isFalse();
        assertThat(model.document().graph().nodes())
                .hasSameSizeAs(Graphs.transformer().graph().nodes());
    }

    @Test
    void breadcrumbsLeadBackAndProblemsLeadIn(FxRobot robot) {
        chooseEncoder(robot);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        settle();
        robot.interact(() ->
                robot.lookup("#breadcrumbs .hyperlink").queryAs(Hyperlink.class).fire());
        assertThat(designer.view().blockProperty().get()).isEmpty();
        robot.interact(() -> designer.reveal(new NodeId("block.norm1a")));
        assertThat(designer.view().blockProperty().get()).contains(id("block"));
        assertThat(designer.view().selection()).isEqualTo(Selection.of(id("norm1a")));
    }

    @Test
    void whatCanNotBecomeABlockSaysWhy(FxRobot robot) {
        choose(robot, "attention1", "pooling");
        robot.push(KeyCode.CONTROL, KeyCode.G);
        settle();
        assertThat(robot.lookup(".canvas-hint").queryLabeled().getText()).contains("one output");
        assertThat(model.document().graph().hasBlocks()).isFalse();
    }

    @Test
    void replaceByKeysKeepsTheNode(FxRobot robot) {
        choose(robot, "norm1a", "norm1b");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.write("group norm").type(KeyCode.ENTER);
        settle();
        assertThat(model.document().graph().layer(id("norm1a"))).isInstanceOf(GroupNormalization.class);
        assertThat(model.document().graph().layer(id("norm1b"))).isInstanceOf(GroupNormalization.class);
        assertThat(designer.canvas().isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        assertThat(model.document().graph().layer(id("norm1a"))).isInstanceOf(LayerNormalization.class);
    }

    @Test
    void commonParametersOfSeveralNodesAreSetTogether(FxRobot robot) {
        choose(robot, "attention1", "attention2");
        robot.type(KeyCode.ENTER);
        settle();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("8");
        settle();
        for (String name : new String[] {"attention1", "attention2"}) {
            assertThat(model.document().graph().layer(id(name)))
                    .isInstanceOfSatisfying(SelfAttention.class, layer -> assertThat(layer.heads())
                            .isEqualTo(8));
        }
    }

    @Test
    void notesAreWrittenByKeysAndTheListOfKeysOpensAndCloses(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.M);
        settle();
        robot.write("Look here");
        settle();
        assertThat(model.document().annotations().notes()).singleElement().satisfies(note -> assertThat(note.text())
                .isEqualTo("Look here"));
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(designer.canvas().isFocused()).isTrue();

        robot.type(KeyCode.F1);
        settle();
        assertThat(robot.lookup("#keys-overlay").query().isVisible()).isTrue();
        Stages.picture(stage, "designer-keys");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup("#keys-overlay").query().isVisible()).isFalse();
        assertThat(designer.canvas().isFocused()).isTrue();
    }

    @Test
    void pictures(FxRobot robot) {
        chooseEncoder(robot);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        robot.interact(() -> {
            var blocks = designer.view().actions().blocks();
            blocks.name(id("block"), "Transformer encoder");
            blocks.offer(id("block"), "Heads", new BlockParameter.Target(id("attention1"), "heads"));
            blocks.setRepeat(id("block"), 6);
        });
        Stages.picture(stage, "designer-block");
        robot.interact(() -> {
            var notes = designer.view().actions().notes();
            designer.view().select(Selection.ofNodes(Set.of(id("input"), id("embedding"), id("position"))));
            NodeId frame = notes.addFrame().orElseThrow();
            notes.write(frame, "What the words are");
            NodeId note = notes.addNote(Optional.of(new Position(272, 320)));
            notes.write(note, "Six encoders in a row:\nmore heads look at more things at once.");
            NodeId other = notes.addNote(Optional.of(new Position(272, 448)));
            notes.write(other, "Try 2, then 12 repetitions.");
            notes.colour(other, Tint.GREEN);
            designer.canvas().fit();
        });
        Stages.picture(stage, "designer-notes");
        robot.interact(() -> {
            designer.view().enter(id("block"));
            designer.view().select(Selection.of(id("attention1")));
        });
        settle();
        robot.interact(() -> designer.canvas().fit());
        Stages.picture(stage, "designer-inside-block");
        assertThat(model.analysis().isTrainable()).isTrue();
    }
}
