package org.vitrine.worker.layers;

/** A layer whose output for an example depends on the others of its batch in training, so that a batch must stay whole. */
public interface CouplesExamples {}
