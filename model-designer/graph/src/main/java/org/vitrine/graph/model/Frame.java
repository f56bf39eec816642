package org.vitrine.graph.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A titled, coloured frame around some nodes: it is as large as they need, and gone with the last of them. */
public record Frame(NodeId id, String title, Tint tint, Set<NodeId> members) {
    public Frame {
        members = Collections.unmodifiableSet(new TreeSet<>(members));
    }

    public Frame withId(NodeId newId) {
        return new Frame(newId, title, tint, members);
    }

    public Frame withTitle(String newTitle) {
        return new Frame(id, newTitle, tint, members);
    }

    public Frame withTint(Tint newTint) {
        return new Frame(id, title, newTint, members);
    }

    public Frame withMembers(Set<NodeId> newMembers) {
        return new Frame(id, title, tint, newMembers);
    }
}
