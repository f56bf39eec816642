package org.vitrine.worker.train;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.vitrine.runs.Device;
import org.vitrine.runs.event.RunEvent.GuaranteesGiven;
import org.vitrine.runs.store.RunState;
import org.vitrine.runs.store.VitrineVersion;
import org.vitrine.worker.device.CpuFacts;
import org.vitrine.worker.device.Versions;

/** Which promises about a run's numbers hold. */
final class Guarantees {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.vitrine.worker.train.messages");

    private Guarantees() {}

    /** The promises of a run that starts, or goes on, in this process. */
    static GuaranteesGiven of(RunState before, Device device) {
        String engine =
                CpuFacts.processor() + ", " + new TreeMap<>(Versions.all()) + ", Vitrine " + VitrineVersion.current();
        return of(before.guarantees(), device, CpuFacts.threads(), engine);
    }

    static GuaranteesGiven of(Optional<GuaranteesGiven> before, Device device, int threads, String engine) {
        String why = before.map(GuaranteesGiven::why).orElse("");
        if (device instanceof Device.Cuda) {
            // Its sums add up in any order.
            why = text("inexact.cuda");
        } else if (why.isEmpty() && before.isPresent() && before.get().threads() != threads) {
            why = text("inexact.threads", before.get().threads(), threads);
        } else if (why.isEmpty() && before.isPresent() && !before.get().engine().equals(engine)) {
            why = text("inexact.engine", before.get().engine(), engine);
        }
        return new GuaranteesGiven(why.isEmpty(), why.isEmpty(), threads, engine, why);
    }

    private static String text(String key, Object... arguments) {
        return MessageFormat.format(TEXTS.getString(key), arguments);
    }
}
