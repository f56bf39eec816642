package org.vitrine.app.explain.effects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vitrine.attribution.effects.Quality;
import org.vitrine.attribution.effects.Spread;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.event.DataEffects.PermutedPart;
import org.vitrine.runs.event.SessionEvent.Permuted;

/** How much worse a model does with each part of its inputs permuted. */
public record Importance(Permuted found, Metric metric) {

    /**
     * One part. Positive numbers say that the model did worse.
     *
     * @param number of the part, in the order of the inputs
     * @param loss by how much the loss rose
     * @param metric by how much the metric got worse
     */
    public record Row(int number, String part, Spread loss, Spread metric) {
        /** One of the two. */
        public Spread by(boolean ofLoss) {
            return ofLoss ? loss : metric;
        }
    }

    /** In the order of the inputs. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (PermutedPart part : found.parts()) {
            List<Quality> permuted = new ArrayList<>();
            for (int repeat = 0; repeat < part.losses().size(); repeat++) {
                permuted.add(
                        new Quality(part.losses().get(repeat), part.metrics().get(repeat)));
            }
            Spread change = Spread.above(found.metric(), permuted, Quality::metric);
            rows.add(new Row(
                    rows.size(),
                    part.part(),
                    Spread.above(found.loss(), permuted, Quality::loss),
                    metric.isRising() ? change.negated() : change));
        }
        return rows;
    }

    /** The most important first. */
    public List<Row> sorted(boolean byLoss) {
        return rows().stream()
                .sorted(Comparator.comparingDouble((Row row) -> row.by(byLoss).mean())
                        .reversed())
                .toList();
    }
}
