package org.vitrine.datasets.catalogue.audio;

import java.util.List;
import org.vitrine.datasets.random.Draw;

/**
 * Spoken vowels by a source and filters: pulses of the vocal folds, and three resonances of the mouth. The resonances of ten
 * vowels of American English are those of Peterson and Barney 1952, means over men, women and children.
 */
final class Vowels {
    /** The words that the vowels were spoken in. */
    static final List<String> WORDS =
            List.of("heed", "hid", "head", "had", "hod", "hawed", "hood", "who'd", "hud", "heard");

    /** By speaker (man, woman, child) and vowel: three resonances in hertz. */
    private static final int[][][] FORMANTS = {
        {
            {270, 2290, 3010}, {390, 1990, 2550}, {530, 1840, 2480}, {660, 1720, 2410}, {730, 1090, 2440},
            {570, 840, 2410}, {440, 1020, 2240}, {300, 870, 2240}, {640, 1190, 2390}, {490, 1350, 1690}
        },
        {
            {310, 2790, 3310}, {430, 2480, 3070}, {610, 2330, 2990}, {860, 2050, 2850}, {850, 1220, 2810},
            {590, 920, 2710}, {470, 1160, 2680}, {370, 950, 2670}, {760, 1400, 2780}, {500, 1640, 1960}
        },
        {
            {370, 3200, 3730}, {530, 2730, 3600}, {690, 2610, 3570}, {1010, 2320, 3320}, {1030, 1370, 3170},
            {680, 1060, 3180}, {560, 1410, 3310}, {430, 1170, 3260}, {850, 1590, 3360}, {560, 1820, 2160}
        }
    };

    /** Lowest and highest pitch of men, women and children, in hertz. */
    private static final double[][] PITCH = {{95, 165}, {165, 260}, {220, 330}};

    private static final double[] BANDWIDTH = {70, 90, 130};

    private Vowels() {}

    /**
     * One vowel of somebody.
     *
     * @param vowel index into {@link #WORDS}
     * @param variety how much speakers differ from the mean of their kind, as a share of each resonance
     */
    static float[] clip(int vowel, double variety, double noise, Draw draw) {
        int speaker = draw.below(FORMANTS.length);
        double[] sound = voice(PITCH[speaker], draw);
        double tract = 1 + variety * draw.gaussian();
        for (int i = 0; i < BANDWIDTH.length; i++) {
            double formant = FORMANTS[speaker][vowel][i] * tract * (1 + variety * draw.gaussian());
            resonate(sound, Math.min(3900, formant), BANDWIDTH[i] * draw.uniform(0.8, 1.3));
        }
        Clip.fade(sound, draw.uniform(0.02, 0.06), draw.uniform(0.04, 0.1));
        return Clip.of(sound, noise, draw);
    }

    /** Pulses of a pitch that glides and trembles a little, softened, with some breath. */
    private static double[] voice(double[] range, Draw draw) {
        double[] sound = new double[(int) (draw.uniform(0.25, 0.45) * Clip.RATE)];
        double start = draw.uniform(range[0], range[1]);
        double end = start * draw.uniform(0.85, 1.1);
        double breath = draw.uniform(0.005, 0.03);
        double phase = draw.uniform();
        double pulse = 0;
        double last = 0;
        for (int t = 0; t < sound.length; t++) {
            phase += (start + (end - start) * t / sound.length) / Clip.RATE;
            double flow = breath * draw.uniform(-1, 1);
            if (phase >= 1) {
                phase -= 1 + 0.01 * draw.uniform(-1, 1);
                flow += 1;
            }
            // Two poles make the pulses fall off by 12 dB an octave, the difference gives 6 back at the lips.
            pulse = 0.95 * pulse + flow;
            double before = last;
            last = 0.8 * last + pulse;
            sound[t] = last - 0.9 * before;
        }
        return sound;
    }

    /** A resonance as Klatt 1980 has it, of gain 1 at frequency 0. */
    private static void resonate(double[] sound, double frequency, double bandwidth) {
        double radius = StrictMath.exp(-Math.PI * bandwidth / Clip.RATE);
        double c = -radius * radius;
        double b = 2 * radius * StrictMath.cos(2 * Math.PI * frequency / Clip.RATE);
        double a = 1 - b - c;
        double before = 0;
        double last = 0;
        for (int t = 0; t < sound.length; t++) {
            double now = a * sound[t] + b * last + c * before;
            before = last;
            last = now;
            sound[t] = now;
        }
    }
}
