package org.vitrine.graph.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Shape;

/** One pass over a document: what is wrong and the shapes that are known, without fixes. */
final class Survey {
    private final GraphDocument document;
    private final Optional<DataSpec> data;
    private final GraphIndex index;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<NodeId, NodeShapes> shapes = new HashMap<>();
    private final Map<NodeId, Survey> bodies = new HashMap<>();
    private final Map<Record, List<Parameter>> parameters;
    private final Optional<List<Shape>> ports;
    private final boolean body;

    private Survey(
            GraphDocument document,
            Optional<DataSpec> data,
            Map<Record, List<Parameter>> parameters,
            boolean body,
            Optional<List<Shape>> ports) {
        this.parameters = parameters;
        this.body = body;
        this.ports = ports;
        this.document = document;
        this.data = data;
        this.index = new GraphIndex(document.graph());
    }

    static Survey of(GraphDocument document, Optional<DataSpec> data) {
        return run(new Survey(document, data, new IdentityHashMap<>(), false, Optional.empty()));
    }

    /** The same for the document after an edit; what was read by reflection is shared with this survey. */
    Survey after(GraphDocument edited) {
        return run(new Survey(edited, data, parameters, body, ports));
    }

    /**
     * Looks at the body of a block, takes over what is found there, and remembers it.
     *
     * @param arriving the shapes at the block's ports, if they are known
     */
    Survey enter(NodeId block, Optional<List<Shape>> arriving) {
        Survey inner = run(new Survey(document.inside(block), data, parameters, true, arriving));
        inner.findings.forEach(finding -> findings.add(new Finding.Inside(block, inner, finding)));
        bodies.put(block, inner);
        return inner;
    }

    /** What was found in the bodies of blocks. */
    Map<NodeId, Survey> bodies() {
        return bodies;
    }

    /** The shapes of nodes inside of blocks, by path. */
    Map<NodeId, NodeShapes> innerShapes() {
        Map<NodeId, NodeShapes> inner = new HashMap<>();
        bodies.forEach((block, survey) -> {
            survey.shapes.forEach((id, shape) -> inner.put(id.in(block), shape));
            survey.innerShapes().forEach((id, shape) -> inner.put(id.in(block), shape));
        });
        return inner;
    }

    /** Whether this is the body of a block. */
    boolean isBody() {
        return body;
    }

    /** The shapes at the ports of the block that this is the body of, if they are known. */
    Optional<List<Shape>> ports() {
        return ports;
    }

    private static Survey run(Survey survey) {
        StructureChecks.run(survey);
        SettingsChecks.run(survey);
        ShapeChecks.run(survey);
        HintChecks.run(survey);
        return survey;
    }

    /** Looks for advice as well, unless there are errors, which come first. */
    Survey withAdvice() {
        if (errors().isEmpty()) {
            advise();
            findings.removeIf(finding -> finding.severity() == Problem.Severity.ADVICE
                    && document.dismissed().contains(finding.key()));
        }
        return this;
    }

    private void advise() {
        Advice.run(this);
        bodies.forEach((block, inner) -> {
            inner.advise();
            inner.findings.stream()
                    .filter(finding -> finding.severity() == Problem.Severity.ADVICE)
                    .forEach(finding -> findings.add(new Finding.Inside(block, inner, finding)));
        });
    }

    GraphDocument document() {
        return document;
    }

    Optional<DataSpec> data() {
        return data;
    }

    GraphIndex index() {
        return index;
    }

    List<Finding> findings() {
        return findings;
    }

    Map<NodeId, NodeShapes> shapes() {
        return shapes;
    }

    /** The parameters of a layer or of the training settings. */
    List<Parameter> parameters(Record settings) {
        return parameters.computeIfAbsent(settings, Parameters::of);
    }

    Optional<Shape> output(NodeId id) {
        return Optional.ofNullable(shapes.get(id)).map(NodeShapes::output);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    boolean has(Finding finding) {
        return findings.stream().anyMatch(finding::isSameAs);
    }

    List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Problem.Severity.ERROR)
                .toList();
    }

    Set<String> errorKeys() {
        Set<String> keys = new HashSet<>();
        errors().forEach(finding -> keys.add(finding.key()));
        return keys;
    }

    /** Nodes and edges: what one survey costs. */
    int size() {
        int inside = bodies.values().stream().mapToInt(Survey::size).sum();
        return document.graph().nodes().size() + document.graph().edges().size() + 1 + inside;
    }
}
