package org.vitrine.worker.network;

/** An objective whose outputs are scores of an example as a whole. */
public interface ScoredObjective extends Objective, Scores {}
