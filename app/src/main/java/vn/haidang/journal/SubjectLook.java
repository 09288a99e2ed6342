package vn.haidang.journal;

import java.util.List;

/**
 * One look at data of subjects that were asked for: readings by one reader within one minute, merged.
 *
 * @param latest the last of the readings, with the subjects of all of them
 * @param purposes of all of them, each once
 */
public record SubjectLook(SubjectReading latest, List<String> purposes) {

    public SubjectLook {
        purposes = List.copyOf(purposes);
    }
}
