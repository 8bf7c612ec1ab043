package ru.trenergram.qr;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A code on A4, once and large or on cards to cut out. Lengths are points, 72 an inch, from the lower left corner. The
 * font is Liberation Sans (SIL Open Font License), which comes with PDFBox and has Cyrillic; only the letters used are
 * put into the file.
 */
class PrintedSheet {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MM = 72 / 25.4f;
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float MARGIN = 20 * MM;
    private static final float CARD_WIDTH = 90 * MM;
    private static final float CARD_HEIGHT = 50 * MM;
    private static final int COLUMNS = 2;
    private static final int ROWS = 5;
    private static final float LINE = 1.25f;

    private final Words words;

    /** @param foot small, at the end: where the sheet belongs */
    record Words(String club, String headline, String how, String url, String foot) {}

    PrintedSheet(Words words) {
        this.words = words;
    }

    byte[] poster() {
        return page((page, font) -> {
            float wide = WIDTH - 2 * MARGIN;
            float y = centred(page, font, words.club(), 30, HEIGHT - MARGIN - 30, wide);
            y = centred(page, font, words.headline(), 20, y - 16, wide);
            float side = Math.min(wide, 130 * MM);
            code(page, (WIDTH - side) / 2, y - 20 - side, side);
            y = centred(page, font, words.how(), 15, y - 20 - side - 30, wide);
            centred(page, font, words.url(), 12, y - 12, wide);
            centred(page, font, words.foot(), 10, MARGIN, wide);
        });
    }

    byte[] cards() {
        return page((page, font) -> {
            float left = (WIDTH - COLUMNS * CARD_WIDTH) / 2;
            float bottom = (HEIGHT - ROWS * CARD_HEIGHT) / 2;
            for (int card = 0; card < COLUMNS * ROWS; card++) {
                card(page, font, left + card % COLUMNS * CARD_WIDTH, bottom + card / COLUMNS * CARD_HEIGHT);
            }
        });
    }

    private void card(PDPageContentStream page, PDFont font, float x, float y) throws IOException {
        page.setStrokingColor(0.75f);
        page.setLineWidth(0.3f);
        page.addRect(x, y, CARD_WIDTH, CARD_HEIGHT);
        page.stroke();
        float side = CARD_HEIGHT - 6 * MM;
        code(page, x + 2 * MM, y + 3 * MM, side);
        float at = x + side + 4 * MM;
        float wide = CARD_WIDTH - side - 7 * MM;
        float line = lines(page, font, words.club(), 12, at, y + CARD_HEIGHT - 10 * MM, wide, false);
        line = lines(page, font, words.headline(), 9, at, line - 4, wide, false);
        lines(page, font, words.how(), 7.5f, at, line - 4, wide, false);
    }

    private float centred(PDPageContentStream page, PDFont font, String text, float size, float y, float wide)
            throws IOException {
        return lines(page, font, text, size, MARGIN, y, wide, true);
    }

    /** Returns where the next text can stand. */
    private static float lines(
            PDPageContentStream page,
            PDFont font,
            String text,
            float size,
            float x,
            float y,
            float wide,
            boolean centre)
            throws IOException {
        float line = y;
        for (String part : wrapped(font, printable(font, text), size, wide)) {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(centre ? x + (wide - width(font, part, size)) / 2 : x, line);
            page.showText(part);
            page.endText();
            line -= size * LINE;
        }
        return line;
    }

    /** Breaks between words; a word that is wider than a line is cut. */
    private static List<String> wrapped(PDFont font, String text, float size, float wide) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(font, longer, size) <= wide) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(font, line, size) > wide) {
                int fits = line.length() - 1;
                while (fits > 1 && width(font, line.substring(0, fits), size) > wide) {
                    fits--;
                }
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private static float width(PDFont font, String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** Without what the font has no letter for, as pictures in names. */
    private static String printable(PDFont font, String text) {
        var printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            try {
                font.encode(Character.toString(letter));
                printable.appendCodePoint(letter);
            } catch (IOException | IllegalArgumentException unknown) {
                // left out
            }
        });
        return printable.toString().strip();
    }

    private void code(PDPageContentStream page, float x, float y, float side) throws IOException {
        BitMatrix modules = QrImages.modules(words.url());
        float module = side / modules.getWidth();
        page.setNonStrokingColor(0f);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    page.addRect(x + column * module, y + side - (row + 1) * module, module, module);
                }
            }
        }
        page.fill();
    }

    private interface Drawing {
        void on(PDPageContentStream page, PDFont font) throws IOException;
    }

    private static byte[] page(Drawing drawing) {
        try (var document = new PDDocument();
                InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
            PDFont font = PDType0Font.load(document, Objects.requireNonNull(letters), true);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                drawing.on(content, font);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
