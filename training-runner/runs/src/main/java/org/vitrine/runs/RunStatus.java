package org.vitrine.runs;

/** Where a run stands, folded from its events and whether its process lives. */
public enum RunStatus {
    /** No worker was started yet. */
    QUEUED,
    /** The worker loads data and builds the network. */
    STARTING,
    TRAINING,
    PAUSED,
    /** All epochs are done; the test part is being evaluated. */
    EVALUATING,
    FINISHED,
    /** Ended early at the user's wish. */
    STOPPED,
    /** The loss became NaN or infinite. */
    DIVERGED,
    /** The worker reported a failure, or ended without a word; resumable if there is a checkpoint. */
    FAILED;

    /** Whether nothing more will happen by itself. */
    public boolean isOver() {
        return this == FINISHED || this == STOPPED || this == DIVERGED || this == FAILED;
    }
}
