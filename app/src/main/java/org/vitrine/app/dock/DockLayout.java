package org.vitrine.app.dock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Side;

/**
 * Where the panels of a stage stand: tabs, or parts beside or below each other. An immutable value; moves give another one.
 *
 * @param panels ids of the tabs in their order; empty unless tabs
 * @param selected the tab in front; empty for the first
 * @param parts from left to right or from top to bottom; empty for tabs
 * @param shares of the length that the parts take, which sum to 1
 */
public record DockLayout(Kind kind, List<String> panels, String selected, List<DockLayout> parts, List<Double> shares) {

    /** How the inside of a place is divided. */
    public enum Kind {
        TABS,
        ROW,
        COLUMN
    }

    /** @throws IllegalArgumentException if shares and parts do not fit */
    public DockLayout {
        panels = List.copyOf(panels);
        parts = List.copyOf(parts);
        shares = List.copyOf(shares);
        if (parts.size() != shares.size() || (kind == Kind.TABS) != parts.isEmpty()) {
            throw new IllegalArgumentException(
                    kind + " of " + parts.size() + " parts and " + shares.size() + " shares");
        }
    }

    /** Tabs of which the first is in front. */
    public static DockLayout tabs(String... panels) {
        return tabs(List.of(panels), "");
    }

    static DockLayout tabs(List<String> panels, String selected) {
        return new DockLayout(Kind.TABS, panels, selected, List.of(), List.of());
    }

    /** Two parts beside each other; the left one takes a share of the width. */
    public static DockLayout row(double share, DockLayout left, DockLayout right) {
        return new DockLayout(Kind.ROW, List.of(), "", List.of(left, right), List.of(share, 1 - share));
    }

    /** Two parts below each other; the upper one takes a share of the height. */
    public static DockLayout column(double share, DockLayout top, DockLayout bottom) {
        return new DockLayout(Kind.COLUMN, List.of(), "", List.of(top, bottom), List.of(share, 1 - share));
    }

    private DockLayout withParts(List<DockLayout> newParts, List<Double> newShares) {
        double sum = newShares.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> whole = newShares.stream().map(share -> share / sum).toList();
        return new DockLayout(kind, List.of(), "", newParts, whole);
    }

    /** Ids of all panels, from left to right and from top to bottom. */
    public List<String> all() {
        return Stream.concat(panels.stream(), parts.stream().flatMap(part -> part.all().stream()))
                .toList();
    }

    /** The tab that is in front; only of tabs. */
    String front() {
        return panels.contains(selected) ? selected : panels.get(0);
    }

    /** The same with one panel in front of its tabs. */
    public DockLayout selecting(String panel) {
        if (kind == Kind.TABS) {
            return panels.contains(panel) ? tabs(panels, panel) : this;
        }
        return new DockLayout(
                kind,
                panels,
                selected,
                parts.stream().map(part -> part.selecting(panel)).toList(),
                shares);
    }

    /** Without a panel; empty if it was the only one. Parts that get empty go. */
    Optional<DockLayout> without(String panel) {
        if (kind == Kind.TABS) {
            List<String> rest =
                    panels.stream().filter(other -> !other.equals(panel)).toList();
            return rest.isEmpty() ? Optional.empty() : Optional.of(tabs(rest, selected));
        }
        List<DockLayout> rest = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<DockLayout> left = parts.get(i).without(panel);
            if (left.isPresent()) {
                rest.add(left.get());
                lengths.add(shares.get(i));
            }
        }
        if (rest.size() <= 1) {
            return rest.stream().findFirst();
        }
        return Optional.of(withParts(rest, lengths));
    }

    /** With a panel as the last tab beside another one. */
    DockLayout withTab(String panel, String beside) {
        if (kind == Kind.TABS) {
            return panels.contains(beside)
                    ? tabs(Stream.concat(panels.stream(), Stream.of(panel)).toList(), selected)
                    : this;
        }
        return withParts(parts.stream().map(part -> part.withTab(panel, beside)).toList(), shares);
    }

    /** Adds what a newer version has and takes away what it no longer has, so that an old layout stays of use. */
    DockLayout fitting(DockLayout standard) {
        Set<String> wanted = new LinkedHashSet<>(standard.all());
        Optional<DockLayout> kept = Optional.of(this);
        Set<String> seen = new LinkedHashSet<>();
        for (String panel : all()) {
            if (!wanted.contains(panel) || !seen.add(panel)) {
                kept = kept.flatMap(layout -> layout.without(panel));
                seen.remove(panel);
            }
        }
        if (kept.isEmpty()) {
            return standard;
        }
        DockLayout fitted = kept.get();
        for (String panel : wanted) {
            if (!fitted.all().contains(panel)) {
                fitted = fitted.withTab(panel, standard.neighbour(panel, fitted.all()));
            }
        }
        return fitted;
    }

    /** Of the given panels one that shares the tabs of another; any if there is none. */
    private String neighbour(String panel, List<String> given) {
        return leafOf(panel)
                .flatMap(leaf -> leaf.panels().stream().filter(given::contains).findFirst())
                .orElse(given.get(given.size() - 1));
    }

    private Optional<DockLayout> leafOf(String panel) {
        if (kind == Kind.TABS) {
            return panels.contains(panel) ? Optional.of(this) : Optional.empty();
        }
        return parts.stream().flatMap(part -> part.leafOf(panel).stream()).findFirst();
    }

    /**
     * Moves a panel towards a side: out of its tabs if it has company, else into the next tabs there. Nothing moves where there is
     * no place to go.
     */
    public DockLayout moved(String panel, Side side) {
        Optional<DockLayout> leaf = leafOf(panel);
        if (leaf.isEmpty()) {
            return this;
        }
        if (leaf.get().panels().size() > 1) {
            return split(panel, side).selecting(panel);
        }
        Optional<String> next = beyond(panel, side);
        return next.isEmpty()
                ? this
                : without(panel).orElse(this).withTab(panel, next.get()).selecting(panel);
    }

    private DockLayout split(String panel, Side side) {
        if (kind != Kind.TABS) {
            return new DockLayout(
                    kind,
                    panels,
                    selected,
                    parts.stream().map(part -> part.split(panel, side)).toList(),
                    shares);
        }
        if (!panels.contains(panel)) {
            return this;
        }
        DockLayout alone = tabs(panel);
        DockLayout rest = without(panel).orElse(this);
        return switch (side) {
            case LEFT -> row(0.5, alone, rest);
            case RIGHT -> row(0.5, rest, alone);
            case TOP -> column(0.5, alone, rest);
            case BOTTOM -> column(0.5, rest, alone);
        };
    }

    /** A panel of the tabs that stand next on a side. */
    private Optional<String> beyond(String panel, Side side) {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).all().contains(panel)) {
                continue;
            }
            Optional<String> inside = parts.get(i).beyond(panel, side);
            if (inside.isPresent()) {
                return inside;
            }
            boolean forward = side == Side.RIGHT || side == Side.BOTTOM;
            boolean along = kind == (side.isVertical() ? Kind.ROW : Kind.COLUMN);
            int other = forward ? i + 1 : i - 1;
            return along && other >= 0 && other < parts.size()
                    ? Optional.of(parts.get(other).edge(!forward))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The first or the last panel. */
    private String edge(boolean last) {
        List<String> ids = new ArrayList<>(all());
        if (last) {
            Collections.reverse(ids);
        }
        return ids.get(0);
    }
}
