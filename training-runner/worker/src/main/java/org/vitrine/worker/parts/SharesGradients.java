package org.vitrine.worker.parts;

/** The memory of passes that never write into a gradient which several vertices got, so that no vertex need copy it. */
public interface SharesGradients {}
