package org.vitrine.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.runs.RunException;

class BudgetTest {
    private static final double STEP = 0.01;
    private static final double SHARE = 0.015;

    /** A clock that others move. */
    private static final class Hands implements Budget.Clock {
        private double clock;
        private double processor;

        void work(double seconds) {
            clock += seconds;
            processor += seconds;
        }

        @Override
        public long now() {
            return Math.round(clock * 1e9);
        }

        @Override
        public long processor() {
            return Math.round(processor * 1e9);
        }
    }

    private final Hands hands = new Hands();
    private final Random random = new Random(4);
    private int looks;
    private double lost;

    /** Trains with steps of 10 ms give or take 3, and looks at histograms whenever there is a budget for it. */
    private void train(Budget budget, int steps, double look, double[] behind) throws RunException {
        int since = behind.length;
        for (int i = 0; i < steps; i++) {
            double longer = since < behind.length ? behind[since++] : 0;
            lost += longer;
            double step = STEP + 0.003 * random.nextGaussian() + longer;
            hands.work(step);
            budget.stepped(step);
            if (budget.affords(Budget.Kind.HISTOGRAMS)) {
                budget.spend(Budget.Kind.HISTOGRAMS, () -> hands.work(look));
                lost += look;
                looks++;
                since = 0;
            }
        }
    }

    @Test
    void looksOfAKindTakeTheirPartOfTheShare() throws Exception {
        train(new Budget(SHARE, false, hands), 20_000, 0.005, new double[0]);
        assertThat(lost / hands.clock).isCloseTo(SHARE * 0.3, within(0.0008));
    }

    @Test
    void whatLooksSlowDownBehindThemIsChargedToThem() throws Exception {
        Budget budget = new Budget(SHARE, false, hands);
        train(budget, 40_000, 0.005, new double[] {0.01, 0.005, 0.002});
        assertThat(lost / looks).isCloseTo(0.022, within(0.001));
        assertThat(lost / hands.clock).isCloseTo(SHARE * 0.3, within(0.001));
        assertThat(budget.spentShare()).isCloseTo(lost / hands.clock, within(0.001));
    }

    @Test
    void firstLooksInWhichJavaCompilesDoNotUseUpTheTimeOfLaterOnes() throws Exception {
        Budget budget = new Budget(SHARE, false, hands);
        budget.spend(Budget.Kind.HISTOGRAMS, () -> hands.work(0.2));
        train(budget, 300, 0.001, new double[0]);
        assertThat(looks).isGreaterThan(10);
        assertThat(budget.spentShare()).as("nothing is kept secret").isGreaterThan(0.05);
    }

    @Test
    void aLookIsNotChargedWhatOtherProgramsDoMeanwhile() throws Exception {
        Budget budget = new Budget(SHARE, false, hands);
        int affordable = 0;
        for (int i = 0; i < 1000; i++) {
            hands.work(STEP);
            budget.stepped(STEP);
            if (budget.affords(Budget.Kind.NORMS)) {
                affordable++;
                budget.spend(Budget.Kind.NORMS, () -> {
                    hands.work(0.0005);
                    hands.clock += 0.02;
                });
            }
        }
        assertThat(affordable).isBetween(25, 40);
    }

    @Test
    void whatIsSeenWithinAStepBelongsToTheLookThatEndsBehindIt() throws Exception {
        Budget budget = new Budget(SHARE, false, hands);
        for (int i = 0; i < 6; i++) {
            hands.work(STEP);
            budget.compute(Budget.Kind.NORMS, () -> hands.work(0.02));
            budget.stepped(STEP + 0.02);
            budget.spend(Budget.Kind.NORMS, () -> hands.work(0.01));
        }
        assertThat(budget.spentShare()).isCloseTo(0.75, within(0.001));
        assertThat(budget.affords(Budget.Kind.NORMS)).isFalse();
    }

    @Test
    void nothingIsAffordableWithoutAShareAndAllWithTheWhole() {
        assertThat(new Budget(0, true, hands).affords(Budget.Kind.SURFACE)).isFalse();
        assertThat(new Budget(1, false, hands).affords(Budget.Kind.SURFACE)).isTrue();
    }
}
