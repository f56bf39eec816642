package org.vitrine.editor.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Selection;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/** Shows and edits what is chosen: a node, an edge, several parts, or with nothing chosen the document. */
public final class InspectorView extends StackPane {

    /** What the current section was made for: another one needs another section. */
    private record Subject(
            Optional<NodeId> node,
            Optional<Class<? extends LayerSpec>> type,
            Optional<Edge> edge,
            Optional<NodeId> annotation,
            Optional<NodeId> around,
            List<String> parameters,
            int size) {}

    private final GraphViewModel model;
    private final BlockCommands library;
    private final Runnable back;
    private final ScrollPane scroll = new ScrollPane();
    private Subject subject;
    private Section section;

    /**
     * @param library where blocks can go
     * @param back brings the keyboard back to the canvas
     */
    public InspectorView(GraphViewModel model, BlockCommands library, Runnable back) {
        this.model = model;
        this.library = library;
        this.back = back;
        getStyleClass().add("inspector");
        setId("inspector");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        subject = subject();
        section = section();
        scroll.setContent(section.node());
        model.stateProperty().addListener((observable, before, now) -> show(now));
        model.selectionProperty().addListener((observable, before, now) -> show(model.state()));
        // Undo belongs to the document, not to the text field that happens to have the focus.
        addEventFilter(KeyEvent.KEY_PRESSED, this::undoKeys);
    }

    private void undoKeys(KeyEvent event) {
        boolean z = event.isShortcutDown() && event.getCode() == KeyCode.Z;
        if (z && !event.isShiftDown()) {
            model.undo();
            event.consume();
        } else if (z || (event.isShortcutDown() && event.getCode() == KeyCode.Y)) {
            model.redo();
            event.consume();
        }
    }

    private void show(GraphState state) {
        Subject now = subject();
        if (now.equals(subject)) {
            section.update(state);
        } else {
            subject = now;
            section = section();
            scroll.setContent(section.node());
            scroll.setVvalue(0);
        }
    }

    private Subject subject() {
        Selection chosen = model.selection();
        Optional<NodeId> node = chosen.singleNode()
                .filter(id -> model.document().graph().node(id).isPresent());
        return new Subject(
                node,
                node.map(id -> model.document().graph().layer(id).getClass()),
                chosen.singleEdge(),
                chosen.singleAnnotation(),
                model.blockProperty().get(),
                parameters(chosen),
                Math.min(chosen.size(), 2));
    }

    /** The names in the form that goes with the selection. */
    private List<String> parameters(Selection chosen) {
        Optional<Block> block =
                chosen.singleNode().flatMap(id -> model.actions().blocks().block(id));
        if (block.isPresent()) {
            return block.get().parameters().stream().map(BlockParameter::name).toList();
        }
        return ManySection.common(model).stream()
                .map(common -> common.parameter().name())
                .toList();
    }

    private Section section() {
        if (subject.annotation().isPresent()) {
            return new AnnotationSection(model, subject.annotation().get(), back);
        }
        if (model.actions().blocks().chosenBlock().isPresent()) {
            return new BlockSection(model, subject.node().orElseThrow(), library);
        }
        if (subject.node().isPresent()) {
            return new NodeSection(model, subject.node().get());
        }
        if (subject.edge().isPresent()) {
            return new EdgeSection(model, subject.edge().get());
        }
        return subject.size() == 0 ? new DocumentSection(model) : new ManySection(model);
    }

    /** Brings the keyboard to the first parameter of what is chosen. */
    public void focusParameters() {
        section.focusParameters();
    }

    /** Brings the keyboard to the name of what is chosen. */
    public void focusName() {
        section.focusName();
    }
}
