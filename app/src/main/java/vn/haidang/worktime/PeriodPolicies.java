package vn.haidang.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haidang.worktime.internal.PeriodPolicyRows;

/** The ways in which reporting regimes cut time: data, for they change with the law. */
@Component
public class PeriodPolicies {

    private final PeriodPolicyRows rows;

    PeriodPolicies(PeriodPolicyRows rows) {
        this.rows = rows;
    }

    /** The policy of a code ({@code decree-09-2019}, {@code local}, {@code calendar}) as in force on a day. */
    public Optional<PeriodPolicy> find(String code, LocalDate on) {
        return all(on).stream().filter(policy -> policy.code().equals(code)).findFirst();
    }

    /** All policies in force on a day, by code. */
    public List<PeriodPolicy> all(LocalDate on) {
        return rows.on(on);
    }
}
