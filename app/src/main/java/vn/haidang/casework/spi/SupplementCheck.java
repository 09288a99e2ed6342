package vn.haidang.casework.spi;

import java.util.Set;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.Reader;

/** What a module has to say before the applicant of a case of its own is asked for more, or its clock is
 * stopped by hand in words that may ask for something; runs inside the act's transaction. */
public interface SupplementCheck {

    Set<String> subjectTypes();

    /** A problem thrown here stops the act whole. */
    void asking(CaseSummary asked, String reason, Reader by);
}
