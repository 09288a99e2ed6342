package vn.haidang.files.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import vn.haidang.ui.Problem;

/** Says what a file is from its bytes alone, and refuses the ones that are small outside and huge inside. */
@Component
public class ContentInspection {

    private static final int PREFIX = 64 * 1024;
    private static final long LARGEST_UNPACKED = 300L * 1024 * 1024;
    private static final int LARGEST_RATIO = 150;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_PIXELS = 120_000_000;

    /** What nearly every upload is, by the bytes with which each such file begins. */
    private static final Map<String, byte[]> USUAL = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private final Tika tika = new Tika();

    /** The media type of the bytes; the name and what the browser claimed play no part. */
    public String mediaType(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begins = in.readNBytes(PREFIX);
            String type = usual(begins).orElseGet(() -> tika.detect(begins));
            if (type.equals("application/zip")) {
                return packedType(file);
            }
            if (type.startsWith("image/")) {
                refuseHugeImage(file);
            }
            return type;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Optional<String> usual(byte[] begins) {
        return USUAL.entrySet().stream()
                .filter(each -> startsWith(begins, each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    /** Unpacks to nowhere, counting: a package that claims less than it holds is caught by what comes out. */
    private static String packedType(Path file) throws IOException {
        long packed = Files.size(file);
        long limit = Math.min(LARGEST_UNPACKED, Math.max(1024 * 1024, packed * LARGEST_RATIO));
        String type = "application/zip";
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[PREFIX];
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw Problem.of("files/archive-bomb", 422).exception();
                }
                if (entry.getName().startsWith("word/")) {
                    type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
                } else if (entry.getName().startsWith("xl/")) {
                    type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > limit) {
                        throw Problem.of("files/archive-bomb", 422).exception();
                    }
                }
            }
        } catch (java.util.zip.ZipException damaged) {
            throw Problem.of("files/damaged", 422).exception();
        }
        return type;
    }

    private static void refuseHugeImage(Path file) throws IOException {
        try (ImageInputStream image = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw Problem.of("files/archive-bomb", 422).exception();
                }
            } catch (IOException | IllegalArgumentException damaged) {
                throw Problem.of("files/damaged", 422).exception();
            } finally {
                reader.dispose();
            }
        }
    }
}
