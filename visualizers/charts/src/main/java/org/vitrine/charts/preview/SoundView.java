package org.vitrine.charts.preview;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vitrine.charts.canvas.Stylesheet;
import org.vitrine.charts.format.Numbers;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;

/** A sound: its waveform over its spectrogram, and a button that plays it. */
public final class SoundView extends VBox {
    private final SoundPlayer player = new SoundPlayer();
    private final SeriesPlot wave = new SeriesPlot();
    private final SpectrogramView spectrogram = new SpectrogramView();
    private final Button play = new Button(Messages.text("preview.sound.play"), new FontIcon("mdi2p-play"));
    private final Label facts = new Label();
    private final Label trouble = new Label();
    private final Executor workers;
    private final Executor fx;
    private float[] samples = new float[0];
    private int rate = 8000;

    /**
     * @param workers where sounds are played
     * @param fx runs on the FX thread
     */
    public SoundView(Executor workers, Executor fx) {
        this.workers = workers;
        this.fx = fx;
        getStyleClass().addAll("vitrine-chart", "sound-view");
        setSpacing(8);
        facts.getStyleClass().add("muted");
        trouble.getStyleClass().add("muted");
        trouble.setWrapText(true);
        play.setId("sound-play");
        play.setDisable(true);
        play.setOnAction(event -> play());
        HBox bar = new HBox(12, play, facts, trouble);
        bar.setAlignment(Pos.CENTER_LEFT);
        wave.fixY(Axis.linear(-1, 1));
        wave.xNameProperty().set(Messages.text("preview.seconds"));
        wave.yNameProperty().set(Messages.text("preview.amplitude"));
        VBox.setVgrow(wave, Priority.ALWAYS);
        VBox.setVgrow(spectrogram, Priority.ALWAYS);
        getChildren().addAll(bar, wave, spectrogram);
        workers.execute(() -> {
            boolean device = player.isAvailable();
            fx.execute(() -> {
                play.setDisable(!device);
                trouble.setText(device ? "" : Messages.text("preview.sound.noDevice"));
            });
        });
    }

    /**
     * Shows a sound.
     *
     * @param newSamples from -1 to 1
     * @param levels its spectrogram; null for none
     */
    public void show(float[] newSamples, int newRate, SpectrogramView.@Nullable Content levels) {
        player.stop();
        samples = newSamples;
        rate = newRate;
        wave.show(List.of(SeriesPlot.Line.of("", 0, 0, 1.0 / newRate, newSamples)));
        spectrogram.show(levels);
        spectrogram.setVisible(levels != null);
        spectrogram.setManaged(levels != null);
        facts.setText(Messages.text(
                "preview.sound.facts",
                Numbers.significant((double) newSamples.length / newRate, 3),
                Numbers.count(newRate)));
    }

    /** Plays what is shown. */
    public void play() {
        float[] now = samples;
        int nowRate = rate;
        workers.execute(() -> {
            try {
                player.play(now, nowRate);
            } catch (LineUnavailableException e) {
                String why = String.valueOf(e.getMessage());
                fx.execute(() -> trouble.setText(why));
            }
        });
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.url();
    }
}
