package org.vitrine.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.vitrine.datasets.DatasetException;

/** The public data sets that can be downloaded, in the order of the list. */
public record RemoteCatalogue(List<RemoteDataset> datasets) {
    private static final String LIST = "download-catalogue.tsv";
    private static final int COLUMNS = 6;

    /** What files are that their address names by a number only. */
    private static final Map<String, String> NAMES = Map.of(
            "https://ndownloader.figshare.com/files/5976018", "lfw.tgz",
            "https://ndownloader.figshare.com/files/5976015", "lfw-funneled.tgz",
            "https://ndownloader.figshare.com/files/5976006", "pairs.txt",
            "https://ndownloader.figshare.com/files/5976027", "olivettifaces.mat",
            "https://ndownloader.figshare.com/files/5976036", "cal_housing.tgz");

    public RemoteCatalogue {
        datasets = List.copyOf(datasets);
    }

    /** The list that comes with the program. */
    public static RemoteCatalogue builtIn() {
        try (InputStream in = RemoteCatalogue.class.getResourceAsStream(LIST)) {
            return parse(new String(Objects.requireNonNull(in, LIST).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list: tab separated data set, url, bytes, checksums, where they are from, licence, under a line of names.
     * Files of one data set stand one below the other; "same" or "as above" repeats a text of the line before.
     */
    static RemoteCatalogue parse(String text) {
        Map<String, List<RemoteFile>> files = new LinkedHashMap<>();
        String verified = "";
        String licence = "";
        for (String line : text.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("The list has a line of " + cells.length + " cells: " + line);
            }
            verified = repeated(cells[4], verified);
            licence = repeated(cells[5], licence);
            RemoteFile file = file(cells, verified, licence);
            files.computeIfAbsent(file.dataset(), title -> new ArrayList<>()).add(file);
        }
        return new RemoteCatalogue(files.entrySet().stream()
                .map(entry -> RemoteDataset.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static RemoteFile file(String[] cells, String verified, String licence) {
        OptionalLong bytes = cells[2].equals("?") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[2]));
        List<Checksum> checksums = Arrays.stream(cells[3].split(" "))
                .filter(part -> part.contains(":"))
                .map(Checksum::parse)
                .toList();
        String remark = checksums.isEmpty() && !cells[3].equals("?") ? ", " + cells[3] : "";
        String path = URI.create(cells[1]).getPath();
        String name = NAMES.getOrDefault(cells[1], path.substring(path.lastIndexOf('/') + 1));
        return new RemoteFile(cells[0], name, URI.create(cells[1]), bytes, checksums, verified + remark, licence);
    }

    private static String repeated(String cell, String before) {
        return cell.startsWith("same") || cell.equals("as above") ? before : cell;
    }

    /**
     * The data set of this id or title, in whatever case.
     *
     * @throws DatasetException if there is none; the message lists what there is
     */
    public RemoteDataset byName(String name) throws DatasetException {
        return datasets.stream()
                .filter(set -> set.id().equalsIgnoreCase(name) || set.title().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new DatasetException("There is no data set \"" + name
                        + "\" to download. There are: "
                        + String.join(
                                ", ", datasets.stream().map(RemoteDataset::id).toList()) + "."));
    }
}
