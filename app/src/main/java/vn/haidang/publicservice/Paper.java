package vn.haidang.publicservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.haidang.files.FileId;

/**
 * One paper of a dossier as it came to the desk.
 *
 * @param part {@code item-<ordinal>} of what the service lists, or {@code field-<name>} of the form
 * @param held whether an agency holds its data, so that nobody need hand it in
 * @param original how it came, empty while nobody noted it
 * @param scan null where there is none
 */
public record Paper(
        String part,
        String name,
        String nameEn,
        boolean required,
        boolean held,
        @Nullable Original original,
        @Nullable Scan scan) {

    /** How a paper came. */
    public enum Original {
        /** The original was seen and given back. */
        SEEN,
        /** The original was kept. */
        KEPT,
        /** A copy was handed in. */
        COPY,
        /** An agency holds the data already. */
        KNOWN,
        /** It was not handed in. */
        ABSENT;

        /** Whether there is something to scan. */
        public boolean onPaper() {
            return switch (this) {
                case SEEN, KEPT, COPY -> true;
                case KNOWN, ABSENT -> false;
            };
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Null for anything else. */
        public static @Nullable Original of(String code) {
            for (Original each : values()) {
                if (each.code().equals(code)) {
                    return each;
                }
            }
            return null;
        }
    }

    /**
     * A scan or a photograph.
     *
     * @param by the name of whoever made it
     */
    public record Scan(
            FileId file, String fileName, String mediaType, long bytes, String sha256, String by, Instant at) {}

    /** The same, as it came. */
    public Paper noted(Original came) {
        return new Paper(part, name, nameEn, required, held, came, scan);
    }

    public String name(boolean english) {
        return english && !nameEn.isEmpty() ? nameEn : name;
    }
}
