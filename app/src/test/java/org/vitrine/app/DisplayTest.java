package org.vitrine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void linuxNeedsAnXServer() {
        assertThat(Display.isPresent("Linux", Map.of(), "", false)).isFalse();
        assertThat(Display.isPresent("Linux", Map.of("DISPLAY", " "), "", false))
                .isFalse();
        assertThat(Display.isPresent("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), "", false))
                .isFalse();
        assertThat(Display.isPresent("Linux", Map.of("DISPLAY", ":0"), "", false))
                .isTrue();
    }

    @Test
    void otherSystemsAndTestsAlwaysHaveOne() {
        assertThat(Display.isPresent("Windows 11", Map.of(), "", false)).isTrue();
        assertThat(Display.isPresent("Mac OS X", Map.of(), "", false)).isTrue();
        assertThat(Display.isPresent("Linux", Map.of(), "Monocle", false)).isTrue();
    }

    @Test
    void aUserMayRefuseTheWindow() {
        assertThat(Display.isPresent("Linux", Map.of("DISPLAY", ":0"), "", true))
                .isFalse();
    }
}
