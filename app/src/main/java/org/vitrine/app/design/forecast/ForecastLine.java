package org.vitrine.app.design.forecast;

import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.Units;
import org.vitrine.charts.format.Numbers;
import org.vitrine.runs.forecast.Forecast;

/** A forecast in words. */
public final class ForecastLine {
    private ForecastLine() {}

    /** One line; an estimate says that it is one. */
    public static String of(Forecast forecast, int epochs) {
        return Texts.format(
                forecast.measured() ? "analysis.forecast.measured" : "analysis.forecast.estimated",
                rounded(forecast, forecast.epochSeconds()),
                Numbers.count(epochs),
                rounded(forecast, forecast.runSeconds()),
                forecast.measured() ? Units.bytes(forecast.peakBytes()) : roughBytes(forecast.peakBytes()),
                Numbers.count(forecast.iterationsPerEpoch()));
    }

    /** An estimate has one digit. */
    private static String rounded(Forecast forecast, double seconds) {
        if (forecast.measured() || seconds <= 0) {
            return Units.seconds(seconds);
        }
        double step = Math.pow(10, Math.floor(Math.log10(seconds)));
        double value = Math.max(step, Math.rint(seconds / step) * step);
        return Units.seconds(value).replaceAll("\\.0+ ", " ");
    }

    private static String roughBytes(long bytes) {
        long step = 50L << 20;
        return Units.bytes(Math.max(step, Math.round((double) bytes / step) * step))
                .replaceAll("\\.0+ ", " ");
    }
}
