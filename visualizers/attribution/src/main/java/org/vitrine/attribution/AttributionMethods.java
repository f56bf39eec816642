package org.vitrine.attribution;

import java.util.List;
import java.util.Optional;

/** All methods, in the order in which they are shown. */
public final class AttributionMethods {
    private static final List<AttributionMethod> ALL = List.of(
            new Gradient(),
            new GradientTimesInput(),
            new SmoothGrad(),
            new IntegratedGradients(),
            new GradientShap(),
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

    /** The method of this id; empty if there is none. */
    public static Optional<AttributionMethod> byId(String id) {
        return ALL.stream().filter(method -> method.id().equals(id)).findFirst();
    }
}
