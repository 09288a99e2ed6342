package vn.haidang.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import vn.haidang.ModuleTest;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.EvidenceWalk;
import vn.haidang.indicator.Indicators;
import vn.haidang.indicator.MeasureCode;
import vn.haidang.indicator.UnitScope;
import vn.haidang.organization.UnitId;

/** The dossiers behind a number: who sees which. */
@ModuleTest
@Import(Applicant.class)
class DossierEvidenceModuleTests {

    private static final MeasureCode CODE = new MeasureCode("publicservice/dossiers");
    private static final String BIRTH = "1.001193";

    private final Applications applications;
    private final Applicant people;
    private final Indicators indicators;
    private final Clock clock;

    DossierEvidenceModuleTests(Applications applications, Applicant people, Indicators indicators, Clock clock) {
        this.applications = applications;
        this.people = people;
        this.indicators = indicators;
        this.clock = clock;
    }

    @Test
    void opensEachNumberToItsDossiersForWhoMaySeeThem() {
        Reader reader = people.resident("Đỗ Văn Minh");
        Reader officer = people.officer("Trần Văn Tiếp", Role.ONE_STOP_OFFICER);
        ApplicationId id = people.submitted(BIRTH, reader, Device.PHONE);
        String code = applications.get(id, reader).dossierCode();
        LocalDate day = LocalDate.now(clock);

        assertThat(behind("received", null, officer, day)).contains(code);
        assertThat(behind("open", null, officer, day)).contains(code);
        assertThat(behind("open", "|ONLINE", officer, day)).contains(code);
        assertThat(behind("open", "|POST", officer, day)).doesNotContain(code);
        assertThat(behind("done-on-time", null, officer, day)).doesNotContain(code);
        assertThat(behind("received", null, reader, day)).containsExactly(code);
        Reader stranger = new Reader(new AccountId(UUID.randomUUID()), "", Set.of());
        assertThat(behind("received", null, stranger, day)).isEmpty();
        applications.withdraw(id, null, reader);
        assertThat(behind("returned", null, officer, day)).contains(code);
        assertThat(behind("open", null, officer, day)).doesNotContain(code);
    }

    private List<String> behind(String component, @Nullable String member, Reader reader, LocalDate day) {
        var question = question(people.commune(), new DayRange(day, day.plusDays(9)), member);
        return EvidenceWalk.all(100, page -> indicators.evidence(question, component, page, reader)).stream()
                .map(row -> row.label())
                .toList();
    }

    private static Indicators.Question question(UnitId unit, DayRange days, @Nullable String member) {
        return new Indicators.Question(
                "figure", CODE, new UnitScope(unit, null, UnitScope.Tree.AS_IT_WAS), days, null, member);
    }
}
