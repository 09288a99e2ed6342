package vn.haidang.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.ui.Option;

/** The procedures under which officials can begin a case themselves: in force, and done by people alone. */
@Component
class ProcedureChoices {

    private final Procedures procedures;
    private final Clock clock;

    ProcedureChoices(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    List<Option> options(Locale locale) {
        return byPeople().stream()
                .map(each -> new Option(each.code(), each.name(locale), ""))
                .toList();
    }

    boolean has(String code) {
        return byPeople().stream().anyMatch(each -> each.code().equals(code));
    }

    private List<Procedure> byPeople() {
        LocalDate today = LocalDate.now(clock);
        return procedures.all().stream()
                .filter(each -> procedures
                        .inForce(each.code(), today)
                        .filter(each::equals)
                        .isPresent())
                .filter(each -> each.steps().stream().allMatch(step -> step.handler() == null))
                .toList();
    }
}
