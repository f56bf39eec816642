package org.vitrine.app.evaluate;

import java.util.ArrayList;
import java.util.List;

/** The panels that fit an evaluation, in the order of interest. */
final class EvaluationPanels {
    private EvaluationPanels() {}

    static List<EvaluationPanel> of(
            Tested tested, Choice choice, TestExamples examples, ProjectionViewModel projection) {
        List<EvaluationPanel> panels = new ArrayList<>();
        switch (tested.test().kind()) {
            case CLASSES -> classes(tested, choice, examples, panels);
            case VALUES -> values(tested, choice, examples, panels);
            case STEPS -> {
                ClassPanels classes = new ClassPanels(tested, choice);
                panels.add(classes.confusion());
                panels.add(classes.perClass());
                if (tested.test().losses().length > 0) {
                    OtherPanels others = new OtherPanels(tested, choice, examples);
                    panels.add(others.mistakes(examples));
                    panels.add(others.lossHistogram());
                }
            }
            case LABELS -> panels.add(new OtherPanels(tested, choice, examples).texts());
            case EMBEDDINGS -> {
                ClassPanels classes = new ClassPanels(tested, choice);
                panels.add(classes.confusion());
                panels.add(ExamplePanels.chosen(tested, choice, examples));
                panels.add(classes.verification());
                panels.add(classes.perClass());
            }
            case BOXES -> {
                BoxPanels boxes = new BoxPanels(tested, choice, examples);
                panels.add(boxes.overlays());
                panels.add(boxes.curves());
                panels.add(boxes.overlaps());
            }
            case RECONSTRUCTIONS -> {
                OtherPanels others = new OtherPanels(tested, choice, examples);
                panels.add(others.reconstructions());
                if (tested.test().losses().length > 0) {
                    panels.add(others.mistakes(examples));
                    panels.add(others.lossHistogram());
                }
            }
        }
        if (!new Divisions(tested).all().isEmpty()) {
            panels.add(ExamplePanels.slices(tested, choice));
        }
        if (tested.size() > 2 && tested.layers().size() > 0) {
            panels.add(new ProjectionPanel(tested, choice, examples, projection).panel());
        }
        return panels;
    }

    private static void classes(Tested tested, Choice choice, TestExamples examples, List<EvaluationPanel> panels) {
        ClassPanels classes = new ClassPanels(tested, choice);
        panels.add(classes.confusion());
        panels.add(ExamplePanels.chosen(tested, choice, examples));
        panels.add(classes.mistakes(examples));
        panels.add(classes.perClass());
        panels.add(classes.roc());
        panels.add(classes.precisionRecall());
        panels.add(classes.reliability());
    }

    private static void values(Tested tested, Choice choice, TestExamples examples, List<EvaluationPanel> panels) {
        ValuePanels values = new ValuePanels(tested, choice);
        if (values.forecasts()) {
            panels.add(values.forecast());
        }
        panels.add(values.predictedActual());
        panels.add(values.residuals());
        panels.add(values.histogram());
        panels.add(values.quantiles());
        panels.add(values.mistakes(examples));
        if (!new Divisions(tested).all().isEmpty()) {
            panels.add(ExamplePanels.chosen(tested, choice, examples));
        }
    }
}
