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

    /** The colour of a family, as {@code editor.css} has it: it keeps 3:1 against a light and a dark background. */
    public static String color(Family family) {
        return switch (family) {
            case INPUT -> "#6b7280";
            case DENSE -> "#0d9488";
            case CONVOLUTION -> "#3b82f6";
            case RECURRENT -> "#16a34a";
            case ATTENTION -> "#8b5cf6";
            case NORMALIZATION -> "#d97706";
            case SHAPE -> "#64748b";
            case OUTPUT -> "#e11d48";
            case BLOCK -> "#0891b2";
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
