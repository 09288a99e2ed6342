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
