package org.vitrine.editor.quick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.GroupNormalization;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.shape.DataSpec;

class OffersTest {

    private static List<Offer> behind(GraphViewModel model, String node) {
        return new Offers(model.state(), model.data()).at(new QuickPlace.After(Graphs.id(node), Optional.empty()));
    }

    private static List<String> types(List<Offer> offers) {
        return offers.stream().map(offer -> offer.layer().type()).toList();
    }

    private static Offer of(List<Offer> offers, String type) {
        return offers.stream()
                .filter(offer -> offer.layer().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void behindAConvolutionPoolingComesFirstAndNothingForSequences() {
        List<Offer> offers = behind(Graphs.model(Graphs.lenet(), Graphs.DIGITS), "conv1");

        assertThat(types(offers)).startsWith("Pooling2D", "Convolution2D");
        assertThat(types(offers)).doesNotContain("Lstm", "Embedding", "Input", "LastStep", "CtcOutput");
    }

    @Test
    void whatDoesNotTakeTheShapeIsOfferedWithTheLayersThatItNeedsFirst() {
        GraphViewModel model = Graphs.model(Graphs.transformer(), Graphs.TEXT);

        Offer lstm = of(behind(model, "input"), "Lstm");
        Offer head = of(behind(model, "norm2b"), "ClassificationOutput");

        assertThat(lstm.before()).containsExactly(new Embedding(32));
        assertThat(head.before()).containsExactly(new GlobalPooling(PoolingMode.AVERAGE));
        assertThat(types(behind(model, "input"))).startsWith("Embedding");
    }

    @Test
    void parametersAreChosenToFit() {
        Offer norm = of(behind(Graphs.model(Graphs.lenet(), Graphs.DIGITS), "conv1"), "GroupNormalization");

        assertThat(norm.layer()).isInstanceOfSatisfying(GroupNormalization.class, layer -> assertThat(layer.groups())
                .isEqualTo(3));
    }

    @Test
    void everyOfferLeavesNoErrorAtWhatItAdds() {
        for (GraphDocument document : List.of(Graphs.lenet(), Graphs.transformer(), Graphs.mlp())) {
            DataSpec data = data(document);
            for (NodeId node : document.graph().nodes().stream()
                    .map(known -> known.id())
                    .filter(id -> !id.value().equals("output"))
                    .toList()) {
                for (Offer offer : behind(Graphs.model(document, data), node.value())) {
                    GraphViewModel model = Graphs.model(document, data);
                    NodeId added = QuickAdd.add(model, new QuickPlace.After(node, Optional.empty()), offer);
                    LayerSpec layer = model.document().graph().layer(added);
                    boolean complete = layer.ports().min() == 1;
                    assertThat(!complete || model.analysis().output(added).isPresent())
                            .as("%s behind %s of %s", offer, node, document.title())
                            .isTrue();
                }
            }
        }
    }

    private static DataSpec data(GraphDocument document) {
        return switch (document.title()) {
            case "MLP" -> Graphs.TABLE;
            case "LeNet on MNIST" -> Graphs.DIGITS;
            default -> Graphs.TEXT;
        };
    }

    @Test
    void onAnEdgeOnlyLayersAreOfferedThatLeaveTheRestRight() {
        GraphViewModel model = Graphs.model(Graphs.transformer(), Graphs.TEXT);
        Edge edge = Graphs.edge("attention1", "add1a", 0);

        List<Offer> offers = new Offers(model.state(), model.data()).at(new QuickPlace.On(edge));

        assertThat(types(offers)).contains("Dropout", "FeedForward", "LayerNormalization");
        assertThat(types(offers)).doesNotContain("Lstm", "GlobalPooling", "ClassificationOutput");
        for (Offer offer : offers) {
            GraphViewModel fresh = Graphs.model(Graphs.transformer(), Graphs.TEXT);
            QuickAdd.add(fresh, new QuickPlace.On(edge), offer);
            boolean complete = offer.layer().ports().min() == 1;
            assertThat(!complete || fresh.analysis().isTrainable())
                    .as("%s", offer)
                    .isTrue();
            fresh.undo();
            assertThat(fresh.document()).isEqualTo(Graphs.transformer());
        }
    }

    @Test
    void withoutDataEveryLayerThatTakesAnInputIsOffered() {
        GraphViewModel model = Graphs.model(Graphs.mlp(), Graphs.TABLE);
        model.dataProperty().set(Optional.empty());

        assertThat(types(behind(model, "dense"))).hasSizeGreaterThan(40).doesNotContain("Input");
    }

    @Test
    void aLayerDroppedOnNothingStandsThereWithWhatItNeedsBeforeIt() {
        GraphViewModel model = Graphs.model(Graphs.transformer(), Graphs.TEXT);
        Offer lstm = of(behind(model, "input"), "Lstm");

        NodeId added = QuickAdd.add(
                model, new QuickPlace.After(Graphs.id("input"), Optional.of(new Position(904, 400))), lstm);

        NodeId embedding = model.document().graph().inputsOf(added).get(0).from();
        assertThat(model.document().graph().inputsOf(embedding).get(0).from()).isEqualTo(Graphs.id("input"));
        assertThat(model.document().layout()).containsEntry(embedding, new Position(800, 400));
        model.undo();
        assertThat(model.document()).isEqualTo(Graphs.transformer());
    }
}
