package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;

class CsvReaderTest {
    @Test
    void dialectsAreFoundOut() throws DatasetException {
        assertThat(dialect("a,b\n1,2\n")).isEqualTo(new CsvDialect(',', '"', '.', CsvDialect.Header.AUTO));
        assertThat(dialect("a;b\n1,5;2,5\n")).isEqualTo(new CsvDialect(';', '"', ',', CsvDialect.Header.AUTO));
        assertThat(dialect("a;b\n1.5;2.5\n").decimal()).isEqualTo('.');
        assertThat(dialect("a\tb\n1,5\t2,5\n")).isEqualTo(new CsvDialect('\t', '"', ',', CsvDialect.Header.AUTO));
        assertThat(dialect("a|b|c\n1|x, y|2\n").separator()).isEqualTo('|');
        assertThat(dialect("name;text\n1;a, b, c\n2;d\n").separator()).isEqualTo(';');
        assertThat(dialect("'a','b'\n'x, y','z'\n").quote()).isEqualTo('\'');
        assertThat(dialect("a,b\nit's,they're\n").quote()).isEqualTo('"');
    }

    @Test
    void decimalCommasAndOtherQuotesAreRead() throws DatasetException {
        RawTable table = read("Wert;Ort\n3,5;'a;b'\n-4,25;'it''s'\n");
        assertThat(table.columns().get(0).numbers()).containsExactly(3.5, -4.25);
        assertThat(table.columns().get(1).texts()).containsExactly("a;b", "it's");
    }

    @Test
    void typesAreThoseOfWholeColumns() throws DatasetException {
        RawTable table = read("n,d,c,e\n1,2020-02-29,x,\n,2021-03-01T12:00:00Z,y,?\n3,,1,NA\n");
        assertThat(table.columns().stream().map(Column::type))
                .containsExactly(Column.Type.NUMBER, Column.Type.DATE, Column.Type.CATEGORY, Column.Type.EMPTY);
        double[] seconds =
                Objects.requireNonNull(table.columns().get(1).dates()).seconds();
        assertThat(seconds[0]).isEqualTo(seconds("2020-02-29T00:00:00Z"));
        assertThat(seconds[1]).isEqualTo(seconds("2021-03-01T12:00:00Z"));
        assertThat(seconds[2]).isNaN();
    }

    @Test
    void datesAreReadInTheUsualForms() throws DatasetException {
        double leapDay = seconds("2020-02-29T00:00:00Z");
        for (String written : List.of(
                "2020-02-29",
                "2020/2/29",
                "29.2.2020",
                "29/02/2020",
                "02/29/2020",
                "29-02-2020",
                "29 Feb 2020",
                "29-feb-2020",
                "\"Feb 29, 2020\"",
                "2020-02-29 00:00",
                "2020-02-29T02:00:00+02:00",
                "2020-02-29 00:00:00.000")) {
            Column.Dates dates = Objects.requireNonNull(
                    read("day,x\n" + written + ",1\n").columns().get(0).dates(), written);

            assertThat(dates.seconds()).as(written).containsExactly(leapDay);
            assertThat(dates.ambiguous()).as(written).isFalse();
        }
        assertThat(read("day,x\n2021-02-29,1\n").columns().get(0).dates()).isNull();
        assertThat(read("day,x\n2020-02-29T00:00:00+42:00,1\n").columns().get(0).dates())
                .isNull();
        assertThat(read("day,x\n2020-02-29,1\nsoon,2\n").columns().get(0).dates())
                .isNull();
    }

    @Test
    void aLaterRowDecidesBetweenDayAndMonth() throws DatasetException {
        Column.Dates open = read("day,x\n03/04/2020,1\n").columns().get(0).dates();
        assertThat(Objects.requireNonNull(open).ambiguous()).isTrue();
        Column.Dates american =
                read("day,x\n03/04/2020,1\n03/31/2020,2\n").columns().get(0).dates();
        assertThat(Objects.requireNonNull(american).ambiguous()).isFalse();
        assertThat(american.seconds()[0]).isEqualTo(seconds("2020-03-04T00:00:00Z"));
    }

    @Test
    void limitsAreToldWithRowAndColumn() {
        thrownBy("a,b\n1,2\n3,\"" + "x".repeat(200_000))
                .hasMessageContaining("broken.csv, row 3, column 2 is longer than 100000");
        thrownBy("1" + ",1".repeat(20_000)).hasMessageContaining("broken.csv, row 1 has more than 10000 columns");
        thrownBy("a,b\n" + "1,2\n".repeat(50_000) + "3,\0\n")
                .hasMessageContaining("row 50002, column 2 holds a NUL byte");
        thrownBy("a,b\n1,2\n3\n").hasMessageContaining("row 3 has 1 values");
        thrownBy("a,b,a\n1,2,3\n").hasMessageContaining("the second is column 3");
    }

    @Test
    void rowsAreReadOneByOne() throws DatasetException {
        try (CsvRows rows = rows("user,item\n\na,b\nc,\"d\ne\"\n")) {
            assertThat(rows.names()).containsExactly("user", "item");
            assertThat(rows.column("item", "for items")).isEqualTo(1);
            assertThat(rows.next()).containsExactly("a", "b");
            assertThat(rows.number()).isEqualTo(3);
            assertThat(rows.next()).containsExactly("c", "d\ne");
            assertThat(rows.next()).isNull();
            assertThatThrownBy(() -> rows.column("rating", "for ratings"))
                    .hasMessageContaining("no column \"rating\" for ratings. It has: user, item.");
        }
    }

    private static double seconds(String instant) {
        return (double) Instant.parse(instant).getEpochSecond();
    }

    private static CsvDialect dialect(String text) throws DatasetException {
        try (CsvRows rows = rows(text)) {
            return rows.dialect();
        }
    }

    private static CsvRows rows(String text) throws DatasetException {
        return new CsvRows(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "broken.csv", CsvDialect.AUTO);
    }

    private static RawTable read(String text) throws DatasetException {
        return CsvReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "broken.csv", CsvDialect.AUTO);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> thrownBy(String text) {
        return assertThatThrownBy(() -> read(text)).isInstanceOf(DatasetException.class);
    }
}
