package org.vitrine.attribution.methods;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.methods.gradients.Gradient;
import org.vitrine.attribution.methods.gradients.GradientShap;
import org.vitrine.attribution.methods.gradients.GradientTimesInput;
import org.vitrine.attribution.methods.gradients.IntegratedGradients;
import org.vitrine.attribution.methods.gradients.SmoothGrad;
import org.vitrine.attribution.methods.maps.GradCam;
import org.vitrine.attribution.methods.maps.GradCamPlusPlus;
import org.vitrine.attribution.methods.maps.ScoreCam;
import org.vitrine.attribution.methods.perturbation.Occlusion;
import org.vitrine.attribution.methods.perturbation.Rise;
import org.vitrine.attribution.methods.rules.DeepLift;
import org.vitrine.attribution.methods.rules.GuidedBackprop;
import org.vitrine.attribution.methods.rules.LrpComposite;
import org.vitrine.attribution.methods.rules.LrpEpsilon;
import org.vitrine.attribution.methods.rules.LrpZPlus;
import org.vitrine.attribution.methods.surrogates.KernelShap;
import org.vitrine.attribution.methods.surrogates.Lime;

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
