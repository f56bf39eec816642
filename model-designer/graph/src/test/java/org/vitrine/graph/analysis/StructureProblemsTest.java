package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.graph.analysis.Analyses.analyze;
import static org.vitrine.graph.analysis.Analyses.only;
import static org.vitrine.graph.analysis.Analyses.problems;
import static org.vitrine.graph.analysis.Analyses.repaired;
import static org.vitrine.graph.analysis.Analyses.whats;

import org.junit.jupiter.api.Test;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.AtPort;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;

/** Nodes and edges that are missing, too many or in a circle. */
class StructureProblemsTest {
    private static final LayerSpec HEAD = new ClassificationOutput();
    private static final LayerSpec DENSE = new Dense(16, Activation.RELU);

    @Test
    void aMissingInputIsAddedAndConnected() {
        GraphDocument document = new Graphs()
                .node("dense", DENSE)
                .node("head", HEAD)
                .edges("dense -> head")
                .document();
        assertThat(whats(document, Graphs.TABLE))
                .containsExactly("The graph has no Input", "Nothing is connected to input 1 of 'dense'");
        assertThat(repaired(document, Graphs.TABLE)).isNotEqualTo(document);
    }

    @Test
    void aMissingHeadIsAppendedWithWhatItNeeds() {
        GraphDocument document = Graphs.chain(new Input(), new Embedding(8), new Lstm(8));
        Problem problem = only(document, Graphs.TEXT);
        assertThat(problem.what()).isEqualTo("The graph has no output head");
        assertThat(problem.fixes()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aSecondInputGivesWayToTheFirst() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("in2", new Input())
                .node("add", new Add())
                .node("head", HEAD)
                .edges("in -> add", "in2 -> add:1", "add -> head")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("in2")));
        assertThat(problem.fixes().get(0).text()).isEqualTo("Use 'in' in place of 'in2'");
    }

    @Test
    void aSecondHeadIsRemovedWithItsBranch() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("h1", HEAD)
                .node("b", DENSE)
                .node("h2", HEAD)
                .edges("in -> a -> h1", "in -> b -> h2")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtNode(new NodeId("h2")));
        assertThat(problem.fixes().get(0).text()).isEqualTo("Remove b, h2");
    }

    @Test
    void aHeadInTheMiddleBecomesDense() {
        GraphDocument document = Graphs.chain(new Input(), HEAD, HEAD);
        assertThat(whats(document, Graphs.TABLE))
                .contains("The output head 'n1' feeds other nodes", "'n2' is one output head too many");
        assertThat(problems(document, Graphs.TABLE))
                .flatExtracting(Problem::fixes)
                .extracting(Fix::text)
                .contains("Replace 'n1' by Dense", "Remove n2");
        assertThat(repaired(document, Graphs.TABLE).graph().nodes()).hasSize(2);
    }

    @Test
    void aCycleNamesItsNodesAndCanBeOpened() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("add", new Add())
                .node("a", new Dense(4, Activation.RELU))
                .node("b", new Dense(4, Activation.RELU))
                .node("head", HEAD)
                .edges("in -> add -> a -> b -> head", "b -> add:1")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.what()).isEqualTo("These nodes form a cycle: add → a → b → add");
        assertThat(problem.fixes()).isNotEmpty();
        assertThat(analyze(problem.fixes().get(0).edit().apply(document), Graphs.TABLE)
                        .problems())
                .isEmpty();
    }

    @Test
    void aSimpleCycleIsOpenedAndConnectedToTheInput() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("head", HEAD)
                .edges("a -> b -> a", "b -> head")
                .document();
        assertThat(whats(document, Graphs.TABLE)).first().isEqualTo("These nodes form a cycle: a → b → a");
        assertThat(analyze(repaired(document, Graphs.TABLE), Graphs.TABLE).problems())
                .isEmpty();
    }

    @Test
    void anOpenPortIsConnectedToTheOnlyLooseEnd() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("head", HEAD)
                .edges("in -> a", "b -> head")
                .document();
        Problem problem = problems(document, Graphs.TABLE).get(0);
        assertThat(problem.where()).isEqualTo(new AtPort(new NodeId("b"), 0));
        assertThat(problem.fixes().get(0).text()).isEqualTo("Connect 'a' to 'b'");
        assertThat(analyze(problem.fixes().get(0).edit().apply(document), Graphs.TABLE)
                        .problems())
                .isEmpty();
    }

    @Test
    void aGapBetweenPortsIsClosed() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("add", new Add())
                .node("head", HEAD)
                .edges("in -> a -> add", "in -> b -> add:2", "add -> head")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtPort(new NodeId("add"), 1));
        assertThat(problem.fixes()).extracting(Fix::text).contains("Move the inputs of 'add' together");
    }

    @Test
    void anAddWithOneInputCanBeTakenOut() {
        GraphDocument document = Graphs.chain(new Input(), DENSE, new Add(), HEAD);
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.where()).isEqualTo(new AtPort(new NodeId("n2"), 1));
        assertThat(problem.fixes()).extracting(Fix::text).contains("Take 'n2' out and join its neighbours");
    }

    @Test
    void anEdgeIntoAPortThatIsNotThereIsRemoved() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("head", HEAD)
                .edges("in -> a -> head", "in -> head:1", "a -> in")
                .document();
        assertThat(problems(document, Graphs.TABLE))
                .extracting(Problem::where)
                .contains(new AtPort(new NodeId("head"), 1), new AtPort(new NodeId("in"), 0));
        assertThat(analyze(repaired(document, Graphs.TABLE), Graphs.TABLE).problems())
                .isEmpty();
    }

    @Test
    void aDeadEndIsAWarning() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("a", DENSE)
                .node("b", DENSE)
                .node("head", HEAD)
                .edges("in -> head", "in -> a -> b")
                .document();
        Problem problem = only(document, Graphs.TABLE);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(problem.fixes()).extracting(Fix::text).containsExactly("Remove a, b");
        assertThat(analyze(document, Graphs.TABLE).isTrainable()).isTrue();
    }

    @Test
    void aPartThatTheInputDoesNotReachIsNamedOnce() {
        GraphDocument document = new Graphs()
                .node("in", new Input())
                .node("head", HEAD)
                .node("a", DENSE)
                .node("b", DENSE)
                .node("add", new Add())
                .edges("in -> head", "a -> b -> add", "a -> add:1")
                .document();
        assertThat(whats(document, Graphs.TABLE)).contains("Nothing from the input reaches 'a' and what follows it");
        assertThat(analyze(repaired(document, Graphs.TABLE), Graphs.TABLE).problems())
                .isEmpty();
    }
}
