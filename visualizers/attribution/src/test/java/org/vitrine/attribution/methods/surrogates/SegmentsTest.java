package org.vitrine.attribution.methods.surrogates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.Models;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;

class SegmentsTest {
    @Property(tries = 30)
    void superpixelsCoverTheImageInConnectedPatches(@ForAll long seed) {
        Draw draw = new Draw(seed);
        int height = 8 + draw.below(30);
        int width = 8 + draw.below(30);
        int wanted = 2 + draw.below(40);
        int[] parts = Superpixels.of(Models.input(draw, 1 + draw.below(3), height, width), wanted);
        int count = Arrays.stream(parts).max().orElseThrow() + 1;
        assertThat(Arrays.stream(parts).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(parts).distinct().count()).isEqualTo(count);
        for (int part = 0; part < count; part++) {
            assertThat(reached(parts, part, height, width)).as("patch %d", part).isEqualTo((int) count(parts, part));
        }
    }

    private static long count(int[] parts, int part) {
        return Arrays.stream(parts).filter(p -> p == part).count();
    }

    /** How many pixels of a patch can be reached from its first one. */
    private static int reached(int[] parts, int part, int height, int width) {
        boolean[] seen = new boolean[parts.length];
        java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>();
        for (int i = 0; open.isEmpty(); i++) {
            if (parts[i] == part) {
                open.add(i);
                seen[i] = true;
            }
        }
        int count = 0;
        while (!open.isEmpty()) {
            int pixel = open.remove();
            count++;
            int y = pixel / width;
            int x = pixel % width;
            int[][] beside = {{y - 1, x}, {y + 1, x}, {y, x - 1}, {y, x + 1}};
            for (int[] place : beside) {
                if (place[0] >= 0 && place[0] < height && place[1] >= 0 && place[1] < width) {
                    int next = place[0] * width + place[1];
                    if (parts[next] == part && !seen[next]) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return count;
    }

    @Test
    void superpixelsFollowTheEdgesOfFlatColours() {
        // Left black, right white: no patch holds both.
        float[] image = new float[16 * 16];
        for (int i = 0; i < image.length; i++) {
            image[i] = i % 16 < 7 ? 0 : 1;
        }
        int[] parts = Superpixels.of(Tensor.of(image, 1, 16, 16), 8);
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image.length; j++) {
                assertThat(image[i] == image[j] || parts[i] != parts[j]).isTrue();
            }
        }
    }

    @Test
    void whatEqualsTheBaselineIsNoSegment() {
        Tensor input = Tensor.of(new float[] {1, 0, 2, 3, 0, 4}, 2, 3);
        Segments segments = Segments.of(input, new float[6], 10);
        assertThat(segments.count()).isEqualTo(2);
        assertThat(segments.ofPlace()).containsExactly(0, -1, 1);
        assertThat(segments.mixed(input.values(), new float[6], new boolean[] {true, false}))
                .containsExactly(1, 0, 0, 3, 0, 0);
        assertThat(segments.spread(new double[] {7, 8})).isEqualTo(Tensor.of(new float[] {7, 0, 8}, 1, 3));
    }
}
