package vn.haidang.publicservice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The seven parts every published procedure must have (Decree 63/2010/NĐ-CP, art. 8). */
public enum Part {
    NAME,
    SEQUENCE,
    MODE,
    COMPONENTS,
    TIME_LIMIT,
    SUBJECTS,
    AGENCY;

    /** Its words are at {@code publicservice.part.<code>}, what to do when it is missing at {@code .missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The parts a service lacks, in the order of the law; a part our sources do not establish is missing. */
    static List<Part> missing(Service service) {
        return Arrays.stream(values()).filter(part -> !part.isIn(service)).toList();
    }

    /** The parts a draft lacks, in the order of the law. */
    public static List<Part> missing(ServiceDraft draft) {
        return Arrays.stream(values()).filter(part -> !part.isIn(draft)).toList();
    }

    private boolean isIn(ServiceDraft draft) {
        return switch (this) {
            case NAME -> !draft.name().isBlank();
            case SEQUENCE -> !draft.stepLines().isEmpty();
            case MODE -> !draft.channels().isEmpty();
            case COMPONENTS -> !draft.itemLines().isEmpty() && draft.setsNumber() != null;
            case TIME_LIMIT -> draft.durationCode() != null;
            case SUBJECTS -> !draft.audience().isEmpty();
            case AGENCY -> !draft.agency().isBlank();
        };
    }

    private boolean isIn(Service service) {
        return switch (this) {
            case NAME -> !service.name().isBlank();
            case SEQUENCE -> !service.steps().isEmpty();
            case MODE -> !service.ways().isEmpty();
            case COMPONENTS -> !service.items().isEmpty() && service.sets() != null;
            case TIME_LIMIT -> service.duration() != null;
            case SUBJECTS -> !service.audience().isEmpty();
            case AGENCY -> !service.agency().isBlank();
        };
    }
}
