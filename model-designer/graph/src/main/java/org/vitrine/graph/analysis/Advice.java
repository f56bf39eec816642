package org.vitrine.graph.analysis;

/** What works, but is not how it is usually done, or wastes something. Looked for in graphs without errors only. */
final class Advice {
    private Advice() {}

    static void run(Survey survey) {
        DenseAdvice.run(survey);
        DepthAdvice.run(survey);
        RegularizationAdvice.run(survey);
        PictureAdvice.run(survey);
        SequenceAdvice.run(survey);
        if (!survey.isBody()) {
            TrainingAdvice.run(survey);
        }
    }
}
