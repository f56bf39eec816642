package org.vitrine.graph.analysis;

import static org.vitrine.graph.analysis.Finding.Plain.error;
import static org.vitrine.graph.analysis.Finding.Plain.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.graph.analysis.Where.AtNode;
import org.vitrine.graph.analysis.Where.AtPort;
import org.vitrine.graph.analysis.Where.Everywhere;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.Ports;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.NodeId;

/** What can be wrong with nodes and edges whatever the shapes. */
final class StructureChecks {
    private final Survey survey;
    private final GraphIndex index;

    private StructureChecks(Survey survey) {
        this.survey = survey;
        this.index = survey.index();
    }

    static void run(Survey survey) {
        if (survey.data().isEmpty() && !survey.isBody()) {
            String dataset = survey.document().data().dataset();
            survey.add(
                    dataset.isBlank()
                            ? error("data.none", new Everywhere())
                            : error("data.unknown", new Everywhere(), dataset));
        }
        if (survey.index().nodes().isEmpty()) {
            survey.add(error(survey.isBody() ? "block.empty" : "graph.empty", new Everywhere()));
            return;
        }
        StructureChecks checks = new StructureChecks(survey);
        if (survey.isBody()) {
            checks.bodyEnds();
        } else {
            checks.ends();
            checks.deadEnds();
        }
        checks.cycles();
        checks.ports();
        checks.unreachable();
    }

    /** A block takes values at its inputs alone, and gives what its only loose end puts out. */
    private void bodyEnds() {
        boolean fed = false;
        for (NodeId id : index.nodes()) {
            fed |= index.layer(id) instanceof BlockInput;
            if (index.layer(id) instanceof Input || index.isHead(id)) {
                survey.add(error("block.foreign", new AtNode(id), id, index.layer(id)));
            }
        }
        if (!fed) {
            survey.add(error("block.no-input", new Everywhere()));
        }
        List<NodeId> ends = index.looseEnds().stream()
                .filter(id -> !(index.layer(id) instanceof BlockInput))
                .toList();
        if (ends.isEmpty()) {
            survey.add(error("block.no-end", new Everywhere()));
        }
        ends.stream()
                .limit(Math.max(0, ends.size() - 1))
                .forEach(id -> survey.add(
                        error("block.several-ends", new AtNode(id), id, ends.get(ends.size() - 1), ends.size())));
        index.nodes().stream()
                .filter(id -> index.layer(id) instanceof BlockInput
                        && index.outputs(id).isEmpty())
                .forEach(id -> survey.add(warning("block.unused-input", new AtNode(id), id)));
    }

    private void ends() {
        index.nodes().stream()
                .filter(id -> index.layer(id) instanceof BlockInput)
                .forEach(id -> survey.add(error("block.input-outside", new AtNode(id), id)));
        List<NodeId> inputs = index.inputNodes().stream()
                .filter(id -> index.layer(id) instanceof Input)
                .toList();
        List<NodeId> heads = index.heads();
        if (inputs.isEmpty()) {
            survey.add(error("input.none", new Everywhere(), index.nodes().size()));
        }
        if (heads.isEmpty()) {
            survey.add(error("output.none", new Everywhere(), index.nodes().size()));
        }
        inputs.stream()
                .skip(1)
                .forEach(id -> survey.add(error("input.several", new AtNode(id), id, inputs.get(0), inputs.size())));
        heads.stream()
                .skip(1)
                .forEach(id -> survey.add(error("output.several", new AtNode(id), id, heads.get(0), heads.size())));
        for (NodeId head : heads) {
            if (!index.outputs(head).isEmpty()) {
                List<NodeId> fed = index.outputs(head).stream().map(Edge::to).toList();
                survey.add(error("output.feeds", new AtNode(head), head, ProblemTexts.names(fed, ", "), fed.size()));
            }
        }
    }

    private void cycles() {
        for (List<NodeId> cycle : Cycles.find(index)) {
            String path = ProblemTexts.names(cycle, " → ") + " → " + cycle.get(0);
            survey.add(error("cycle", new AtNode(cycle.get(0)), path, cycle.size()));
        }
    }

    private void ports() {
        for (NodeId id : index.nodes()) {
            Ports ports = index.layer(id).ports();
            for (Edge edge : index.inputs(id)) {
                if (edge.port() >= ports.max()) {
                    survey.add(error("port.surplus", new AtPort(id, edge.port()), id, edge.from(), ports.max()));
                }
            }
            int connected = index.inputs(id).size();
            for (int port : index.openPorts(id)) {
                survey.add(error("port.missing", new AtPort(id, port), id, port + 1, connected, ports.min()));
            }
        }
    }

    private void deadEnds() {
        if (index.heads().isEmpty()) {
            return;
        }
        for (NodeId id : index.looseEnds()) {
            boolean fed = index.layer(id) instanceof Input || !index.inputs(id).isEmpty();
            if (fed) {
                survey.add(warning("node.deadend", new AtNode(id), id));
            }
        }
    }

    /** One warning for each part of two nodes or more that begins at a node without any input. */
    private void unreachable() {
        List<NodeId> inputs = index.inputNodes();
        if (inputs.isEmpty()) {
            return;
        }
        Set<NodeId> reached = index.forward(inputs);
        for (NodeId id : index.nodes()) {
            if (!reached.contains(id) && index.inputs(id).isEmpty()) {
                Set<NodeId> part = new HashSet<>(index.forward(List.of(id)));
                part.removeAll(reached);
                if (part.size() > 1) {
                    survey.add(warning("node.unreachable", new AtNode(id), id, part.size()));
                }
            }
        }
    }
}
