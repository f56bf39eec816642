package org.vitrine.runs.watch;

import org.vitrine.datasets.Part;

/** An example that is looked at again and again while a model learns. */
public record Pinned(Part part, int example) {}
