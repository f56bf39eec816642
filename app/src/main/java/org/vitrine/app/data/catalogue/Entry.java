package org.vitrine.app.data.catalogue;

import java.util.Locale;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.datasets.catalogue.downloaded.DownloadedSource;

/** A data set of the catalogue as the list shows it. */
public record Entry(DatasetDescriptor descriptor, String title, String summary, String task, DataKind kind) {

    static Entry of(DatasetSource source, DatasetTexts texts) {
        DatasetDescriptor descriptor = source.descriptor();
        String task = texts.task(descriptor.task());
        return new Entry(
                descriptor,
                texts.title(descriptor.id()),
                texts.summary(descriptor.id()),
                source instanceof DownloadedSource ? Texts.format("data.downloaded", task) : task,
                DataKind.of(descriptor.task()));
    }

    public String id() {
        return descriptor.id();
    }

    /** Whether all words stand somewhere in what is told of it. */
    boolean matches(String query) {
        String all = (title + " " + summary + " " + task + " " + kind.title() + " " + descriptor.licence() + " "
                        + descriptor.source() + " " + id())
                .toLowerCase(Locale.ROOT);
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
