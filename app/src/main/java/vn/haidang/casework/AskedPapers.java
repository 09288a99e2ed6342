package vn.haidang.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which papers an official names as missing who asks an applicant for more.
 *
 * @param codes as the module that owns the subject of the case calls them
 * @param nameless whether they know that the request names none, and mean it
 */
public record AskedPapers(List<String> codes, boolean nameless) {

    /** Of an act that says nothing of papers. */
    public static final AskedPapers NONE = new AskedPapers(List.of(), false);

    /** Of an act that is meant to name none. */
    public static final AskedPapers NAMELESS = new AskedPapers(List.of(), true);

    public AskedPapers {
        codes = codes.stream().distinct().toList();
    }

    /** As a program may leave them out. */
    public static AskedPapers of(@Nullable List<String> codes, @Nullable Boolean nameless) {
        return new AskedPapers(codes == null ? List.of() : codes, Boolean.TRUE.equals(nameless));
    }
}
