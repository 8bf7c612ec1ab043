package ru.trenergram.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Draws QR codes, with the quiet zone of four modules that ISO/IEC 18004 asks for. */
public final class QrImages {

    private static final int QUIET_ZONE = 4;

    private QrImages() {}

    /** @param size of each side, in pixels */
    static byte[] png(String content, int size) {
        var bytes = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(encode(content, size), "PNG", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One path of dark modules, row by row; it scales without loss. */
    public static String svg(String content, int size) {
        BitMatrix modules = modules(content);
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %2$d %2$d"\
                 shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%2$dv%2$dH0z"/><path d="%3$s"/></svg>
                """.formatted(size, modules.getWidth(), path);
    }

    /** The modules with their quiet zone; a set bit is a dark one. */
    static BitMatrix modules(String content) {
        return encode(content, 0); // 0: one pixel a module
    }

    private static BitMatrix encode(String content, int size) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            size,
                            size,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException("A link always fits into a QR code", e);
        }
    }
}
