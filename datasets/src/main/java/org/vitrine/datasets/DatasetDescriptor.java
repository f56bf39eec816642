package org.vitrine.datasets;

import java.util.List;

/**
 * What the catalogue tells of a data set before it is loaded. Title and summary stand in {@code datasets.properties} under
 * the id.
 *
 * @param id the name used in files, such as {@code mnist}
 * @param licence name and credit, shown in the window
 * @param source where the data came from, or how it is generated
 */
public record DatasetDescriptor(String id, Task task, String licence, String source, List<DatasetOption> options) {
    public DatasetDescriptor {
        options = List.copyOf(options);
    }

    /** The same data set with the task that its file turned out to ask for. */
    public DatasetDescriptor withTask(Task newTask) {
        return new DatasetDescriptor(id, newTask, licence, source, options);
    }
}
