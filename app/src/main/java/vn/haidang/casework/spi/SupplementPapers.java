package vn.haidang.casework.spi;

import java.util.List;
import java.util.Set;
import vn.haidang.casework.CaseSummary;

/** The papers a module's procedure asks for, so that whoever asks the applicant of a case for more can name what is missing. */
public interface SupplementPapers {

    /**
     * One paper, named in two languages.
     *
     * @param code the same for as long as the case runs
     */
    record Named(String code, String name, String nameEn) {}

    Set<String> subjectTypes();

    /** Those of the procedure the case was opened by, in its order; none where none are known. */
    List<Named> papers(CaseSummary asked);

    /** Whether the words name one of them. */
    boolean named(String words, List<Named> papers);
}
