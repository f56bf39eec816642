package org.vitrine.graph.model;

/** Text on the canvas. Its id is unique among notes and frames; in a block it has the block's path before it. */
public record Note(NodeId id, String text, Position position, double width, double height, Tint tint) {
    public Note {
        if (!(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
            throw new IllegalArgumentException("A note needs a size, not " + width + " × " + height);
        }
    }

    public Note withId(NodeId newId) {
        return new Note(newId, text, position, width, height, tint);
    }

    public Note withPosition(Position newPosition) {
        return new Note(id, text, newPosition, width, height, tint);
    }

    public Note withText(String newText) {
        return new Note(id, newText, position, width, height, tint);
    }

    public Note withSize(double newWidth, double newHeight) {
        return new Note(id, text, position, newWidth, newHeight, tint);
    }

    public Note withTint(Tint newTint) {
        return new Note(id, text, position, width, height, newTint);
    }
}
