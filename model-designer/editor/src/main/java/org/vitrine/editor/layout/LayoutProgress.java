package org.vitrine.editor.layout;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/** Tells ELK when to stop, and others how far it is. */
final class LayoutProgress extends BasicProgressMonitor {
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;

    /** @param progress called on the thread of the layout with a share from 0 to 1 */
    LayoutProgress(BooleanSupplier cancelled, DoubleConsumer progress) {
        this.cancelled = cancelled;
        this.progress = progress;
    }

    @Override
    public boolean isCanceled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
        return new LayoutProgress(cancelled, share -> {});
    }

    @Override
    protected void doWorked(float completedWork, float totalWork, boolean topInstance) {
        if (totalWork > 0) {
            progress.accept(Math.max(0, Math.min(1, (double) completedWork / totalWork)));
        }
    }
}
