package org.vitrine.editor.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.Selection;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.FrameArea;
import org.vitrine.editor.plan.Plan;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;

/** Notes and frames, drawn behind nodes and edges. Frames are as large as what they go around. */
final class AnnotationLayer extends Group {
    private final Map<NodeId, AnnotationView> views = new HashMap<>();

    AnnotationLayer() {
        setManaged(false);
    }

    void show(GraphState state, Plan plan) {
        if (state.document().annotations().isEmpty() && views.isEmpty()) {
            return;
        }
        Map<NodeId, AnnotationView> before = new HashMap<>(views);
        views.clear();
        getChildren().clear();
        for (Frame frame : state.document().annotations().frames()) {
            if (!frame.id().isPath()) {
                AnnotationView view = view(frame.id(), before);
                Optional<Box> area = FrameArea.of(frame, plan);
                view.setVisible(area.isPresent());
                area.ifPresent(box -> view.show(frame, box));
                add(frame.id(), view);
            }
        }
        for (Note note : state.document().annotations().notes()) {
            if (!note.id().isPath()) {
                AnnotationView view = view(note.id(), before);
                view.show(note);
                add(note.id(), view);
            }
        }
    }

    private static AnnotationView view(NodeId id, Map<NodeId, AnnotationView> before) {
        AnnotationView known = before.get(id);
        return known == null ? new AnnotationView(id) : known;
    }

    private void add(NodeId id, AnnotationView view) {
        views.put(id, view);
        getChildren().add(view);
    }

    void select(Selection selection) {
        views.forEach((id, view) -> view.setSelected(selection.annotations().contains(id)));
    }
}
