package org.vitrine.runs.launch;

import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;

/** Starts the worker of a run. */
public interface RunStarter {

    /**
     * The device that a run will use.
     *
     * @param why empty if it is the wished one, else why not
     */
    record Choice(Device device, String why) {}

    /** Decides where a run that wishes for a device will compute. */
    Choice choose(Device wished);

    /** Starts the worker. */
    ProcessIdentity start(RunDirectory run, Device device) throws RunException;
}
