package org.vitrine.datasets.read;

/**
 * What a picture's header tells.
 *
 * @param width in pixels, as it is shown: after turning it upright
 * @param height in pixels, as it is shown
 * @param orientation EXIF's number from 1 (as stored) to 8, by which the stored pixels must be turned
 */
public record PictureInfo(PictureFormat format, int width, int height, int orientation) {
    boolean isOnItsSide() {
        return orientation >= 5;
    }
}
