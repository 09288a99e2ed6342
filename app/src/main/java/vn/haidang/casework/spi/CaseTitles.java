package vn.haidang.casework.spi;

import java.util.Map;
import java.util.Set;

/**
 * Says titles of cases in English, by the module that gave them: a case keeps the title of the day it was opened, in the language of
 * the officials.
 */
public interface CaseTitles {

    /** By title as the case keeps it, what is the same in English; a title of other modules is missing. */
    Map<String, String> inEnglish(Set<String> titles);
}
