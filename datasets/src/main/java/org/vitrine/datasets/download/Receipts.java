package org.vitrine.datasets.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.json.AtomicFiles;

/** The receipts of one data set, in a file that stays when the data are removed: a file once trusted must not change. */
final class Receipts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    Receipts(Path file) {
        this.file = file;
    }

    Optional<Receipt> of(RemoteFile remote) throws IOException {
        return all().stream()
                .filter(receipt -> receipt.url().equals(remote.url()))
                .findFirst();
    }

    /** Keeps a receipt instead of an older one of the same address. */
    void keep(Receipt receipt) throws IOException {
        List<Receipt> kept = new ArrayList<>(all());
        kept.removeIf(old -> old.url().equals(receipt.url()));
        kept.add(receipt);
        ArrayNode json = JSON.createArrayNode();
        for (Receipt each : kept) {
            json.addObject()
                    .put("url", each.url().toString())
                    .put("bytes", each.bytes())
                    .put("sha256", each.sha256())
                    .put("at", each.at().toString())
                    .put("checked", each.checked());
        }
        AtomicFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private List<Receipt> all() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Receipt> receipts = new ArrayList<>();
            for (JsonNode json : JSON.readTree(Files.readAllBytes(file))) {
                receipts.add(new Receipt(
                        URI.create(json.required("url").textValue()),
                        json.required("bytes").longValue(),
                        json.required("sha256").textValue(),
                        Instant.parse(json.required("at").textValue()),
                        json.required("checked").booleanValue()));
            }
            return receipts;
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException("File " + file + " is damaged; delete it and download the data set again", e);
        }
    }
}
