package org.vitrine.runs.store;

/** What a worker does when the process that started it is gone. */
public enum ParentPolicy {
    KEEP_TRAINING,
    CHECKPOINT_AND_STOP
}
