package vn.haidang.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet by which an agency is scored, as it holds on a day.
 *
 * @param points of the whole
 * @param others the same items by the rules of other days, the oldest first
 */
public record ScoreSheet(
        String code,
        Words name,
        BigDecimal points,
        Words note,
        List<Section> sections,
        List<Item> items,
        List<Item> others,
        String source,
        String confidence) {

    /** The same in both languages. */
    public record Words(String vietnamese, String english) {

        public String in(boolean inEnglish) {
            return inEnglish ? english : vietnamese;
        }
    }

    /** A group of items. */
    public record Section(String code, Words name, BigDecimal points) {}

    /**
     * One thing that is scored or watched.
     *
     * @param metric code of the portal that publishes scores, null where it has none
     * @param points null: watched, not scored
     * @param fullAt the share, in percent, from which on all points are given
     * @param fullForCommunes whether the list says that it does not apply to communes, which then have all its points
     * @param share how it is reckoned, null where it cannot be known here
     * @param otherwise how it is reckoned by another rule, where no source says which of the two holds; null where there is one rule
     * @param unknown why it cannot, null where it can
     * @param validTo first day on which this rule holds no more, null without end
     */
    public record Item(
            String code,
            String section,
            @Nullable String metric,
            Words name,
            @Nullable BigDecimal points,
            BigDecimal fullAt,
            boolean fullForCommunes,
            @Nullable Share share,
            @Nullable Share otherwise,
            OfNothing ofNothing,
            @Nullable Unknown unknown,
            @Nullable Words note,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            String confidence) {}

    /** One sum of components divided by another. */
    public record Share(Amount numerator, Amount denominator) {}

    /** Why an item cannot be known here; its words stand at {@code scorecard.unknown.<code>}. */
    public enum Unknown {
        /** Only the national portal knows. */
        NATIONAL,
        /** It asks how the national population data were used, and this is not connected with them. */
        POPULATION,
        /** Nothing of this kind is recorded here. */
        NO_RECORD,
        /** What exactly is counted is not established. */
        DEFINITION,
        /** Nothing is paid here. */
        PAYMENT;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What holds where the denominator is nothing. */
    public enum OfNothing {
        /** No points. */
        ZERO,
        /** The item is left out, and so are its points. */
        NOT_APPLICABLE,
        /** All points. */
        FULL,
        /** The denominator of the year before, divided by the periods of a year, stands in; if that is nothing too: not established. */
        PREVIOUS_YEAR,
        /** The source is silent: anything from no points to all. */
        NOT_ESTABLISHED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public ScoreSheet {
        sections = List.copyOf(sections);
        items = List.copyOf(items);
        others = List.copyOf(others);
    }
}
