package org.vitrine.runs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.runs.Device;
import org.vitrine.runs.ProcessIdentity;
import org.vitrine.runs.RunException;
import org.vitrine.runs.RunStatus;
import org.vitrine.runs.command.CommandReader;
import org.vitrine.runs.command.NumberedCommand;
import org.vitrine.runs.command.WorkerCommand;
import org.vitrine.runs.event.RunEvent;
import org.vitrine.runs.launch.RunStarter;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import org.vitrine.runs.testing.Documents;
import org.vitrine.runs.testing.Runs;
import org.vitrine.runs.testing.Wait;

class RunSchedulerTest {
    @TempDir
    Path folder;

    private final Set<ProcessIdentity> alive = ConcurrentHashMap.newKeySet();

    /** Pretends to start processes. */
    private final class FakeStarter implements RunStarter {
        final List<String> started = new ArrayList<>();
        final Map<Device, Choice> choices = new HashMap<>();

        @Override
        public Choice choose(Device wished) {
            return choices.getOrDefault(wished, new Choice(wished, ""));
        }

        @Override
        public synchronized ProcessIdentity start(RunDirectory run, Device device) throws RunException {
            if (run.readRecord().title().equals("unstartable")) {
                throw new RunException("The worker is missing", "Install it");
            }
            started.add(run.id());
            ProcessIdentity process = new ProcessIdentity(1000 + started.size(), 1);
            alive.add(process);
            return process;
        }
    }

    private final FakeStarter starter = new FakeStarter();

    private RunStore store() {
        return new RunStore(folder, alive::contains);
    }

    @Test
    void oneRunAtATimeUsesTheCpuInTheOrderOfTheQueue() throws RunException {
        RunDirectory first = create("first", new Device.Cpu());
        RunDirectory second = create("second", new Device.Cpu());
        RunScheduler scheduler = new RunScheduler(store(), starter, 1);
        scheduler.startWhatCan();
        scheduler.startWhatCan();
        assertThat(starter.started).containsExactly(first.id());
        Runs.write(first, new RunEvent.TrainingFinished(1, 1, 1));
        scheduler.startWhatCan();
        assertThat(starter.started).containsExactly(first.id(), second.id());
    }

    @Test
    void aDeadWorkerFreesItsPlace() throws RunException {
        create("first", new Device.Cpu());
        RunDirectory second = create("second", new Device.Cpu());
        RunScheduler scheduler = new RunScheduler(store(), starter, 1);
        scheduler.startWhatCan();
        alive.clear();
        scheduler.startWhatCan();
        assertThat(starter.started).hasSize(2).contains(second.id());
    }

    @Test
    void moreRunsMayShareTheCpuIfSet() throws RunException {
        create("a", new Device.Cpu());
        create("b", new Device.Cpu());
        create("c", new Device.Cpu());
        new RunScheduler(store(), starter, 2).startWhatCan();
        assertThat(starter.started).hasSize(2);
    }

    @Test
    void eachCudaDeviceHasOneRunBesideTheCpu() throws RunException {
        create("a", new Device.Cuda(0));
        create("b", new Device.Cuda(0));
        RunDirectory other = create("c", new Device.Cuda(1));
        RunDirectory cpu = create("d", new Device.Cpu());
        new RunScheduler(store(), starter, 1).startWhatCan();
        assertThat(starter.started).hasSize(3).contains(other.id(), cpu.id());
    }

    @Test
    void aRunThatFallsBackWaitsForTheCpu() throws RunException {
        starter.choices.put(new Device.Cuda(0), new RunStarter.Choice(new Device.Cpu(), "no driver"));
        RunDirectory cpu = create("a", new Device.Cpu());
        RunDirectory cuda = create("b", new Device.Cuda(0));
        RunScheduler scheduler = new RunScheduler(store(), starter, 1);
        scheduler.startWhatCan();
        assertThat(starter.started).containsExactly(cpu.id());
        Runs.write(cpu, new RunEvent.TrainingStopped(1, 1));
        scheduler.startWhatCan();
        assertThat(store().entry(cuda).state().fallback())
                .contains(new RunEvent.DeviceFellBack("cuda:0", "cpu", "no driver"));
        create("c", new Device.Cpu());
        scheduler.startWhatCan();
        assertThat(starter.started).hasSize(2);
    }

    @Test
    void twoSchedulersNeverStartARunTwice() throws Exception {
        for (int i = 0; i < 20; i++) {
            create("run " + i, new Device.Cuda(i));
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RunScheduler scheduler = new RunScheduler(store(), starter, 1);
            scheduler.start();
            threads.add(new Thread(scheduler::close));
        }
        Wait.until("all to start", () -> store().queued().isEmpty());
        threads.forEach(Thread::start);
        assertThat(starter.started).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void queuedRunsAreFoundByALaterScheduler() throws Exception {
        RunDirectory run = create("left over", new Device.Cpu());
        try (RunScheduler scheduler = new RunScheduler(store(), starter, 1)) {
            scheduler.start();
            Wait.until("the start", () -> store().entry(run).state().status() == RunStatus.STARTING);
        }
        assertThat(run.readRecord().parent()).isEqualTo(ProcessIdentity.current());
    }

    @Test
    void aRunThatCanNotStartFailsWithTheReasonAndLetsOthersGo() throws RunException {
        RunDirectory bad = create("unstartable", new Device.Cuda(0));
        RunDirectory good = create("good", new Device.Cpu());
        new RunScheduler(store(), starter, 1).startWhatCan();
        assertThat(store().entry(bad).state().failure())
                .map(failure -> failure.what() + " / " + failure.cure())
                .hasValue("The worker is missing / Install it");
        assertThat(starter.started).containsExactly(good.id());
    }

    @Test
    void aSchedulerOfOneRunLeavesOthersInTheQueue() throws RunException {
        create("other", new Device.Cpu());
        RunDirectory mine = create("mine", new Device.Cpu());
        new RunScheduler(store(), starter, 1, run -> run.equals(mine)).startWhatCan();
        assertThat(starter.started).containsExactly(mine.id());
    }

    @Test
    void aQueuedRunCanBeCancelled() throws RunException {
        RunDirectory run = create("a", new Device.Cpu());
        control().stop(run);
        assertThat(store().entry(run).state().status()).isEqualTo(RunStatus.STOPPED);
        new RunScheduler(store(), starter, 1).startWhatCan();
        assertThat(starter.started).isEmpty();
        assertThat(commands(run)).isEmpty();
    }

    @Test
    void commandsToALiveRunAreWritten() throws RunException {
        RunDirectory run = create("a", new Device.Cpu());
        new RunScheduler(store(), starter, 1).startWhatCan();
        control().pause(run);
        control().resume(run);
        control().trainMore(run, 3);
        control().stop(run);
        assertThat(commands(run))
                .containsExactly(
                        new WorkerCommand.Pause(),
                        new WorkerCommand.Resume(),
                        new WorkerCommand.TrainMore(3),
                        new WorkerCommand.Stop());
    }

    @Test
    void aFinishedRunTrainsMoreFromItsCheckpoint() throws RunException {
        RunDirectory run = create("a", new Device.Cpu());
        RunScheduler scheduler = new RunScheduler(store(), starter, 1);
        scheduler.startWhatCan();
        control().stop(run);
        Runs.write(
                run,
                Runs.training(1),
                new RunEvent.CheckpointSaved(30, 3, "checkpoints/30"),
                new RunEvent.TrainingFinished(3, 30, 1));
        assertThatThrownBy(() -> control().resume(run)).hasMessageContaining("train more epochs");
        control().trainMore(run, 2);
        assertThat(run.openCommands(run.readState(), note -> {}).poll())
                .as("the stop was meant for the first worker")
                .extracting(NumberedCommand::command)
                .containsExactly(new WorkerCommand.TrainMore(2));
        scheduler.startWhatCan();
        assertThat(starter.started).hasSize(2);
    }

    @Test
    void whatCanNotBeDoneIsExplained() throws RunException {
        RunDirectory run = create("a", new Device.Cpu());
        assertThatThrownBy(() -> control().pause(run)).hasMessageContaining("can not be paused");
        assertThatThrownBy(() -> control().resume(run)).hasMessageContaining("waiting or training already");
        assertThatThrownBy(() -> control().trainMore(run, 0)).hasMessageContaining("one epoch or more");
        Runs.write(run, new RunEvent.WorkerFailed("broken", "fix it"));
        assertThatThrownBy(() -> control().resume(run)).hasMessageContaining("no checkpoint");
        assertThatThrownBy(() -> control().stop(run)).hasMessageContaining("over already");
        assertThatThrownBy(() -> control().endNow(run)).hasMessageContaining("over already");
    }

    private RunDirectory create(String title, Device device) throws RunException {
        return store().create(Documents.titled(title), device);
    }

    private RunControl control() {
        return new RunControl(store(), () -> {});
    }

    private static List<WorkerCommand> commands(RunDirectory run) throws RunException {
        return new CommandReader(run.commandsFile(), note -> {})
                .poll().stream().map(NumberedCommand::command).toList();
    }
}
