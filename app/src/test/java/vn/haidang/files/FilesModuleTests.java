package vn.haidang.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.journal.Actor;
import vn.haidang.ui.ProblemException;

@ModuleTest
class FilesModuleTests {

    private static final long ONE_MEGABYTE = 1024 * 1024;
    private static final Set<String> PAPERS = Set.of("application/pdf", "image/png", "image/jpeg");

    private final Files files;
    private final TransactionTemplate transaction;
    private final Path home;

    FilesModuleTests(Files files, TransactionTemplate transaction, @Value("${haidang.home}") Path home) {
        this.files = files;
        this.transaction = transaction;
        this.home = home;
    }

    @Test
    void givesBackTheVeryBytesUnderTheirHash() throws IOException {
        byte[] pdf = pdf("giấy chứng sinh");

        StoredFile stored = store("C:\\ảnh\\giấy chứng sinh.pdf", pdf);

        assertThat(stored.name()).isEqualTo("giấy chứng sinh.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.scan()).isEqualTo("not-scanned");
        assertThat(stored.sha256()).hasSize(64);
        try (InputStream opened = files.open(stored.id())) {
            assertThat(opened.readAllBytes()).isEqualTo(pdf);
        }
    }

    @Test
    void keepsEqualBytesOnceUnderTwoNames() {
        StoredFile first = store("a.pdf", pdf("same"));
        StoredFile second = store("b.pdf", pdf("same"));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(files.all(List.of(first.id(), second.id())))
                .extracting(StoredFile::name)
                .containsExactly("a.pdf", "b.pdf");
    }

    @Test
    void judgesByTheBytesNotByTheName() {
        byte[] program = "MZ\u0090\0\3\0\0\0\4\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused("files/type-not-allowed", "hoso.pdf", program, ONE_MEGABYTE, PAPERS);
    }

    @Test
    void refusesWhatIsLargerThanAllowedWithoutReadingItAll() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> files.store("big.pdf", endless, ONE_MEGABYTE, PAPERS, Actor.ANONYMOUS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("files/too-large"));
        assertThat(arriving()).isEmpty();
    }

    @Test
    void refusesNothing() {
        assertRefused("files/empty", "empty.pdf", new byte[0], ONE_MEGABYTE, PAPERS);
    }

    @Test
    void refusesAPackageThatUnpacksToFarMoreThanItWeighs() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertRefused(
                "files/archive-bomb",
                "don.docx",
                packed.toByteArray(),
                ONE_MEGABYTE,
                Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    }

    @Test
    void refusesAPictureWhosePixelsWouldFillTheMemory() {
        assertRefused("files/archive-bomb", "anh.png", pngHeader(60_000, 60_000), ONE_MEGABYTE, PAPERS);
    }

    @Test
    void noticesBytesThatChangedOnTheDisk() throws IOException {
        StoredFile stored = store("c.pdf", pdf("as given"));
        Path place = home.resolve("files")
                .resolve(stored.sha256().substring(0, 2))
                .resolve(stored.sha256().substring(2, 4))
                .resolve(stored.sha256());
        java.nio.file.Files.write(place, pdf("as forged"));

        try (InputStream opened = files.open(stored.id())) {
            assertThatThrownBy(opened::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(stored.sha256());
        }
        java.nio.file.Files.write(place, pdf("as given"));
    }

    @Test
    void forgetsAFileWhoseActIsRolledBack() {
        FileId id = transaction.execute(status -> {
            status.setRollbackOnly();
            return store("d.pdf", pdf("never committed")).id();
        });

        assertThat(id).isNotNull();
        assertThatThrownBy(() -> files.get(java.util.Objects.requireNonNull(id)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("files/no-such-file"));
    }

    private void assertRefused(String code, String name, byte[] bytes, long largest, Set<String> types) {
        assertThatThrownBy(() -> files.store(name, new ByteArrayInputStream(bytes), largest, types, Actor.ANONYMOUS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
        assertThat(arriving()).isEmpty();
    }

    private StoredFile store(String name, byte[] bytes) {
        return files.store(name, new ByteArrayInputStream(bytes), ONE_MEGABYTE, PAPERS, Actor.ANONYMOUS);
    }

    private List<Path> arriving() {
        try (Stream<Path> left = java.nio.file.Files.list(home.resolve("files").resolve("arriving"))) {
            return left.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A PNG that consists of nothing but the announcement of its size. */
    private static byte[] pngHeader(int width, int height) {
        java.nio.ByteBuffer chunk = java.nio.ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(chunk.array());
        return java.nio.ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
