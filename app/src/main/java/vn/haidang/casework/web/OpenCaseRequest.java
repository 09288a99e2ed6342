package vn.haidang.casework.web;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.Fingerprint;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.worktime.LegalDuration;

/**
 * What a program sends to open a case.
 *
 * @param procedure code of a procedure in force
 * @param unit the receiving unit, and the competent one where none is named
 * @param duration the legal time limit, such as {@code 3wd}; ten working days where none is given
 * @param variables facts the case declares
 */
public record OpenCaseRequest(
        @Nullable String procedure,
        @Nullable UUID unit,
        @Nullable UUID competentUnit,
        @Nullable String code,
        @Nullable String title,
        @Nullable String applicantName,
        @Nullable String duration,
        @Nullable Map<String, Object> variables) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String SUBJECT = "casework/request";
    private static final String NO_SOURCE = "casework/api";

    OpenCase open(Reader by, Clock clock) {
        if (procedure == null || procedure.isBlank()) {
            throw CaseworkProblems.fieldMissing("procedure");
        }
        if (unit == null) {
            throw CaseworkProblems.fieldMissing("unit");
        }
        CaseId id = CaseId.next(clock);
        Instant now = clock.instant();
        return new OpenCase(
                id,
                procedure,
                code == null || code.isBlank() ? code(id, LocalDate.ofInstant(now, clock.getZone())) : code.strip(),
                Objects.requireNonNullElse(title, procedure),
                SUBJECT,
                UuidCreator.getTimeOrderedEpoch(now),
                new UnitId(competentUnit == null ? unit : competentUnit),
                new UnitId(unit),
                Channel.ONLINE,
                null,
                Objects.requireNonNullElse(applicantName, ""),
                new ClockTerms(timeLimit(), "resume", NO_SOURCE, NO_SOURCE, "standard"),
                now,
                false,
                by.actor());
    }

    Map<String, Object> declared() {
        return variables == null ? Map.of() : variables;
    }

    /** Equal for equal requests. */
    String asked() {
        return Fingerprint.of(
                procedure, unit, competentUnit, code, title, applicantName, duration, new TreeMap<>(declared()));
    }

    private String timeLimit() {
        String asked = duration == null || duration.isBlank() ? "10wd" : duration.strip();
        try {
            return LegalDuration.parse(asked).code();
        } catch (RuntimeException malformed) {
            throw CaseworkProblems.fieldMalformed("duration");
        }
    }

    private static String code(CaseId id, LocalDate day) {
        String random = id.value().toString().replace("-", "");
        return "CV-" + DAY.format(day) + "-" + random.substring(random.length() - 12);
    }
}
