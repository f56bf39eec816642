package org.vitrine.datasets.projection;

import java.util.Arrays;

/**
 * Points of a plane in nested squares, with the number and the mean of the points in each (Barnes and Hut 1986): a square
 * that is small as seen from a point acts as one point.
 */
final class QuadTree {
    private static final int DEEPEST = 48;
    private static final int NONE = -1;

    private int[] children;
    private double[] sumX;
    private double[] sumY;
    private int[] counts;
    private double[] sides;
    private int size;

    /** @param points x and y one after the other */
    QuadTree(double[] points) {
        int capacity = Math.max(16, points.length);
        children = new int[4 * capacity];
        sumX = new double[capacity];
        sumY = new double[capacity];
        counts = new int[capacity];
        sides = new double[capacity];
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        double side = Math.max(Math.max(right - left, bottom - top), 1e-12) * 1.001;
        node(side);
        for (int i = 0; i < points.length; i += 2) {
            insert(points[i], points[i + 1], left, top, side);
        }
    }

    private int node(double side) {
        if (size == counts.length) {
            int more = 2 * size;
            children = Arrays.copyOf(children, 4 * more);
            sumX = Arrays.copyOf(sumX, more);
            sumY = Arrays.copyOf(sumY, more);
            counts = Arrays.copyOf(counts, more);
            sides = Arrays.copyOf(sides, more);
        }
        Arrays.fill(children, 4 * size, 4 * size + 4, NONE);
        sides[size] = side;
        return size++;
    }

    private void insert(double x, double y, double left, double top, double wholeSide) {
        int node = 0;
        double cornerX = left;
        double cornerY = top;
        double side = wholeSide;
        for (int depth = 0; ; depth++) {
            boolean leaf = counts[node] > 0 && isLeaf(node);
            if (leaf && depth < DEEPEST && !isAt(node, x, y)) {
                // What lies here alone moves one square down, and this point goes on from here.
                split(node, cornerX, cornerY, side);
                leaf = false;
            }
            boolean empty = counts[node] == 0;
            counts[node]++;
            sumX[node] += x;
            sumY[node] += y;
            if (empty || leaf) {
                return;
            }
            side /= 2;
            int quarter = quarter(x, y, cornerX + side, cornerY + side);
            cornerX += (quarter & 1) * side;
            cornerY += (quarter >> 1) * side;
            if (children[4 * node + quarter] == NONE) {
                int made = node(side);
                children[4 * node + quarter] = made;
            }
            node = children[4 * node + quarter];
        }
    }

    private void split(int node, double cornerX, double cornerY, double side) {
        double x = sumX[node] / counts[node];
        double y = sumY[node] / counts[node];
        int quarter = quarter(x, y, cornerX + side / 2, cornerY + side / 2);
        int made = node(side / 2);
        children[4 * node + quarter] = made;
        counts[made] = counts[node];
        sumX[made] = sumX[node];
        sumY[made] = sumY[node];
    }

    private boolean isLeaf(int node) {
        return children[4 * node] == NONE
                && children[4 * node + 1] == NONE
                && children[4 * node + 2] == NONE
                && children[4 * node + 3] == NONE;
    }

    private boolean isAt(int node, double x, double y) {
        return sumX[node] == x * counts[node] && sumY[node] == y * counts[node];
    }

    private static int quarter(double x, double y, double middleX, double middleY) {
        return (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0);
    }

    /**
     * How all other points push one away: adds the sums over them of q squared times the way from them, and of q, where q is
     * 1 / (1 + squared distance).
     *
     * @param theta how wide a square may be, by its distance, to act as one point; 0 is exact
     * @param into [x, y, sum of q]
     */
    void repel(double x, double y, double theta, double[] into, int[] stack) {
        int top = 0;
        stack[top++] = 0;
        double pushX = 0;
        double pushY = 0;
        double all = 0;
        while (top > 0) {
            int node = stack[--top];
            int count = counts[node];
            double wayX = x - sumX[node] / count;
            double wayY = y - sumY[node] / count;
            double squared = wayX * wayX + wayY * wayY;
            if (isLeaf(node) || sides[node] * sides[node] < theta * theta * squared) {
                double q = 1 / (1 + squared);
                double weight = count * q;
                all += weight;
                pushX += weight * q * wayX;
                pushY += weight * q * wayY;
            } else {
                for (int quarter = 0; quarter < 4; quarter++) {
                    int child = children[4 * node + quarter];
                    if (child != NONE) {
                        stack[top++] = child;
                    }
                }
            }
        }
        into[0] = pushX;
        into[1] = pushY;
        into[2] = all - 1;
    }

    /** Squares that can wait on the way down. */
    static int stackSize() {
        return 4 * (DEEPEST + 4);
    }
}
