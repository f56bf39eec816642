package org.vitrine.editor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

class ArrangementTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final NodeId C = new NodeId("c");
    private static final Map<NodeId, Position> PLACES =
            Map.of(A, new Position(0, 400), B, new Position(304, 16), C, new Position(96, 160));

    @Test
    void nodesComeIntoLineWithTheOutermostOneOrTheirMiddle() {
        assertThat(Arrangement.LEFT.of(PLACES).get(B)).isEqualTo(new Position(0, 16));
        assertThat(Arrangement.RIGHT.of(PLACES).get(C)).isEqualTo(new Position(304, 160));
        assertThat(Arrangement.TOP.of(PLACES).get(A)).isEqualTo(new Position(0, 16));
        assertThat(Arrangement.BOTTOM.of(PLACES).get(C)).isEqualTo(new Position(96, 400));
        assertThat(Arrangement.CENTRE.of(PLACES).get(A)).isEqualTo(new Position(136, 400));
        assertThat(Arrangement.MIDDLE.of(PLACES).get(A)).isEqualTo(new Position(0, 192));
    }

    @Test
    void evenGapsKeepTheOutermostTwoAndTheOrder() {
        assertThat(Arrangement.EVEN_ACROSS.of(PLACES))
                .containsEntry(A, new Position(0, 400))
                .containsEntry(C, new Position(152, 160))
                .containsEntry(B, new Position(304, 16));
        assertThat(Arrangement.EVEN_DOWN.of(PLACES))
                .containsEntry(B, new Position(304, 16))
                .containsEntry(C, new Position(96, 208))
                .containsEntry(A, new Position(0, 400));
    }

    @Test
    void twoNodesCanBeAlignedButHaveNoGapsToMakeEven() {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        model.select(Selection.ofNodes(java.util.List.of(Graphs.id("input"), Graphs.id("dense"))));

        assertThat(model.actions().canArrange(Arrangement.LEFT)).isTrue();
        assertThat(model.actions().canArrange(Arrangement.EVEN_DOWN)).isFalse();
        model.actions().arrange(Arrangement.EVEN_DOWN);
        assertThat(model.canUndoProperty().get()).isFalse();
        model.actions().arrange(Arrangement.TOP);
        assertThat(model.undoTitleProperty().get()).isEqualTo("Align");
    }
}
