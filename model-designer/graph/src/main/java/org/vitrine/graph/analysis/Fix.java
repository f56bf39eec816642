package org.vitrine.graph.analysis;

import org.vitrine.graph.edit.GraphEdit;

/** An edit that was verified to make a problem go away, with the text of its button. */
public record Fix(String text, GraphEdit edit) {}
