package vn.haidang.casework.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;

/** Views of the inbox that officials gave a name, for themselves or for the colleagues of a unit. They show nobody more than they may see. */
@Component
public class SavedViews {

    /**
     * One view.
     *
     * @param query names and values of an address
     * @param mine whether the reader may delete it
     * @param shared whether colleagues see it
     */
    public record View(UUID id, String name, String query, boolean mine, boolean shared) {}

    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The reader's own, then those that colleagues at the reader's units share. */
    public List<View> of(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, name, query, account = :account as mine, unit is not null as shared
                        from casework.saved_view
                        where account = :account or unit = any (cast(:units as uuid[]))
                        order by mine desc, name, id
                        """)
                .param("account", account.value())
                .param("units", Visible.units(reader.units()))
                .query((row, number) -> new View(
                        Columns.uuid(row, "id"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("mine"),
                        row.getBoolean("shared")))
                .list();
    }

    /**
     * Keeps a view under a name.
     *
     * @param unit with whose officials it is shared, null for the reader alone
     * @throws vn.haidang.ui.ProblemException {@code casework/view-name-taken}, {@code casework/too-many-views}, {@code
     *     casework/not-your-unit}
     */
    @Transactional
    public void save(String name, String query, @Nullable UnitId unit, Reader reader) {
        AccountId account = reader.account();
        if (account == null || (unit != null && !reader.units().contains(unit))) {
            throw CaseworkProblems.notYourUnit();
        }
        if (of(reader).stream().filter(View::mine).count() >= MOST) {
            throw CaseworkProblems.tooManyViews(MOST);
        }
        Instant now = Days.now(clock);
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        try {
            jdbc.sql("""
                            insert into casework.saved_view (id, account, name, unit, query, saved_at)
                            values (:id, :account, :name, :unit, :query, :at)
                            """)
                    .param("id", id)
                    .param("account", account.value())
                    .param("name", name)
                    .param("unit", unit == null ? null : unit.value())
                    .param("query", query)
                    .param("at", Columns.at(now))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw CaseworkProblems.viewNameTaken(name);
        }
        journal.act(Act.of("casework/view-saved", reader.actor()).on(subject(id)));
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-view}, the same for one that is somebody else's */
    @Transactional
    public void delete(UUID id, Reader reader) {
        AccountId account = reader.account();
        int deleted = account == null
                ? 0
                : jdbc.sql("delete from casework.saved_view where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update();
        if (deleted == 0) {
            throw CaseworkProblems.noSuchView();
        }
        journal.act(Act.of("casework/view-deleted", reader.actor()).on(subject(id)));
    }

    private static Subject subject(UUID id) {
        return new Subject("casework/view", id);
    }
}
