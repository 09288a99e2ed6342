package vn.haidang.journal.internal;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A signed seal over one batch of entries. Its text is one line, {@code haidang-seal-1}, number, instant in microseconds since
 * 1970 (UTC), size of the batch, entries covered so far, Merkle root, hash of the seal before (zeros for the first), id of the
 * key, each after one blank; its hash is the SHA-256 of that text, and the Ed25519 signature is over that text. In the file of
 * seals the line ends with one more blank and the signature in Base64.
 */
public record Seal(Unsigned body, byte[] signature) {

    private static final String VERSION = "haidang-seal-1";
    private static final int WORDS = 9;

    static final byte[] BEFORE_FIRST = new byte[Hashing.LENGTH];

    /** What is signed. */
    public record Unsigned(
            long number, Instant at, int size, long through, byte[] root, byte[] previousHash, String key) {

        String text() {
            var hex = HexFormat.of();
            return String.join(
                    " ",
                    VERSION,
                    Long.toString(number),
                    Long.toString(Canonical.micros(at)),
                    Integer.toString(size),
                    Long.toString(through),
                    hex.formatHex(root),
                    hex.formatHex(previousHash),
                    key);
        }
    }

    public long number() {
        return body.number();
    }

    byte[] hash() {
        return Hashing.of(body.text());
    }

    public String line() {
        return body.text() + " " + Base64.getEncoder().encodeToString(signature);
    }

    /** @throws IllegalArgumentException if the line is no seal */
    static Seal ofLine(String line) {
        var words = line.split(" ", -1);
        if (words.length != WORDS || !VERSION.equals(words[0])) {
            throw new IllegalArgumentException("not a seal");
        }
        var hex = HexFormat.of();
        var micros = Long.parseLong(words[2]);
        var at = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
        var body = new Unsigned(
                Long.parseLong(words[1]),
                at,
                Integer.parseInt(words[3]),
                Long.parseLong(words[4]),
                hex.parseHex(words[5]),
                hex.parseHex(words[6]),
                words[7]);
        return new Seal(body, Base64.getDecoder().decode(words[8]));
    }
}
