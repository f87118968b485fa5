package org.bihuan.e2e;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a picture of a screen small: at most 256 colours, chosen by median cut. */
final class FewColours {

    private static final int MOST = 256;

    private FewColours() {}

    /** The picture, a PNG, as a PNG with a palette. */
    static byte[] png(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        Map<Integer, Integer> index = new HashMap<>();
        IndexColorModel palette = palette(boxes(counts), counts, index);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                small.getRaster().setSample(x, y, 0, index.getOrDefault(image.getRGB(x, y) & 0xffffff, 0));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    /** Groups of like colours: the one that spreads widest is halved until there are enough. */
    private static List<List<Integer>> boxes(Map<Integer, Integer> counts) {
        List<List<Integer>> boxes = new ArrayList<>();
        boxes.add(new ArrayList<>(counts.keySet()));
        while (boxes.size() < MOST) {
            List<Integer> widest = boxes.stream()
                    .filter(box -> box.size() > 1)
                    .max(Comparator.comparingInt(box -> spread(box, widestChannel(box))))
                    .orElse(null);
            if (widest == null) {
                break;
            }
            int channel = widestChannel(widest);
            widest.sort(Comparator.comparingInt(colour -> part(colour, channel)));
            boxes.remove(widest);
            boxes.add(new ArrayList<>(widest.subList(0, widest.size() / 2)));
            boxes.add(new ArrayList<>(widest.subList(widest.size() / 2, widest.size())));
        }
        return boxes;
    }

    private static IndexColorModel palette(
            List<List<Integer>> boxes, Map<Integer, Integer> counts, Map<Integer, Integer> index) {
        int[] colours = new int[boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            // The commonest colour of a group stands for it, so that large areas keep theirs exactly.
            colours[i] = boxes.get(i).stream()
                    .max(Comparator.comparingInt(colour -> counts.getOrDefault(colour, 0)))
                    .orElseThrow();
            for (int colour : boxes.get(i)) {
                index.put(colour, i);
            }
        }
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int widestChannel(List<Integer> box) {
        int widest = 0;
        for (int channel = 1; channel < 3; channel++) {
            if (spread(box, channel) > spread(box, widest)) {
                widest = channel;
            }
        }
        return widest;
    }

    private static int spread(List<Integer> box, int channel) {
        int least = 255;
        int most = 0;
        for (int colour : box) {
            least = Math.min(least, part(colour, channel));
            most = Math.max(most, part(colour, channel));
        }
        return most - least;
    }

    private static int part(int colour, int channel) {
        return colour >> (8 * channel) & 0xff;
    }
}
