package vn.haidang.reference.spi;

import java.io.IOException;
import java.util.List;
import vn.haidang.reference.IntakeReport;
import vn.haidang.reference.PublishedFile;

/**
 * How a module takes one kind of file that other authorities publish, of any size and any city: recognised by what is in it, read
 * row by row, stored set-based. The message {@code <module>.intake.<kind>} names it.
 */
public interface Intake {

    /** {@code module/kind}, for example {@code publicservice/procedure-list}. */
    String kind();

    boolean takes(PublishedFile file);

    /** Kinds whose files are taken before these. */
    default List<String> after() {
        return List.of();
    }

    /** Takes the file inside the caller's transaction, which is undone where the report has a refusal at the end. */
    void take(PublishedFile file, IntakeReport report) throws IOException;
}
