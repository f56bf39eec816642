package org.vitrine.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.panel.Panel;
import org.vitrine.charts.panel.Table;
import org.vitrine.drawing.Figure;

/** A panel and its icon. */
record EvaluationPanel(Panel panel, String icon) {

    /** A figure of its own size. */
    static FigureView view(String id) {
        FigureView view = new FigureView(() -> Texts.get("evaluate." + id));
        view.setId("figure-" + id);
        return view;
    }

    /** A panel with a figure and what steers it. */
    static EvaluationPanel of(
            String id, String icon, FigureView view, Supplier<Optional<Table>> table, Node... controls) {
        return new EvaluationPanel(
                new Panel(id, Texts.get("evaluate." + id), under(view, controls), shown(view), table), icon);
    }

    /** A panel with a figure that may be higher than its room. */
    static EvaluationPanel scrolled(
            String id, String icon, FigureView view, Supplier<Optional<Table>> table, Node... controls) {
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefHeight(280);
        return new EvaluationPanel(
                new Panel(id, Texts.get("evaluate." + id), under(scroll, controls), shown(view), table), icon);
    }

    private static Supplier<Optional<Figure>> shown(FigureView view) {
        return () -> Optional.of(view.figureProperty().get());
    }

    private static Node under(Node content, Node... controls) {
        if (controls.length == 0) {
            return content;
        }
        HBox row = new HBox(10, controls);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("panel-controls");
        VBox box = new VBox(4, row, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        return box;
    }

    /** Shows now, and anew whenever one of these changes. */
    static void watch(Runnable show, ObservableValue<?>... values) {
        for (ObservableValue<?> value : values) {
            value.addListener((changed, before, now) -> show.run());
        }
        show.run();
    }

    static Label note(String id) {
        Label note = new Label();
        note.setId("note-" + id);
        note.setWrapText(true);
        note.getStyleClass().add("text-muted");
        HBox.setHgrow(note, Priority.ALWAYS);
        return note;
    }

    /** No numbers. */
    static Supplier<Optional<Table>> none() {
        return Optional::empty;
    }

    /** A table of rows that are made when it is asked for. */
    static Supplier<Optional<Table>> table(List<String> columns, Supplier<List<? extends List<?>>> rows) {
        return () -> Optional.of(Table.of(columns, rows.get()));
    }
}
