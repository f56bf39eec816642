package org.vitrine.app.design.forecast;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.Calibrated;
import org.vitrine.runs.event.RunEvent.CalibrationAdvanced;
import org.vitrine.runs.forecast.Calibrator;

/** Who measures what training takes. Not for the FX thread. */
public interface Measuring {

    /** What was measured for this document before. */
    Optional<Calibrated> known(GraphDocument document, Device device);

    /** Measures, until it is done or the thread is interrupted. */
    Calibrated measure(GraphDocument document, Device device, Consumer<CalibrationAdvanced> progress)
            throws IOException, InterruptedException;

    /** In worker processes. */
    static Measuring by(Calibrator calibrator) {
        return new Measuring() {
            @Override
            public Optional<Calibrated> known(GraphDocument document, Device device) {
                return calibrator.known(document, device);
            }

            @Override
            public Calibrated measure(GraphDocument document, Device device, Consumer<CalibrationAdvanced> progress)
                    throws IOException, InterruptedException {
                return calibrator.measure(document, device, progress);
            }
        };
    }
}
