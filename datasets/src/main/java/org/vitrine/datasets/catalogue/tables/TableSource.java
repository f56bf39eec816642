package org.vitrine.datasets.catalogue.tables;

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

    private TableSource(String id, Task task, String licence, String source, String path, String target) {
        this.descriptor = new DatasetDescriptor(id, task, licence, source, List.of(CommonOptions.seed()));
        this.path = path;
        this.target = target;
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
                Set.of(),
                TableRequest.Missing.DROP_ROWS,
                options.integer(CommonOptions.SEED));
        return new TableEncoder(table, request).encode(descriptor);
    }

    /** Column names for people: {@code sepal_length_cm} becomes {@code sepal length cm}. */
    private RawTable readable(RawTable table) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.named(readable(column.name())))
                .toList();
        return new RawTable(table.name(), columns, table.rowNumbers());
    }

    private String readable(String column) {
        if (column.equals("target") && descriptor.task() == Task.TABLE_REGRESSION) {
            return "progression after one year";
        }
        return column.replace('_', ' ');
    }
}
