package org.vitrine.editor.palette;

import org.vitrine.graph.layer.LayerSpec;

/** Where the palette's layers go. Points are in the scene's pixels. */
public interface PaletteTarget {

    /** Adds a layer where it is expected. */
    void add(LayerSpec layer);

    /** A layer is dragged over this point. */
    void dragged(LayerSpec layer, double sceneX, double sceneY);

    /** A layer was released over this point. */
    void dropped(LayerSpec layer, double sceneX, double sceneY);

    /** The drag was given up. */
    void cancelled();
}
