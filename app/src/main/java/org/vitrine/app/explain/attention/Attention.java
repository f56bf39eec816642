package org.vitrine.app.explain.attention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.attribution.attention.AttentionRollout;
import org.vitrine.datasets.Tensor;

/**
 * Where the layers look in one example.
 *
 * @param weights [heads, query, key] by layer, from the input up
 */
public record Attention(Map<String, Tensor> weights) {
    public Attention {
        weights = new LinkedHashMap<>(weights);
    }

    List<String> layers() {
        return List.copyOf(weights.keySet());
    }

    int heads(String layer) {
        return of(layer).shape()[0];
    }

    /** One head's weights [query, key]. */
    Tensor head(String layer, int head) {
        return of(layer).row(head);
    }

    /** The mean over a layer's heads. */
    Tensor mean(String layer) {
        return AttentionRollout.mean(of(layer));
    }

    /** All layers rolled out; empty where some look at other steps than their own. */
    Optional<Tensor> rollout() {
        List<Tensor> all = new ArrayList<>(weights.values());
        int steps = all.get(0).shape()[1];
        boolean square = all.stream().allMatch(layer -> layer.shape()[1] == steps && layer.shape()[2] == steps);
        return square ? Optional.of(AttentionRollout.of(all)) : Optional.empty();
    }

    private Tensor of(String layer) {
        return Objects.requireNonNull(weights.get(layer));
    }
}
