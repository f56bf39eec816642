package org.vitrine.app.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.app.dock.DockLayout;
import org.vitrine.app.dock.DockMemory;
import org.vitrine.graph.json.AtomicFiles;

/** Holds the settings and keeps {@code settings.json} true. A damaged file means the defaults, never a failed start. */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final Executor writer;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /**
     * Reads the settings.
     *
     * @param writer one thread at which they are written in order: a disk may be slow
     */
    public SettingsStore(Path file, Executor writer) {
        this.file = file;
        this.writer = writer;
        this.settings = new ReadOnlyObjectWrapper<>(read(file));
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    /** Changes the settings and writes them; a disk that refuses is logged, the change holds for this session. */
    public void update(UnaryOperator<Settings> change) {
        Settings next = change.apply(get());
        if (next.equals(get())) {
            return;
        }
        settings.set(next);
        writer.execute(() -> write(next));
    }

    /** Where the panels of a stage stand. */
    public DockMemory layout(String stage) {
        return new DockMemory() {
            @Override
            public Optional<DockLayout> recall() {
                return Optional.ofNullable(get().layouts().get(stage));
            }

            @Override
            public void remember(DockLayout layout) {
                update(now -> now.withLayout(stage, layout));
            }

            @Override
            public void forget() {
                update(now -> now.withoutLayout(stage));
            }
        };
    }

    private void write(Settings next) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFiles.write(file, JSON.writeValueAsBytes(next));
        } catch (IOException e) {
            LOG.warn("Settings were not saved to {}", file, e);
        }
    }

    private static Settings read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            // Fields that an older file lacks keep their defaults.
            ObjectNode known = JSON.valueToTree(Settings.DEFAULT);
            known.setAll((ObjectNode) JSON.readTree(file.toFile()));
            return JSON.treeToValue(known, Settings.class);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Settings in {} can not be read; the defaults are used", file, e);
            return Settings.DEFAULT;
        }
    }
}
