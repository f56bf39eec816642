package org.vitrine.editor.canvas;

/** What the canvas asks of the stage around it. */
public interface CanvasRequests {

    /** Bring the keyboard to the parameters of the chosen node. */
    void editParameters();

    /** Bring the keyboard to the name of the chosen node. */
    void editName();

    /** Arrange the graph automatically. */
    void arrange();

    /** Choose what stands in the place of the chosen nodes. */
    void replace();

    /** Show the keys. */
    void help();
}
