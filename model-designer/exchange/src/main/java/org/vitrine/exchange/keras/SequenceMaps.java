package org.vitrine.exchange.keras;

import java.util.List;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** Embeddings, attention, and layers that are applied to each step. */
final class SequenceMaps {
    private static final List<String> BY_STEP =
            List.of("Dense", "Activation", "ReLU", "LeakyReLU", "ELU", "Softmax", "Dropout", "LayerNormalization");

    private SequenceMaps() {}

    static void register(LayerMap map) {
        map.add("Embedding", SequenceMaps::embedding);
        map.add("MultiHeadAttention", SequenceMaps::attention);
        map.add("TimeDistributed", site -> byStep(site, map));
    }

    private static Value embedding(Site site) {
        Value input = site.input();
        int units = site.settings().whole("output_dim");
        int vocabulary = site.settings().whole("input_dim");
        if (!(input.shape() instanceof Tokens)) {
            throw site.refuse("embedding.input");
        }
        if (!site.settings().flag("mask_zero", false)) {
            site.warn("embedding.mask");
        }
        Value node = site.add(new Embedding(units), input);
        site.weight(node, "W", () -> site.take(LayerWeights.WHOLE, "embeddings", 0, vocabulary, units));
        return node;
    }

    /** Layers here work on each step of a sequence anyway. */
    private static Value byStep(Site site, LayerMap map) {
        String type = site.settings().node("layer").path("class_name").asText("?");
        if (!BY_STEP.contains(type) || !(site.input().shape() instanceof Sequence)) {
            throw site.refuse("steps.layer", type);
        }
        Site inner = site.wrapped(site.settings().inner("layer"), type);
        Value value = map.of(type).orElseThrow().map(inner);
        site.adopt(inner);
        return value;
    }

    private static Value attention(Site site) {
        Settings settings = site.settings();
        int heads = settings.whole("num_heads");
        int size = settings.whole("key_dim");
        settings.only("value_dim", Integer.toString(size));
        settings.only("output_shape");
        settings.only("attention_axes", "[1]", "[1,]", "1");
        settings.only("seed");
        boolean causal = false;
        for (var argument : site.layer().call()) {
            if (argument.path("use_causal_mask").asBoolean()) {
                causal = true;
            } else {
                throw site.refuse("attention.argument", argument);
            }
        }
        List<Value> inputs = site.inputs();
        Value query = inputs.get(0);
        Value memory = inputs.size() > 1 ? inputs.get(1) : query;
        if (inputs.size() > 3 || (inputs.size() == 3 && !inputs.get(2).equals(memory))) {
            throw site.refuse("attention.key");
        }
        int width = Site.channels(query.shape());
        if ((long) heads * size != width) {
            throw site.refuse("attention.size", heads, size, width);
        }
        double dropout = settings.number("dropout", 0);
        int from = Site.channels(memory.shape());
        if (query.equals(memory)) {
            Value node = site.add(new SelfAttention(heads, causal, dropout), query);
            site.weight(
                    node,
                    "Wqkv",
                    () -> Axes.beside(
                            projection(site, "query", width, heads, size),
                            projection(site, "key", width, heads, size),
                            projection(site, "value", width, heads, size)));
            site.weight(
                    node,
                    "bqkv",
                    () -> Axes.beside(
                            bias(site, "query", heads, size),
                            bias(site, "key", heads, size),
                            bias(site, "value", heads, size)));
            site.weight(node, "Wo", () -> output(site, heads, size, width));
            site.weight(node, "bo", () -> site.bias("output", 1, width));
            return node;
        }
        if (causal) {
            throw site.refuse("attention.causal");
        }
        Value node = site.add(new CrossAttention(heads, dropout), List.of(query, memory));
        site.weight(node, "queries.W", () -> projection(site, "query", width, heads, size));
        site.weight(node, "queries.b", () -> bias(site, "query", heads, size));
        site.weight(
                node,
                "memory.W",
                () -> Axes.beside(
                        projection(site, "key", from, heads, size), projection(site, "value", from, heads, size)));
        site.weight(
                node, "memory.b", () -> Axes.beside(bias(site, "key", heads, size), bias(site, "value", heads, size)));
        site.weight(node, "W", () -> output(site, heads, size, width));
        site.weight(node, "b", () -> site.bias("output", 1, width));
        return node;
    }

    private static Tensor projection(Site site, String part, int features, int heads, int size) {
        return site.take(part, "kernel", 0, features, heads, size).reshape(features, heads * size);
    }

    private static Tensor bias(Site site, String part, int heads, int size) {
        return site.bias(part, 1, heads, size).reshape(heads * size);
    }

    private static Tensor output(Site site, int heads, int size, int width) {
        return site.take("output", "kernel", 0, heads, size, width).reshape(heads * size, width);
    }
}
