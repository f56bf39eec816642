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
    private final Map<Record, List<Parameter>> parameters;

    private Survey(GraphDocument document, Optional<DataSpec> data, Map<Record, List<Parameter>> parameters) {
        this.parameters = parameters;
        this.document = document;
        this.data = data;
        this.index = new GraphIndex(document.graph());
    }

    static Survey of(GraphDocument document, Optional<DataSpec> data) {
        return run(new Survey(document, data, new IdentityHashMap<>()));
    }

    /** The same for the document after an edit; what was read by reflection is shared with this survey. */
    Survey after(GraphDocument edited) {
        return run(new Survey(edited, data, parameters));
    }

    private static Survey run(Survey survey) {
        StructureChecks.run(survey);
        SettingsChecks.run(survey);
        ShapeChecks.run(survey);
        HintChecks.run(survey);
        return survey;
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
        return document.graph().nodes().size() + document.graph().edges().size() + 1;
    }
}
