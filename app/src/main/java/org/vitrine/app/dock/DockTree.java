package org.vitrine.app.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Orientation;
import org.jspecify.annotations.Nullable;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/** Turns layouts into the containers of BentoFX and back. */
final class DockTree {
    private final Bento bento;
    private final Map<String, Dockable> dockables;
    private @Nullable DockContainerRootBranch root;

    DockTree(Bento bento, Map<String, Dockable> dockables) {
        this.bento = bento;
        this.dockables = dockables;
    }

    /** Makes new containers; panels leave the old ones. */
    DockContainerRootBranch build(DockLayout layout) {
        if (root != null) {
            dockables
                    .values()
                    .forEach(dockable -> dockable.inContainer(leaf -> {
                        leaf.setPruneWhenEmpty(false);
                        leaf.removeDockable(dockable);
                    }));
            bento.unregisterRoot(root);
        }
        DockContainerRootBranch built = bento.dockBuilding().root();
        if (layout.kind() == DockLayout.Kind.TABS) {
            built.addContainer(container(layout));
        } else {
            fill(built, layout);
        }
        root = built;
        bento.registerRoot(built);
        return built;
    }

    private DockContainer container(DockLayout layout) {
        if (layout.kind() != DockLayout.Kind.TABS) {
            DockContainerBranch branch = bento.dockBuilding().branch();
            fill(branch, layout);
            return branch;
        }
        DockContainerLeaf leaf = bento.dockBuilding().leaf();
        for (String panel : layout.panels()) {
            leaf.addDockable(Objects.requireNonNull(dockables.get(panel), panel));
        }
        leaf.selectDockable(Objects.requireNonNull(dockables.get(layout.front())));
        return leaf;
    }

    private void fill(DockContainerBranch branch, DockLayout layout) {
        branch.setOrientation(layout.kind() == DockLayout.Kind.ROW ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        layout.parts().forEach(part -> branch.addContainer(container(part)));
        double[] dividers = new double[layout.parts().size() - 1];
        double place = 0;
        for (int i = 0; i < dividers.length; i++) {
            place += layout.shares().get(i);
            dividers[i] = place;
        }
        branch.setDividerPositions(dividers);
    }

    /** Where the panels stand now. */
    DockLayout layout() {
        return layout(Objects.requireNonNull(root));
    }

    private static DockLayout layout(DockContainer container) {
        if (container instanceof DockContainerLeaf leaf) {
            Dockable front = leaf.getSelectedDockable();
            return DockLayout.tabs(
                    leaf.getDockables().stream().map(Dockable::getIdentifier).toList(),
                    front == null ? "" : front.getIdentifier());
        }
        DockContainerBranch branch = (DockContainerBranch) container;
        List<DockLayout> parts = new ArrayList<>();
        branch.getChildContainers().forEach(child -> parts.add(layout(child)));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<Double> shares = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < parts.size(); i++) {
            double end = i < parts.size() - 1 ? branch.getDividerPositions()[i] : 1;
            // To the thousandth: windows of other sizes round to other pixels.
            shares.add(Math.round((end - before) * 1000) / 1000.0);
            before = end;
        }
        boolean row = branch.getOrientation() == Orientation.HORIZONTAL;
        return new DockLayout(row ? DockLayout.Kind.ROW : DockLayout.Kind.COLUMN, List.of(), "", parts, shares);
    }
}
