package org.vitrine.exchange.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vitrine.exchange.keras.Hdf5File.Hdf5Exception;
import org.vitrine.exchange.keras.KerasImport.MappedLayer;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Maps the layers of a model one after the other. */
final class GraphMaker {
    private static final Set<String> IDLE = Set.of(
            "Dropout", "SpatialDropout1D", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "AlphaDropout");

    private final KerasModel model;
    private final ModelFile source;
    private final Problems problems;
    private final int openLength;
    private final LayerMap map = LayerMap.standard();
    private final HeadMaps heads;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<MappedLayer> layers = new ArrayList<>();
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> doubtful = new LinkedHashSet<>();
    private final Draft draft;
    /** Layers at the end that do nothing or become the head's function. */
    private final Set<String> atEnd = new LinkedHashSet<>();

    private @Nullable String head;
    private Activation headActivation = Activation.IDENTITY;

    GraphMaker(KerasModel model, ModelFile source, Problems problems, int openLength) {
        this.model = model;
        this.source = source;
        this.problems = problems;
        this.openLength = openLength;
        this.heads = new HeadMaps(source.training());
        this.draft = new Draft(inputShape(), problems);
    }

    Draft draft() {
        return draft;
    }

    List<MappedLayer> layers() {
        return layers;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Shape inputShape() {
        List<Integer> axes = new ArrayList<>();
        for (int length : model.axes()) {
            axes.add(length > 0 ? length : openLength);
            if (length <= 0) {
                warnings.add(model.input() + ": " + KerasTexts.of("input.open", openLength));
            }
        }
        Optional<KerasLayer> embedding = model.layers().stream()
                .filter(layer ->
                        layer.type().equals("Embedding") && layer.inputs().contains(model.input()))
                .findFirst();
        if (embedding.isPresent() && axes.size() == 1) {
            return new Tokens(embedding.get().config().path("input_dim").asInt(), axes.get(0));
        }
        return switch (axes.size()) {
            case 2 -> new Sequence(axes.get(1), axes.get(0));
            case 3 -> new Image(axes.get(2), axes.get(0), axes.get(1));
            default -> new Flat(axes.isEmpty() ? 1 : axes.get(0));
        };
    }

    /** Maps all layers; problems are told where they are met. */
    void make() {
        values.put(model.input(), draft.addInput(model.input().replace('/', '-')));
        if (model.layers().stream().noneMatch(layer -> layer.place().equals(model.output()))) {
            problems.add(model.name(), "model.empty");
            return;
        }
        findHead();
        for (KerasLayer layer : model.layers()) {
            if (!values.keySet().containsAll(layer.inputs())) {
                continue;
            }
            problems.optionsOnly(layer.inputs().stream().anyMatch(doubtful::contains));
            int before = problems.count();
            if (map.of(layer.type()).isEmpty()) {
                problems.add(layer.place(), "layer.unknown", layer.type());
            } else {
                map(layer);
            }
            goOnBehind(layer, problems.count() > before);
            problems.optionsOnly(false);
        }
    }

    /** Layers behind one that can not be had are looked at all the same, as if it did nothing. */
    private void goOnBehind(KerasLayer layer, boolean refused) {
        boolean doubted = refused || layer.inputs().stream().anyMatch(doubtful::contains);
        if (doubted || !values.containsKey(layer.place())) {
            doubtful.add(layer.place());
            values.putIfAbsent(layer.place(), value(layer.inputs().get(0)));
        }
    }

    /** Goes back from the end over what does nothing and a softmax or sigmoid, to a dense layer. */
    private void findHead() {
        KerasLayer layer = model.layer(model.output());
        while (IDLE.contains(layer.type()) && isOnlyReader(layer)) {
            atEnd.add(layer.place());
            layer = model.layer(layer.inputs().get(0));
        }
        Optional<Activation> function = function(layer);
        if (function.isPresent() && isOnlyReader(layer)) {
            KerasLayer before = model.layer(layer.inputs().get(0));
            if (isDense(before) && ownActivation(before).equals("linear")) {
                atEnd.add(layer.place());
                head = before.place();
                headActivation = function.get();
                return;
            }
        }
        head = layer.place();
        headActivation = function.orElseGet(() -> switch (ownActivation(model.layer(head()))) {
            case "linear" -> Activation.IDENTITY;
            case "softmax" -> Activation.SOFTMAX;
            case "sigmoid" -> Activation.SIGMOID;
            default -> Activation.RELU;
        });
    }

    private String head() {
        return java.util.Objects.requireNonNull(head);
    }

    /** Whether a layer is the only one that takes its input, which is a layer too. */
    private boolean isOnlyReader(KerasLayer layer) {
        String before = layer.inputs().get(0);
        return layer.inputs().size() == 1
                && model.readers(before) == 1
                && model.layers().stream().anyMatch(other -> other.place().equals(before));
    }

    private static Optional<Activation> function(KerasLayer layer) {
        boolean softmax = layer.type().equals("Softmax")
                || (layer.type().equals("Activation") && activation(layer).equals("softmax"));
        if (softmax) {
            return Optional.of(Activation.SOFTMAX);
        }
        return layer.type().equals("Activation") && activation(layer).equals("sigmoid")
                ? Optional.of(Activation.SIGMOID)
                : Optional.empty();
    }

    private static String activation(KerasLayer layer) {
        return layer.config().path("activation").asText("linear");
    }

    private static boolean isDense(KerasLayer layer) {
        return layer.type().equals("Dense")
                || (layer.type().equals("TimeDistributed")
                        && layer.config()
                                .path("layer")
                                .path("class_name")
                                .asText()
                                .equals("Dense"));
    }

    private static String ownActivation(KerasLayer layer) {
        return layer.type().equals("TimeDistributed")
                ? layer.config().path("layer").path("config").path("activation").asText("linear")
                : activation(layer);
    }

    private void map(KerasLayer layer) {
        int before = draft.size();
        int problemsBefore = problems.count();
        try {
            LayerWeights weights = new LayerWeights(layer, source.weights(), problems);
            List<Value> inputs = layer.inputs().stream().map(this::value).toList();
            Site site = new Site(
                    layer,
                    inputs,
                    new Settings(layer.place(), layer.config(), problems),
                    weights,
                    draft,
                    problems,
                    warnings);
            values.put(layer.place(), mapped(site));
            if (problems.count() == problemsBefore) {
                site.transfer();
            }
        } catch (Hdf5Exception e) {
            problems.add(layer.place(), "weights.unreadable", layer.name(), String.valueOf(e.getMessage()));
        } catch (Refusal told) {
            return;
        }
        layers.add(new MappedLayer(layer.place(), layer.type(), draft.since(before)));
    }

    private Value value(String place) {
        return java.util.Objects.requireNonNull(values.get(place));
    }

    private Value mapped(Site site) {
        KerasLayer layer = site.layer();
        if (atEnd.contains(layer.place())) {
            return site.inputs().get(0);
        }
        if (layer.place().equals(head)) {
            Optional<Value> value = asHead(site);
            if (value.isPresent()) {
                return value.get();
            }
        }
        Value value = map.of(layer.type()).orElseThrow().map(site);
        return layer.place().equals(head) ? heads.behind(site, value) : value;
    }

    private Optional<Value> asHead(Site site) {
        if (isDense(site.layer())) {
            if (!site.layer().type().equals("TimeDistributed")) {
                return heads.dense(site, headActivation);
            }
            Site inner = site.wrapped(site.settings().inner("layer"), "Dense");
            Optional<Value> value = heads.dense(inner, headActivation);
            site.adopt(inner);
            return value;
        }
        return function(site.layer()).isPresent() ? heads.function(site, headActivation) : Optional.empty();
    }
}
