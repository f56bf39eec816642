package org.vitrine.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is opened below comes into sight, and nothing else moves the page. */
class PartsScrollTest {
    private final Region maps = new Region();
    private final Button open = new Button("Open");
    private final Region rows = new Region();
    private final VBox part = new VBox(open, rows);
    private final Button elsewhere = new Button("Elsewhere");
    private PartsScroll scroll = new PartsScroll(new VBox());

    @BeforeEach
    void show() throws Exception {
        maps.setMinHeight(260);
        VBox.setVgrow(maps, Priority.ALWAYS);
        height(0);
        Stage stage = FxToolkit.registerPrimaryStage();
        fx(() -> {
            scroll = new PartsScroll(new VBox(maps, new Region(), part));
            VBox.setVgrow(scroll, Priority.ALWAYS);
            stage.setScene(new Scene(new VBox(elsewhere, scroll), 500, 430));
            stage.show();
        });
    }

    @Test
    void aPartThatFitsIsSeenWhole() {
        fx(open::requestFocus);
        fx(() -> height(300));
        assertThat(foot()).isBetween(scroll.getViewportBounds().getHeight() - 2, scroll.getHeight() + 1);
        assertThat(top()).isPositive();
    }

    @Test
    void ofAHigherPartTheTopIsSeen() {
        fx(open::requestFocus);
        fx(() -> height(900));
        assertThat(top()).isBetween(-1.0, 1.0);
    }

    @Test
    void whatGrowsByItselfMovesNothing() {
        fx(elsewhere::requestFocus);
        fx(() -> height(900));
        assertThat(scroll.getVvalue()).isZero();
    }

    private void height(double height) {
        rows.setMinHeight(height);
        rows.setPrefHeight(height);
    }

    /** The upper edge of the part, from the upper edge of what is seen. */
    private double top() {
        return part.localToScene(0, 0).getY() - scroll.localToScene(0, 0).getY();
    }

    private double foot() {
        return top() + part.getHeight();
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
