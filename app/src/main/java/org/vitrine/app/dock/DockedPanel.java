package org.vitrine.app.dock;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A panel of a dock.
 *
 * @param id stays the same for ever: layouts that were put down name it
 * @param icon of the Material Design icons, such as {@code mdi2c-chart-line}
 * @param content made when the panel is first in front, so that what nobody looks at costs nothing
 */
public record DockedPanel(String id, String title, String icon, Supplier<? extends Node> content) {}
