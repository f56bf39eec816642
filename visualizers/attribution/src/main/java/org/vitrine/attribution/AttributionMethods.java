package org.vitrine.attribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All methods, in the order in which they are shown. */
public final class AttributionMethods {
    private static final List<AttributionMethod> ALL = List.of(
            new Gradient(),
            new GradientTimesInput(),
            new SmoothGrad(),
            new IntegratedGradients(),
            new GradientShap(),
            new GuidedBackprop(),
            new DeepLift(),
            new LrpEpsilon(),
            new LrpZPlus(),
            new LrpComposite(),
            new GradCam(),
            new GradCamPlusPlus(),
            new ScoreCam(),
            new Occlusion(),
            new Rise(),
            new Lime(),
            new KernelShap());

    private AttributionMethods() {}

    public static List<AttributionMethod> all() {
        return ALL;
    }

    /** Why methods can not explain such a model, by their ids; those that can are not among them. */
    public static Map<String, String> refusals(ModelFacts model) {
        Map<String, String> refusals = new LinkedHashMap<>();
        Optional<String> all = model.refusal();
        for (AttributionMethod method : ALL) {
            all.or(() -> method.refusal(model)).ifPresent(why -> refusals.put(method.id(), why));
        }
        return Collections.unmodifiableMap(refusals);
    }

    /** The method of this id; empty if there is none. */
    public static Optional<AttributionMethod> byId(String id) {
        return ALL.stream().filter(method -> method.id().equals(id)).findFirst();
    }
}
