package org.vitrine.datasets.catalogue.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.Column.Dates;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;
import org.vitrine.graph.model.StepReference;

/** Measurements over time that come with the program: the first 70 % train, 15 % validate, the last 15 % test. */
public final class RecordSource implements DatasetSource {
    private static final double TRAIN = 0.7;
    private static final double VALIDATION = 0.15;
    private static final CsvDialect SHIPPED = new CsvDialect(',', '"', '.', CsvDialect.Header.YES);

    private final DatasetDescriptor descriptor;
    private final String path;
    private final List<Measure> measures;
    private final boolean monthly;
    private final List<StepReference> steps;

    /** A column of the file and its name for people; the first one is to be predicted. */
    private record Measure(String column, String name) {}

    private RecordSource(
            String id,
            String licence,
            String source,
            String path,
            List<Measure> measures,
            boolean monthly,
            List<StepReference> steps) {
        this.descriptor = new DatasetDescriptor(id, Task.FORECASTING, licence, source, List.of());
        this.path = path;
        this.measures = measures;
        this.monthly = monthly;
        this.steps = steps;
    }

    public static RecordSource co2() {
        return new RecordSource(
                "co2",
                "CC BY 4.0, Scripps CO2 Program",
                "Scripps Institution of Oceanography, monthly means at Mauna Loa, 1958 to 2020",
                "co2/co2-mauna-loa.csv",
                List.of(new Measure("CO2", "CO2 in ppm")),
                true,
                List.of(StepReference.of("difference"), StepReference.of("normalise"), windows(24)));
    }

    public static RecordSource sunspots() {
        return new RecordSource(
                "sunspots",
                "facts without copyright",
                "Zurich and Tokyo observatories, monthly means, 1749 to 1983, as in R",
                "sunspots/sunspots-monthly.csv",
                List.of(new Measure("y", "sunspot number")),
                false,
                List.of(StepReference.of("normalise"), windows(48)));
    }

    public static RecordSource airPassengers() {
        return new RecordSource(
                "air-passengers",
                "facts without copyright",
                "Box and Jenkins, series G, monthly totals, 1949 to 1960, as in R",
                "air-passengers/air-passengers.csv",
                List.of(new Measure("y", "passengers in thousands")),
                false,
                List.of(StepReference.of("difference"), StepReference.of("normalise"), windows(12)));
    }

    public static RecordSource seattleWeather() {
        return new RecordSource(
                "seattle-weather",
                "public domain, NOAA",
                "National Centers for Environmental Information, daily, 2012 to 2015",
                "seattle-weather/seattle-weather.csv",
                List.of(
                        new Measure("temp_max", "highest temperature in °C"),
                        new Measure("temp_min", "lowest temperature in °C"),
                        new Measure("precipitation", "precipitation in mm"),
                        new Measure("wind", "wind in m/s")),
                false,
                List.of(StepReference.of("normalise"), windows(14)));
    }

    private static StepReference windows(int length) {
        return new StepReference("windows", Map.of("length", Integer.toString(length)));
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options.of(descriptor, given);
        RawTable table = CsvReader.read(Resources.open(path), path, SHIPPED);
        List<float[]> rows = new ArrayList<>();
        for (Measure measure : measures) {
            double[] values = column(table, measure.column()).numbers();
            Dates dates = monthly ? column(table, "Date").dates() : null;
            rows.add(floats(dates == null ? values : Months.filled(dates, values)));
        }
        int time = rows.get(0).length;
        int trainEnd = (int) Math.round(TRAIN * time);
        int validationEnd = (int) Math.round((TRAIN + VALIDATION) * time);
        return new RawDataset(
                descriptor,
                new Stage(
                        new Content.Series(
                                measures.stream().map(Measure::name).toList(),
                                measures.stream().map(measure -> Scale.IDENTITY).toList()),
                        Targets.NONE,
                        part(rows, 0, trainEnd),
                        part(rows, trainEnd, validationEnd),
                        part(rows, validationEnd, time)),
                steps);
    }

    private static Examples part(List<float[]> rows, int from, int to) {
        float[] values = new float[rows.size() * (to - from)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), from, values, row * (to - from), to - from);
        }
        return Examples.of(List.of(Example.of(Value.Numbers.of(Tensor.of(values, rows.size(), to - from)))));
    }

    private Column column(RawTable table, String name) throws DatasetException {
        for (Column column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new DatasetException("The program's own file " + path + " has no column " + name + ".");
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
