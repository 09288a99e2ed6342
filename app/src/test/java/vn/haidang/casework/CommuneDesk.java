package vn.haidang.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** The desk of a unit of the city for tests: officials with accounts and posts, and cases opened there. */
public final class CommuneDesk {

    /** What a case is opened for, and by when it should be done. */
    public enum Work {
        SAME_DAY("civil-status-same-day", CaseTestbed.SAME_DAY),
        THREE_DAYS("standard", CaseTestbed.THREE_DAYS);

        private final String procedure;
        private final ClockTerms terms;

        Work(String procedure, ClockTerms terms) {
            this.procedure = procedure;
            this.terms = terms;
        }
    }

    private final Accounts accounts;
    private final Cases cases;
    private final Clock clock;
    private final UnitId unit;

    public CommuneDesk(Accounts accounts, Cases cases, Clock clock, UnitId unit) {
        this.accounts = accounts;
        this.cases = cases;
        this.clock = clock;
        this.unit = unit;
    }

    /** A commune at which nobody works and nothing lies yet: the first of the list or the last, so that two callers do not meet. */
    public static UnitId untouched(JdbcClient database, boolean last) {
        return database.sql("""
                        select u.id from organization.pub_unit u
                        where u.tier = 'COMMUNE' and u.valid @> date '2026-03-02'
                          and not exists (select from casework.work_item w where w.unit = u.id)
                          and not exists (select from identity.pub_holding h where h.unit = u.id)
                        order by case when :last then null else u.key end, u.key desc
                        limit 1
                        """)
                .param("last", last)
                .query((row, number) -> new UnitId(row.getObject("id", UUID.class)))
                .single();
    }

    public UnitId unit() {
        return unit;
    }

    public AccountId official(Role role, String name) {
        String username = "official-" + UUID.randomUUID();
        AccountId account = accounts.create(new Accounts.NewAccount(username, name, null, null));
        accounts.appoint(account, unit, role, "Công chức " + username, LocalDate.of(2025, 7, 1), null);
        return account;
    }

    public CaseSummary open(Work work, String title) {
        return open(work, title, clock.instant());
    }

    public CaseSummary open(Work work, String title, Instant filedAt) {
        CaseId id = CaseId.next(clock);
        return cases.open(new OpenCase(
                id,
                work.procedure,
                "HS-" + id.value(),
                title,
                "casework/test",
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                unit,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                work.terms,
                filedAt,
                false,
                Actor.SYSTEM));
    }
}
