package org.vitrine.editor.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.look.NodeText;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

/** A layer on the canvas: family icon and name, key parameters, output shape and parameter count, ports on its rim. */
final class NodeView extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final NodeId nodeId;
    private final Label icon = new Label();
    private final Label name = label("node-name");
    private final Label title = label("node-title");
    private final Label brief = label("node-brief");
    private final Label output = label("node-output");
    private final Label parameters = label("node-parameters");
    private final Label repeat = label("node-repeat");
    private final Label badge = new Label("", new FontIcon(MaterialDesignA.ALERT_CIRCLE));
    private final Tooltip problemTip = new Tooltip();
    private final HBox header = new HBox(icon, name, repeat, spacer(), title, badge);
    private final HBox footer = new HBox(output, spacer(), parameters);
    private final VBox body = new VBox(header, brief, footer);
    private final List<PortView> inputs = new ArrayList<>();
    private final @Nullable PortView outputPort;
    private @Nullable Family shownFamily;
    private long shownRevision = -1;
    private @Nullable NodeText shownText;
    private @Nullable Badge shownBadge;
    private @Nullable BadgeView quantity;

    NodeView(Node node) {
        nodeId = node.id();
        getStyleClass().add("node");
        body.getStyleClass().add("node-body");
        header.getStyleClass().add("node-header");
        footer.getStyleClass().add("node-footer");
        badge.getStyleClass().add("node-badge");
        header.setAlignment(Pos.CENTER_LEFT);
        footer.setAlignment(Pos.CENTER_LEFT);
        for (Label fixed : List.of(icon, repeat, badge, parameters)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        badge.managedProperty().bind(badge.visibleProperty());
        repeat.managedProperty().bind(repeat.visibleProperty());
        title.managedProperty().bind(title.visibleProperty());
        problemTip.setShowDelay(Duration.millis(200));
        problemTip.setWrapText(true);
        problemTip.setMaxWidth(360);
        badge.setTooltip(problemTip);
        body.setManaged(false);
        body.resize(NodeMetrics.WIDTH, NodeMetrics.HEIGHT);
        setPrefSize(NodeMetrics.WIDTH, NodeMetrics.HEIGHT);
        resize(NodeMetrics.WIDTH, NodeMetrics.HEIGHT);
        setManaged(false);
        setPickOnBounds(false);
        getChildren().add(body);
        if (node.layer().family() == Family.OUTPUT) {
            outputPort = null;
        } else {
            outputPort = new PortView(nodeId, -1);
            outputPort.place(NodeMetrics.outputX(), NodeMetrics.HEIGHT);
            getChildren().add(outputPort);
        }
        setId("node-" + nodeId);
        // Text at a zoom is drawn from outlines, letter by letter; an image of the node is drawn ten times faster.
        setCache(true);
    }

    NodeId nodeId() {
        return nodeId;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    void showFamily(Family family) {
        if (family != shownFamily) {
            if (shownFamily != null) {
                getStyleClass().remove(FamilyLook.styleClass(shownFamily));
            }
            shownFamily = family;
            getStyleClass().add(FamilyLook.styleClass(family));
            icon.setGraphic(FamilyLook.graphic(family));
        }
    }

    /** Whether the view says what there was to say at this revision of the scene. */
    boolean isAt(long revision) {
        return shownRevision == revision;
    }

    void show(long revision, NodeText text) {
        shownRevision = revision;
        if (text.equals(shownText)) {
            return;
        }
        shownText = text;
        name.setText(text.name());
        repeat.setText(Texts.text("node.repeat", text.repeat()));
        repeat.setVisible(text.repeat() > 1);
        title.setText(text.aside());
        title.setVisible(!text.aside().isEmpty());
        brief.setText(text.second());
        output.setText(text.shape());
        parameters.setText(text.parameters());
        badge.setVisible(!text.problems().isEmpty());
        problemTip.setText(text.problemText());
        pseudoClassStateChanged(ERROR, text.hasErrors());
        pseudoClassStateChanged(WARNING, !text.hasErrors() && !text.problems().isEmpty());
        setAccessibleText(text.spoken());
    }

    /** Tints the node by a quantity; null for no more. */
    void showBadge(@Nullable Badge badge) {
        if (Objects.equals(badge, shownBadge)) {
            return;
        }
        shownBadge = badge;
        if (badge == null) {
            getChildren().remove(quantity);
            quantity = null;
            return;
        }
        if (quantity == null) {
            quantity = new BadgeView();
            getChildren().add(1, quantity);
        }
        quantity.show(badge);
    }

    void showInputs(int count) {
        while (inputs.size() > count) {
            getChildren().remove(inputs.remove(inputs.size() - 1));
        }
        while (inputs.size() < count) {
            PortView port = new PortView(nodeId, inputs.size());
            inputs.add(port);
            getChildren().add(port);
        }
        for (PortView port : inputs) {
            port.place(NodeMetrics.inputX(port.index(), count), 0);
        }
    }

    void connect(Set<Integer> ports, boolean output) {
        inputs.forEach(port -> port.setConnected(ports.contains(port.index())));
        if (outputPort != null) {
            outputPort.setConnected(output);
        }
    }

    List<PortView> inputs() {
        return inputs;
    }

    @Nullable
    PortView outputPort() {
        return outputPort;
    }

    void moveTo(Position position) {
        relocate(position.x(), position.y());
    }

    /** Moves a fraction of a pixel, so that the image of the node is drawn as it is and not smeared over two. */
    void snapTo(Point2D shift) {
        setTranslateX(shift.getX());
        setTranslateY(shift.getY());
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
