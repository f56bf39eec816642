package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;

/** Makes one grey channel of red, green and blue, by the luma weights of ITU-R BT.601. */
public final class Grey extends PictureStep {
    private static final float[] WEIGHTS = {0.299f, 0.587f, 0.114f};

    Grey() {
        super("grey", false);
    }

    @Override
    public List<DatasetOption> options() {
        return List.of();
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        Optional<String> reason = super.misfit(content, targets);
        return reason.isEmpty() && image(content).channels() != WEIGHTS.length
                ? Optional.of("the pictures are not in colour.")
                : reason;
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted();
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** Nothing to remember. */
    public record Fitted() implements ValueStep {
        @Override
        public Content content(Content before) {
            return sized(before, 1, image(before).height(), image(before).width());
        }

        @Override
        public Value change(Value value, Content content) {
            Value.Numbers numbers = (Value.Numbers) value;
            int[] shape = numbers.tensor().shape();
            int pixels = shape[1] * shape[2];
            float[] grey = new float[pixels];
            for (int i = 0; i < numbers.tensor().size(); i++) {
                grey[i % pixels] += WEIGHTS[i / pixels] * numbers.tensor().values()[i];
            }
            return numbers.with(Tensor.of(grey, 1, shape[1], shape[2]));
        }
    }
}
