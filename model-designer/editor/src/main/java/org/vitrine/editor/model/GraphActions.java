package org.vitrine.editor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.analysis.Fix;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.EditList;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InsertFragment;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.RenameNode;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** The actions of the designer; each is one step of undo. */
public final class GraphActions {
    private static final double PASTE_OFFSET = 3 * NodeMetrics.GRID;

    private final GraphViewModel model;
    private final GraphClipboard clipboard;
    private final BlockActions blocks;
    private final NoteActions notes;

    GraphActions(GraphViewModel model, GraphClipboard clipboard) {
        this.model = model;
        this.clipboard = clipboard;
        blocks = new BlockActions(model);
        notes = new NoteActions(model);
    }

    public BlockActions blocks() {
        return blocks;
    }

    public NoteActions notes() {
        return notes;
    }

    /**
     * Adds a layer where one would expect it: on the chosen edge, else after the chosen node and connected to it, else
     * at the end, unconnected. The new node is chosen.
     */
    public NodeId add(LayerSpec layer) {
        Optional<Edge> edge = model.selection().singleEdge();
        if (edge.isPresent() && fitsOnEdge(layer)) {
            return insertOn(edge.get(), layer);
        }
        Optional<NodeId> after = model.selection().singleNode().filter(node -> canFollow(node, layer));
        if (after.isEmpty()) {
            return addAt(layer, Placement.atEnd(model.document()));
        }
        List<Edge> outputs = model.document().graph().outputsOf(after.get());
        NodeId id = FreeNames.forLayer(layer, model.document().graph());
        if (outputs.size() <= 1 && fitsOnEdge(layer)) {
            model.execute(Edits.insertAfter(model.document(), after.get(), layer));
        } else {
            run(
                    "AddNode",
                    List.of(
                            new AddNode(new Node(id, layer), Placement.below(model.document(), after.get())),
                            new Connect(new Edge(after.get(), id, 0))));
        }
        model.select(Selection.of(id));
        return id;
    }

    /** Adds an unconnected layer near a place. */
    public NodeId addAt(LayerSpec layer, Position place) {
        NodeId id = FreeNames.forLayer(layer, model.document().graph());
        model.execute(new AddNode(new Node(id, layer), Placement.freeNear(model.document(), place)));
        model.select(Selection.of(id));
        return id;
    }

    /** Puts a layer on an edge, through its first port; what follows makes room. */
    public NodeId insertOn(Edge edge, LayerSpec layer) {
        NodeId id = FreeNames.forLayer(layer, model.document().graph());
        model.execute(Edits.insertOn(model.document(), edge, layer));
        model.select(Selection.of(id));
        return id;
    }

    /** Whether a layer has an input and an output. */
    public static boolean fitsOnEdge(LayerSpec layer) {
        return layer.ports().max() > 0 && layer.family() != Family.OUTPUT;
    }

    private boolean canFollow(NodeId node, LayerSpec layer) {
        return layer.ports().max() > 0 && model.document().graph().layer(node).family() != Family.OUTPUT;
    }

    /** Makes an edge unless it is forbidden; the verdict says why. */
    public Connections.Verdict connect(Edge edge) {
        Connections.Verdict verdict = Connections.check(model.state(), model.data(), edge);
        if (verdict.kind() != Connections.Kind.FORBIDDEN) {
            model.execute(new Connect(edge));
        }
        return verdict;
    }

    public void delete() {
        Selection chosen = model.selection();
        if (!chosen.isEmpty()) {
            List<GraphEdit> edits = new ArrayList<>(NoteActions.removal(chosen));
            edits.add(0, new RemoveParts(chosen.nodes(), chosen.edges()));
            model.execute(edits.size() == 1 ? edits.get(0) : new EditList("RemoveParts", edits));
        }
    }

    /** Whether the chosen node can be taken out with its neighbours joined. */
    public boolean canBypass() {
        return model.selection()
                .singleNode()
                .filter(id -> model.document().graph().inputsOf(id).size() == 1)
                .isPresent();
    }

    /** Takes the chosen node out and joins what was before it to what was behind it. */
    public void bypass() {
        if (canBypass()) {
            model.selection().singleNode().ifPresent(id -> model.execute(Edits.bypass(model.document(), id)));
        }
    }

    public void copy() {
        Set<NodeId> nodes = model.selection().nodes();
        if (!nodes.isEmpty()) {
            clipboard.put(Fragment.of(model.document(), nodes));
        }
    }

    public void cut() {
        if (!model.selection().nodes().isEmpty()) {
            copy();
            run("Cut", List.of(new RemoveParts(model.selection().nodes(), Set.of())));
        }
    }

    public void paste() {
        clipboard.get().ifPresent(fragment -> insert("Paste", fragment));
    }

    /** Why there is nothing to paste, in words; empty if there is. */
    public Optional<String> whyNotPaste() {
        return clipboard.whyNot();
    }

    public boolean canPaste() {
        return clipboard.get().isPresent();
    }

    public void duplicate() {
        Set<NodeId> nodes = model.selection().nodes();
        if (!nodes.isEmpty()) {
            insert("Duplicate", Fragment.of(model.document(), nodes));
        }
    }

    private void insert(String nameKey, Fragment fragment) {
        GraphDocument document = model.document();
        double offset = PASTE_OFFSET;
        Set<Position> taken = new HashSet<>(document.positions());
        while (anyTaken(taken, fragment, offset)) {
            offset += PASTE_OFFSET;
        }
        Fragment renamed = fragment.renamedFor(document.graph(), offset, offset);
        run(nameKey, List.of(new InsertFragment(renamed)));
        model.select(Selection.ofNodes(renamed.nodes().stream().map(Node::id).toList()));
    }

    private static boolean anyTaken(Set<Position> taken, Fragment fragment, double offset) {
        return fragment.layout().values().stream().anyMatch(place -> taken.contains(place.plus(offset, offset)));
    }

    /** Moves nodes; moves of the same nodes in a row are one step until {@link GraphViewModel#endGesture()}. */
    public void moveTo(Map<NodeId, Position> places) {
        if (!places.isEmpty()) {
            model.execute(new MoveNodes(places));
        }
    }

    /** Moves the chosen nodes by (dx, dy). */
    public void nudge(double dx, double dy) {
        Map<NodeId, Position> places = new HashMap<>();
        model.document().layout().forEach((id, place) -> {
            if (model.selection().nodes().contains(id)) {
                places.put(id, place.plus(dx, dy));
            }
        });
        List<GraphEdit> others = notes.moves(dx, dy);
        if (others.isEmpty()) {
            moveTo(places);
        } else {
            others.add(new MoveNodes(places));
            run("MoveNodes", others);
        }
    }

    /** Whether enough nodes are chosen to put them in line. */
    public boolean canArrange(Arrangement way) {
        return model.selection().nodes().size() >= way.least();
    }

    /** Puts the chosen nodes in line. */
    public void arrange(Arrangement way) {
        Map<NodeId, Position> chosen = new HashMap<>(model.document().layout());
        chosen.keySet().retainAll(model.selection().nodes());
        if (canArrange(way) && chosen.size() >= way.least()) {
            run("Align", List.of(new MoveNodes(way.of(chosen))));
        }
    }

    /** Why a node can not be named so; empty if it can. */
    public Optional<String> whyNotName(NodeId id, String name) {
        if (!NodeId.isValid(name)) {
            return Optional.of(Texts.text("rename.form"));
        }
        ModelGraph graph = model.document().graph();
        boolean taken = !id.value().equals(name) && graph.node(new NodeId(name)).isPresent();
        return taken ? Optional.of(Texts.text("rename.taken", name)) : Optional.empty();
    }

    /** Renames a node if the name is allowed; the selection follows. */
    public boolean rename(NodeId id, String name) {
        if (whyNotName(id, name).isPresent()) {
            return false;
        }
        NodeId renamed = new NodeId(name);
        boolean chosen = model.selection().nodes().contains(id);
        Set<NodeId> nodes = new HashSet<>(model.selection().nodes());
        model.execute(new RenameNode(id, renamed));
        if (chosen) {
            nodes.remove(id);
            nodes.add(renamed);
            model.select(Selection.ofNodes(nodes));
        }
        return true;
    }

    /** Applies the fix of a problem. */
    public void apply(Fix fix) {
        model.execute(fix.edit());
    }

    /** Takes over the places that the automatic layout found, for those nodes that are still there. */
    public void applyLayout(Map<NodeId, Position> places) {
        Map<NodeId, Position> known = new HashMap<>(places);
        known.keySet()
                .retainAll(
                        model.document().graph().nodes().stream().map(Node::id).toList());
        run("AutoLayout", List.of(new MoveNodes(known)));
    }

    private void run(String nameKey, List<GraphEdit> edits) {
        model.execute(new EditList(nameKey, edits));
    }
}
