package org.vitrine.datasets.catalogue.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.prepare.TableDivision;
import org.vitrine.datasets.prepare.TableEncoder;
import org.vitrine.datasets.prepare.TableRequest;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.CsvReader;
import org.vitrine.datasets.read.RawTable;

/** A table that comes with the program. */
public final class TableSource implements DatasetSource {
    private static final CsvDialect SHIPPED = new CsvDialect(',', '"', '.', CsvDialect.Header.YES);

    private final DatasetDescriptor descriptor;
    private final String path;
    private final String target;
    private final Set<String> ignored;

    private TableSource(String id, Task task, String licence, String source, String path, String target) {
        this(id, task, licence, source, path, target, Set.of());
    }

    private TableSource(
            String id, Task task, String licence, String source, String path, String target, Set<String> ignored) {
        this.descriptor = new DatasetDescriptor(id, task, licence, source, List.of(CommonOptions.seed()));
        this.path = path;
        this.target = target;
        this.ignored = ignored;
    }

    public static TableSource iris() {
        return new TableSource(
                "iris",
                Task.TABLE_CLASSIFICATION,
                "CC BY 4.0, R. A. Fisher",
                "UCI Machine Learning Repository, Iris",
                "iris/iris.csv",
                "target");
    }

    public static TableSource wine() {
        return new TableSource(
                "wine",
                Task.TABLE_CLASSIFICATION,
                "CC BY 4.0, S. Aeberhard and M. Forina",
                "UCI Machine Learning Repository, Wine",
                "wine/wine.csv",
                "target");
    }

    public static TableSource breastCancer() {
        return new TableSource(
                "breast-cancer",
                Task.TABLE_CLASSIFICATION,
                "CC BY 4.0, W. Wolberg, O. Mangasarian, N. Street, W. Street",
                "UCI Machine Learning Repository, Breast Cancer Wisconsin (Diagnostic)",
                "breast-cancer/breast_cancer.csv",
                "target");
    }

    public static TableSource diabetes() {
        return new TableSource(
                "diabetes",
                Task.TABLE_REGRESSION,
                "BSD 3-Clause, B. Efron, T. Hastie, I. Johnstone, R. Tibshirani",
                "Least Angle Regression, Annals of Statistics 2004, as in scikit-learn",
                "diabetes/diabetes.csv",
                "target");
    }

    public static TableSource penguins() {
        return new TableSource(
                "penguins",
                Task.TABLE_CLASSIFICATION,
                "CC0 1.0, A. Horst, A. Hill, K. Gorman",
                "Palmer Station, Antarctica LTER",
                "penguins/penguins.csv",
                "Species");
    }

    /** How far a car goes on a gallon; its name is no measurement. */
    public static TableSource cars() {
        return new TableSource(
                "cars",
                Task.TABLE_REGRESSION,
                "distributed for educational and scientific purposes, E. Ramos and D. Donoho",
                "StatLib, 1983 ASA Data Exposition",
                "cars/cars.csv",
                "Miles_per_Gallon",
                Set.of("Name"));
    }

    /** What the weather of a day is called. */
    public static TableSource weatherKind() {
        return new TableSource(
                "weather-kind",
                Task.TABLE_CLASSIFICATION,
                "public domain, NOAA",
                "National Centers for Environmental Information, Seattle, daily, 2012 to 2015",
                "seattle-weather/seattle-weather.csv",
                "weather",
                Set.of("date"));
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        RawTable table = readable(CsvReader.read(Resources.open(path), path, SHIPPED));
        TableRequest request = new TableRequest(
                readable(target),
                TableRequest.Goal.AUTO,
                ignored,
                TableRequest.Missing.DROP_ROWS,
                TableDivision.STRATIFIED,
                options.integer(CommonOptions.SEED));
        return new TableEncoder(table, request).encode(descriptor);
    }

    /** Column names for people: {@code sepal_length_cm} becomes {@code sepal length cm}. */
    private RawTable readable(RawTable table) {
        List<Column> columns = table.columns().stream()
                .map(column -> years(column).named(readable(column.name())))
                .toList();
        return new RawTable(table.name(), columns, table.rowNumbers());
    }

    private String readable(String column) {
        if (column.equals("temp_max") || column.equals("temp_min")) {
            return (column.endsWith("max") ? "highest" : "lowest") + " temperature";
        }
        if (column.equals("target") && descriptor.task() == Task.TABLE_REGRESSION) {
            return "progression after one year";
        }
        return column.replace('_', ' ');
    }

    /** A column of first days of years as numbers. */
    private static Column years(Column column) {
        if (column.texts().isEmpty() || !column.texts().stream().allMatch(text -> text.matches("\\d{4}-01-01"))) {
            return column;
        }
        double[] years = Arrays.stream(column.codes())
                .mapToDouble(code -> code < 0
                        ? Double.NaN
                        : Double.parseDouble(column.texts().get(code).substring(0, 4)))
                .toArray();
        return new Column(
                column.name(),
                years,
                column.codes(),
                column.texts().stream().map(text -> text.substring(0, 4)).toList(),
                column.rows() - column.missing(),
                column.missing(),
                -1,
                "",
                null);
    }
}
