package org.vitrine.editor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.edit.ChangeBlock;
import org.vitrine.graph.edit.Collapse;
import org.vitrine.graph.edit.Edits;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.edit.SetBlockParameter;
import org.vitrine.graph.edit.SetRepeat;
import org.vitrine.graph.edit.Unpack;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** What can be done with blocks, and with layers as a whole; each is one step of undo. */
public final class BlockActions {
    private final GraphViewModel model;

    BlockActions(GraphViewModel model) {
        this.model = model;
    }

    /** Why what is chosen can not become a block, in words; empty if it can. */
    public Optional<String> whyNotCollapse() {
        return Collapse.refusal(model.document(), model.selection().nodes());
    }

    /** Puts the chosen nodes into a block, which is chosen then; empty if they can not become one. */
    public Optional<NodeId> collapse() {
        if (whyNotCollapse().isPresent()) {
            return Optional.empty();
        }
        Set<NodeId> chosen = model.selection().nodes();
        Set<NodeId> taken = new HashSet<>(names(model.document()));
        taken.removeAll(chosen);
        NodeId id = FreeNames.like(new NodeId("block"), taken);
        model.execute(new Collapse(chosen, id, Texts.text("block.new")));
        model.select(Selection.of(id));
        return Optional.of(id);
    }

    /** The chosen block, if one block and nothing else is chosen. */
    public Optional<NodeId> chosenBlock() {
        return model.selection().singleNode().filter(id -> block(id).isPresent());
    }

    /** The block that stands at a node, if one does. */
    public Optional<Block> block(NodeId id) {
        return model.document()
                .graph()
                .node(id)
                .map(Node::layer)
                .filter(Block.class::isInstance)
                .map(Block.class::cast);
    }

    /** Puts the layers of the chosen block in its place and chooses them. */
    public void unpack() {
        chosenBlock().ifPresent(id -> {
            Set<NodeId> before = names(model.document());
            model.execute(new Unpack(id));
            Set<NodeId> fresh = new HashSet<>(names(model.document()));
            fresh.removeAll(before);
            model.select(Selection.ofNodes(fresh));
        });
    }

    public void setRepeat(NodeId id, int repeat) {
        model.execute(new SetRepeat(id, repeat));
    }

    public void set(NodeId id, String parameter, Object value) {
        model.execute(new SetBlockParameter(id, parameter, value));
    }

    public void name(NodeId id, String name) {
        block(id).ifPresent(block -> model.execute(new ChangeBlock(id, name, block.parameters())));
    }

    /** Makes a component of a layer in a block settable from outside; one name may lead to several. */
    public void offer(NodeId id, String name, BlockParameter.Target target) {
        block(id).ifPresent(block -> {
            List<BlockParameter> parameters = new ArrayList<>();
            boolean known = false;
            for (BlockParameter parameter : block.parameters()) {
                List<BlockParameter.Target> targets = new ArrayList<>(parameter.targets());
                if (parameter.name().equals(name) && !targets.contains(target)) {
                    targets.add(target);
                }
                known |= parameter.name().equals(name);
                parameters.add(new BlockParameter(parameter.name(), targets));
            }
            if (!known) {
                parameters.add(new BlockParameter(name, List.of(target)));
            }
            model.endGesture();
            model.execute(new ChangeBlock(id, block.name(), parameters));
            model.endGesture();
        });
    }

    /** Takes a parameter from a block; what it led to stays as it is. */
    public void withdraw(NodeId id, String name) {
        block(id).ifPresent(block -> {
            model.endGesture();
            model.execute(new ChangeBlock(
                    id,
                    block.name(),
                    block.parameters().stream()
                            .filter(parameter -> !parameter.name().equals(name))
                            .toList()));
            model.endGesture();
        });
    }

    /** Puts a layer of another kind in the place of each chosen node; what both kinds have in common is kept. */
    public void replace(LayerSpec layer) {
        List<NodeId> chosen = model.selection().nodes().stream().sorted().toList();
        if (!chosen.isEmpty()) {
            model.endGesture();
            model.execute(Edits.replaceAll(model.document(), chosen, layer));
            model.endGesture();
        }
    }

    private static Set<NodeId> names(GraphDocument document) {
        return new HashSet<>(document.graph().nodes().stream().map(Node::id).toList());
    }
}
