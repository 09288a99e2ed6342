package vn.haidang.journal;

import java.util.List;

/**
 * That somebody looked at data about some of the subjects that were asked for.
 *
 * @param subjects which of them; what else was in the same list is not told
 */
public record SubjectReading(Reading reading, List<Subject> subjects) {

    public SubjectReading {
        subjects = List.copyOf(subjects);
    }
}
