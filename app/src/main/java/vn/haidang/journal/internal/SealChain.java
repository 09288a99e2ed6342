package vn.haidang.journal.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows the seals in order and holds each against the one before, the key and the file. */
final class SealChain {

    private final SealingKey key;
    private final SealLines lines;
    private final Consumer<Finding> findings;
    private final boolean fileIsEmpty;
    private long lastNumber;
    private byte @Nullable [] lastHash = Seal.BEFORE_FIRST;
    private long through;

    SealChain(SealingKey key, SealLines lines, Consumer<Finding> findings) {
        this.key = key;
        this.lines = lines;
        this.findings = findings;
        this.fileIsEmpty = lines.present() == null;
    }

    void next(Seal seal) {
        if (seal.number() != lastNumber + 1) {
            findings.accept(new Finding.SealMissing(lastNumber + 1, seal.number() - 1));
            lastHash = null;
        }
        var wrong = wrong(seal);
        if (!wrong.isEmpty()) {
            findings.accept(new Finding.SealRewritten(seal.number(), wrong));
        }
        lastNumber = seal.number();
        lastHash = seal.hash();
        through = seal.body().through();
    }

    /** After the last seal of the table. */
    void end() {
        var first = lines.present();
        if (first == null) {
            if (fileIsEmpty && lastNumber > 0) {
                findings.accept(new Finding.FileLacks(1, lastNumber));
            }
            return;
        }
        var last = first;
        for (var line = first; line != null; line = lines.present()) {
            last = line;
            lines.advance();
        }
        findings.accept(new Finding.TailCut(first.number(), last.number()));
    }

    private String wrong(Seal seal) {
        var inFile = besideFile(seal);
        if (!key.signed(seal)) {
            return key.id().equals(seal.body().key()) ? "the signature is not over this text" : "unknown key";
        }
        if (lastHash != null && !Arrays.equals(lastHash, seal.body().previousHash())) {
            return "it does not follow the seal before";
        }
        if (lastHash != null && seal.body().through() != through + seal.body().size()) {
            return "its count does not follow the seal before";
        }
        return inFile;
    }

    /** Skips lines of seals that the table lacks, which are named as missing; seals younger than the opened file pass. */
    private String besideFile(Seal seal) {
        for (var line = lines.present(); line != null && line.number() < seal.number(); line = lines.present()) {
            lines.advance();
        }
        var line = lines.present();
        if (line == null) {
            return "";
        }
        if (line.number() > seal.number()) {
            findings.accept(new Finding.FileLacks(seal.number(), seal.number()));
            return "";
        }
        lines.advance();
        return line.text().equals(seal.line()) ? "" : "the file has another";
    }
}
