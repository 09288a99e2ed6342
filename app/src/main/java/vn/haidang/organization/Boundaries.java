package vn.haidang.organization;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.organization.internal.boundary.BoundaryImport;
import vn.haidang.reference.GivenFile;

/** Boundaries of units for maps, from GeoJSON files of any size. */
@Component
public class Boundaries {

    /**
     * A file with what it is about.
     *
     * @param on the day on which the units bear the codes in the file
     * @param property name of the property with the statistical code; empty to find it out
     * @param source where the file comes from
     */
    public record BoundaryFile(GivenFile file, LocalDate on, String property, String source) {}

    /**
     * What came of it.
     *
     * @param outside features of no unit known here on that day
     * @param changed false where the same file was imported before
     */
    public record Outcome(int features, int units, int outside, boolean changed) {}

    private final BoundaryImport imports;

    Boundaries(BoundaryImport imports) {
        this.imports = imports;
    }

    /**
     * Takes the file whole or not at all.
     *
     * @param progress hears the number of each feature that was read
     * @throws vn.haidang.ui.ProblemException {@code organization/boundary-refused} naming the feature and why
     */
    public Outcome load(BoundaryFile file, Actor actor, IntConsumer progress) throws IOException {
        return imports.run(file, actor, progress);
    }
}
