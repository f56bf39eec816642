package org.vitrine.editor.look;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.vitrine.graph.layer.Family;

/** The icon of a layer family, and the style class that carries its colour: always used together. */
public final class FamilyLook {
    private FamilyLook() {}

    public static Ikon icon(Family family) {
        return switch (family) {
            case INPUT -> MaterialDesignT.TRAY_ARROW_DOWN;
            case DENSE -> MaterialDesignG.GRAPH_OUTLINE;
            case CONVOLUTION -> MaterialDesignG.GRID;
            case RECURRENT -> MaterialDesignA.AUTORENEW;
            case ATTENTION -> MaterialDesignE.EYE_OUTLINE;
            case NORMALIZATION -> MaterialDesignS.SCALE_BALANCE;
            case SHAPE -> MaterialDesignV.VECTOR_COMBINE;
            case OUTPUT -> MaterialDesignT.TARGET;
            case BLOCK -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
        };
    }

    /** Sets {@code -family} and {@code -family-tint} for a node and all within it. */
    public static String styleClass(Family family) {
        return "family-" + family.name().toLowerCase(Locale.ROOT);
    }

    /** The icon in the colour of the family class of any parent. */
    public static FontIcon graphic(Family family) {
        FontIcon graphic = new FontIcon(icon(family));
        graphic.getStyleClass().add("family-icon");
        return graphic;
    }
}
