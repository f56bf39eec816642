package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.preview.MarkedBox;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Target;

/** The target of one example in a few words. */
public final class Truths {
    private static final int MOST_STEPS = 24;
    private static final int MOST_VALUES = 4;

    private Truths() {}

    /**
     * What is to be predicted of one example.
     *
     * @param target without the batch axis
     */
    public static String text(Targets targets, Tensor target) {
        if (targets.target().isEmpty() || target.size() == 0) {
            return "";
        }
        float[] values = target.values();
        return switch (targets.target().get().kind()) {
            case CLASSES -> name(targets, Math.round(values[0]));
            case VALUES -> values(targets, values);
            case STEP_CLASSES, LABELS -> labels(targets, values);
            case BOXES -> {
                String names =
                        boxes(targets, target).stream().map(MarkedBox::name).collect(Collectors.joining(", "));
                yield names.isEmpty() ? Texts.get("data.truth.none") : names;
            }
        };
    }

    /** The boxes of an example; none if its target is something else. */
    static List<MarkedBox> boxes(Targets targets, Tensor target) {
        List<MarkedBox> boxes = new ArrayList<>();
        boolean has =
                targets.target().map(kind -> kind.kind() == Target.Kind.BOXES).orElse(false);
        if (!has) {
            return boxes;
        }
        float[] v = target.values();
        int width = target.shape()[target.shape().length - 1];
        for (int at = 0; at + width <= v.length; at += width) {
            if (v[at] >= 0) {
                int type = Math.round(v[at]);
                boxes.add(new MarkedBox(
                        type,
                        name(targets, type),
                        v[at + 1] - v[at + 3] / 2,
                        v[at + 2] - v[at + 4] / 2,
                        v[at + 3],
                        v[at + 4]));
            }
        }
        return boxes;
    }

    private static String name(Targets targets, int type) {
        return type >= 0 && type < targets.names().size() ? targets.names().get(type) : Integer.toString(type);
    }

    private static String values(Targets targets, float[] values) {
        String text = IntStream.range(0, Math.min(MOST_VALUES, values.length))
                .mapToObj(i -> {
                    List<Scale> scales = targets.scales();
                    Scale scale = scales.isEmpty() ? Scale.IDENTITY : scales.get(Math.min(i, scales.size() - 1));
                    return Numbers.significant(scale.invert(values[i]), 3);
                })
                .collect(Collectors.joining(", "));
        return values.length > MOST_VALUES ? text + " \u2026" : text;
    }

    private static String labels(Targets targets, float[] values) {
        boolean narrow = targets.names().stream().allMatch(name -> name.length() == 1);
        return IntStream.range(0, values.length)
                .filter(i -> values[i] >= 0)
                .limit(MOST_STEPS)
                .mapToObj(i -> name(targets, (int) values[i]))
                .collect(Collectors.joining(narrow ? "" : " "));
    }
}
