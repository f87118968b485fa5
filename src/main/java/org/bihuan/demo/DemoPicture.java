package org.bihuan.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

import org.bihuan.shared.CaseNumber;

/** A drawn street scene in place of a photo: shapes only, so that no machine needs a font for it. */
final class DemoPicture {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int GROUND = 350;

    private DemoPicture() {}

    /** The picture as PNG; measures and attempts differ in colour and in the height of the houses. */
    static byte[] of(CaseNumber measure, int attempt) {
        int seed = Math.floorMod(measure.hashCode() + attempt * 31, 7);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setPaint(new GradientPaint(0, 0, new Color(0x9CC4E4), 0, GROUND, new Color(0xF3EFE2)));
            canvas.fillRect(0, 0, WIDTH, GROUND);
            canvas.setColor(new Color(0x8A8F86));
            canvas.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
            for (int house = 0; house < 4; house++) {
                house(canvas, 20 + house * 175, 140 + (seed * 37 + house * 53) % 120, house + seed);
            }
        } finally {
            canvas.dispose();
        }
        return png(image);
    }

    private static void house(Graphics2D canvas, int left, int height, int tone) {
        canvas.setColor(Color.getHSBColor(0.05f + tone % 7 * 0.03f, 0.22f, 0.82f));
        canvas.fillRect(left, GROUND - height, 150, height);
        canvas.setColor(new Color(0x4A5D73));
        for (int y = GROUND - height + 20; y < GROUND - 50; y += 45) {
            for (int x = left + 18; x < left + 130; x += 44) {
                canvas.fillRect(x, y, 24, 28);
            }
        }
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
