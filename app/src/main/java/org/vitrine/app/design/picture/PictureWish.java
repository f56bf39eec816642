package org.vitrine.app.design.picture;

import org.vitrine.drawing.PictureFormat;
import org.vitrine.editor.picture.Paper;

/**
 * What picture is wanted.
 *
 * @param scale pixels of a PNG for each of the canvas
 */
public record PictureWish(PictureFormat format, Paper paper, int scale) {
    public static final PictureWish USUAL = new PictureWish(PictureFormat.SVG, Paper.WHITE, 2);
}
