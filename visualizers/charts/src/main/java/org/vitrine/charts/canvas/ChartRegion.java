package org.vitrine.charts.canvas;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.render.Argb;

/**
 * A region that paints with colours of the theme: a canvas knows no CSS, so the colours come in as styleable properties
 * that {@code charts.css} ties to the theme's looked-up colours. Subclasses repaint in {@link #layoutChildren}, at most once
 * a pulse.
 */
public abstract class ChartRegion extends Region {
    private static final StyleablePropertyFactory<ChartRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ChartRegion, Color> TEXT =
            FACTORY.createColorCssMetaData("-vitrine-text", r -> r.text, Color.BLACK, false);
    private static final CssMetaData<ChartRegion, Color> MUTED =
            FACTORY.createColorCssMetaData("-vitrine-muted", r -> r.muted, Color.GRAY, false);
    private static final CssMetaData<ChartRegion, Color> GRID =
            FACTORY.createColorCssMetaData("-vitrine-grid", r -> r.grid, Color.LIGHTGRAY, false);
    private static final CssMetaData<ChartRegion, Color> PAPER =
            FACTORY.createColorCssMetaData("-vitrine-paper", r -> r.paper, Color.WHITE, false);
    private static final CssMetaData<ChartRegion, Font> FONT =
            FACTORY.createFontCssMetaData("-fx-font", r -> r.font, Font.getDefault(), true);

    private final StyleableObjectProperty<Color> text = new Style<>(TEXT, "text", Color.BLACK);
    private final StyleableObjectProperty<Color> muted = new Style<>(MUTED, "muted", Color.GRAY);
    private final StyleableObjectProperty<Color> grid = new Style<>(GRID, "grid", Color.LIGHTGRAY);
    private final StyleableObjectProperty<Color> paper = new Style<>(PAPER, "paper", Color.WHITE);
    private final StyleableObjectProperty<Font> font = new Style<>(FONT, "font", Font.getDefault());
    private Supplier<String> description = () -> "";

    /** Paints under the given style class. */
    protected ChartRegion(String styleClass) {
        getStyleClass().addAll("vitrine-chart", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** What a screen reader says; asked for only when one listens. */
    protected final void describe(Supplier<String> text) {
        description = text;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return description.get();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    /** The description as plain text, for tests and tooltips. */
    public final String description() {
        return description.get();
    }

    public final Color textColor() {
        return text.get();
    }

    public final Color mutedColor() {
        return muted.get();
    }

    public final Color gridColor() {
        return grid.get();
    }

    public final Color paperColor() {
        return paper.get();
    }

    /** The font that this place in the scene inherits. */
    public final ObjectProperty<Font> fontProperty() {
        return font;
    }

    public final Font getFont() {
        return font.get();
    }

    /** Whether the theme is a dark one. */
    public final boolean darkPaper() {
        return Argb.luminance(Colors.argb(paper.get())) < 0.3;
    }

    /** Called when a colour or the font changed; repaints. */
    protected void themeChanged() {
        requestLayout();
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public final String getUserAgentStylesheet() {
        return Stylesheet.url();
    }

    private final class Style<T> extends StyleableObjectProperty<T> {
        private final CssMetaData<ChartRegion, T> metaData;
        private final String name;

        Style(CssMetaData<ChartRegion, T> metaData, String name, T initial) {
            super(initial);
            this.metaData = metaData;
            this.name = name;
        }

        @Override
        protected void invalidated() {
            Objects.requireNonNull(get(), name);
            themeChanged();
        }

        @Override
        public CssMetaData<ChartRegion, T> getCssMetaData() {
            return metaData;
        }

        @Override
        public Object getBean() {
            return ChartRegion.this;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
