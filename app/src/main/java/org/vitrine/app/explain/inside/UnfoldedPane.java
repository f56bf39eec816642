package org.vitrine.app.explain.inside;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.shared.Texts;
import org.vitrine.arithmetic.Unfolded;
import org.vitrine.charts.format.Numbers;

/** The arithmetic of a number, row by row: factors with where they come from, products, and a bar for each. */
final class UnfoldedPane extends VBox {
    private static final int SHOWN = 24;
    private static final int MOST = 1000;
    private static final double BAR = 72;

    private final InsideViewModel model;

    UnfoldedPane(InsideViewModel model) {
        super(8);
        this.model = model;
        setId("inside-arithmetic");
        getStyleClass().add("inside-arithmetic");
        model.place().subscribe(place -> show(SHOWN));
    }

    private void show(int most) {
        getChildren().clear();
        model.place().get().ifPresent(place -> {
            Label value = new Label(InsideTexts.value(place));
            value.setWrapText(true);
            value.getStyleClass().add("panel-title");
            value.setId("inside-value");
            Label rule = new Label(RuleTexts.of(place.shown()));
            rule.setWrapText(true);
            rule.setId("inside-rule");
            getChildren().add(value);
            model.meaning().ifPresent(meaning -> {
                Label units = new Label(InsideTexts.meaning(meaning));
                units.setId("inside-meaning");
                units.setWrapText(true);
                getChildren().add(units);
            });
            getChildren().addAll(path(place), rule, terms(model.rows(), most));
        });
    }

    /** From the value of the cell down to the number that is shown. */
    private Node path(InsideViewModel.Place place) {
        FlowPane path = new FlowPane(4, 0);
        List<Unfolded> numbers = place.path();
        for (int depth = 0; depth < numbers.size(); depth++) {
            int to = depth;
            String title = numbers.get(depth).title();
            if (depth < numbers.size() - 1) {
                Hyperlink up = new Hyperlink(title);
                up.setOnAction(event -> model.upTo(to));
                path.getChildren().addAll(up, new Label("\u203a"));
            } else {
                Label here = new Label(title);
                here.setStyle("-fx-font-weight: bold;");
                path.getChildren().add(here);
            }
        }
        return path;
    }

    private Node terms(List<TermRow> rows, int most) {
        GridPane grid = new GridPane();
        grid.setId("inside-terms");
        grid.setHgap(8);
        grid.setVgap(2);
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(what, number, new ColumnConstraints(BAR));
        int shown = Math.min(most, rows.size());
        for (int i = 0; i < shown; i++) {
            grid.addRow(i, factors(rows.get(i)), product(rows.get(i)), bar(rows.get(i)));
        }
        VBox all = new VBox(4, grid);
        if (rows.size() > shown) {
            double rest = rows.stream().skip(shown).mapToDouble(TermRow::value).sum();
            String text = Texts.format("inside.more", String.valueOf(rows.size() - shown), Numbers.value(rest));
            if (most < MOST) {
                Hyperlink more = new Hyperlink(text);
                more.setId("inside-more");
                more.setOnAction(event -> show(MOST));
                all.getChildren().add(more);
            } else {
                all.getChildren().add(new Label(text));
            }
        }
        return all;
    }

    private Node factors(TermRow row) {
        FlowPane parts = new FlowPane(4, 0);
        parts.setPrefWrapLength(340);
        for (TermRow.Part part : row.parts()) {
            if (!parts.getChildren().isEmpty()) {
                parts.getChildren().add(new Label("\u00d7"));
            }
            Label value = new Label(Numbers.value(part.value()));
            value.setStyle("-fx-font-weight: bold;");
            parts.getChildren().addAll(value, named(part));
        }
        return parts;
    }

    private Node named(TermRow.Part part) {
        return part.link()
                .<Node>map(source -> {
                    Hyperlink link = new Hyperlink(part.text());
                    link.setOnAction(event -> model.follow(source));
                    link.setTooltip(new Tooltip(Texts.get("inside.follow")));
                    return link;
                })
                .orElseGet(() -> {
                    Label label = new Label(part.text());
                    label.getStyleClass().add("text-muted");
                    return label;
                });
    }

    private static Node product(TermRow row) {
        Label product = new Label((row.chosen() ? "\u25b6 " : "") + Numbers.signed(row.value(), 4));
        product.setMinWidth(Region.USE_PREF_SIZE);
        if (row.chosen()) {
            product.setStyle("-fx-font-weight: bold;");
        }
        return product;
    }

    /** Red to the right for what adds, blue to the left for what takes away. */
    private static Node bar(TermRow row) {
        Region bar = new Region();
        double half = BAR / 2;
        double width = Math.max(1, Math.abs(row.share()) * half);
        bar.setMinSize(width, 8);
        bar.setMaxSize(width, 8);
        bar.getStyleClass().add(row.value() < 0 ? "inside-minus" : "inside-plus");
        Region gap = new Region();
        double left = row.value() < 0 ? half - width : half;
        gap.setMinWidth(left);
        gap.setMaxWidth(left);
        HBox box = new HBox(gap, bar);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
