package vn.haidang.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Powers;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** Who works at a unit today, and who may say what they work on. */
@Component
public class Colleagues {

    private static final String ACT = "casework/act";
    private static final String STOP_CLOCK = "casework/stop-clock";

    private final JdbcClient jdbc;
    private final Powers powers;
    private final Units units;
    private final Bars bars;
    private final StepUnits desks;
    private final Clock clock;

    Colleagues(JdbcClient jdbc, Powers powers, Units units, Bars bars, StepUnits desks, Clock clock) {
        this.bars = bars;
        this.desks = desks;
        this.jdbc = jdbc;
        this.powers = powers;
        this.units = units;
        this.clock = clock;
    }

    /** By name: everybody with a post at the unit today that lets them work on cases. */
    public List<Colleague> at(UnitId unit) {
        return jdbc.sql("""
                        select distinct a.display_name, a.id
                        from identity.pub_holding h
                          join identity.pub_account a on a.id = h.account
                        where h.unit = :unit and h.valid @> :today and h.role = any (cast(:roles as text[]))
                        order by a.display_name, a.id
                        """)
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .param(
                        "roles",
                        Visible.array(powers.roles(ACT).stream().map(Role::code).toList()))
                .query((row, number) ->
                        new Colleague(new AccountId(Columns.uuid(row, "id")), row.getString("display_name")))
                .list();
    }

    /** Of those {@link #at} a unit whoever none of these items is about. */
    List<Colleague> whoMayHave(Collection<UUID> items, UnitId unit) {
        Set<AccountId> about = jdbc
                .sql("""
                        select distinct b.account
                        from casework.barred b join casework.work_item w on w.id = any (cast(:items as uuid[])) and %s
                        """.formatted(Bars.OF_ITEM))
                .param("items", Visible.array(items.stream().map(UUID::toString).toList()))
                .query((row, number) -> new AccountId(Columns.uuid(row, "account")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
        return at(unit).stream().filter(each -> !about.contains(each.id())).toList();
    }

    /** Whether the reader works at the unit of an item whose role nobody holds there today. */
    boolean vacant(Standing.Item item, Reader reader) {
        return item.claimedBy() == null && reader.units().contains(item.unit()) && isVacant(item.role(), item.unit());
    }

    /** Whether nobody holds the role at the unit today. */
    public boolean isVacant(Role role, UnitId unit) {
        return jdbc.sql("""
                        select not exists (
                          select 1 from identity.pub_holding h
                          where h.unit = :unit and h.role = :role and h.valid @> :today)
                        """)
                .param("unit", unit.value())
                .param("role", role.code())
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    /** As {@link Authority#over}, but nobody acts in the stead of whom an item is about. */
    Authority over(Standing.Item item, Reader reader) {
        Authority authority = Authority.over(item, reader, Days.now(clock));
        return isInsteadOfWhomItIsAbout(item, authority) ? new Authority.NotYours() : authority;
    }

    /** The same, refusing with what can be done about it. */
    Authority.Allowed require(Standing.Item item, Reader reader) {
        Authority authority = Authority.over(item, reader, Days.now(clock));
        if (isInsteadOfWhomItIsAbout(item, authority)) {
            throw CaseworkProblems.aboutYou();
        }
        if (authority instanceof Authority.NotYours && vacant(item, reader)) {
            throw CaseworkProblems.postVacant();
        }
        return authority.orRefuse();
    }

    private boolean isInsteadOfWhomItIsAbout(Standing.Item item, Authority authority) {
        return authority instanceof Authority.Allowed(Colleague behalf)
                && behalf != null
                && bars.holdsItem(item.id(), Set.of(behalf.id()));
    }

    /** @throws vn.haidang.ui.ProblemException {@code casework/no-such-colleague} */
    Colleague get(AccountId account, UnitId unit) {
        return find(account, unit).orElseThrow(CaseworkProblems::noSuchColleague);
    }

    private Optional<Colleague> find(AccountId account, UnitId unit) {
        return at(unit).stream().filter(each -> each.id().equals(account)).findFirst();
    }

    /**
     * By what right the reader stops the clock of a case by hand: a grant of its own, held at the competent unit or stood in for. Nobody
     * does it in the stead of whom the case is about; where only they could, it goes to the head above.
     */
    Optional<Authority.Allowed> overClocks(Reader reader, CaseSummary of) {
        Set<Role> roles = powers.roles(STOP_CLOCK);
        Set<AccountId> about = bars.of(of.id());
        if (reader.account() != null && about.contains(reader.account())) {
            return Optional.empty();
        }
        StepUnits.Desk desk = clockDesk(about, of);
        Predicate<Reader.Holding> gives = holding ->
                gives(holding, roles, of.competentUnit()) || gives(holding, Set.of(desk.role()), desk.unit());
        if (reader.posts().stream().anyMatch(gives)) {
            return Optional.of(Authority.OWN);
        }
        return reader.standIns().stream()
                .filter(stead -> !about.contains(stead.principal()) && gives.test(stead.holding()))
                .findFirst()
                .map(stead -> new Authority.Allowed(new Colleague(stead.principal(), stead.name())));
    }

    /** Whether the clock of a case is the reader's although the case is not: only whom it is about could stop it at its unit. */
    boolean standsAbove(Reader reader, CaseSummary of) {
        return !clockDesk(bars.of(of.id()), of).unit().equals(of.competentUnit())
                && overClocks(reader, of).isPresent();
    }

    private StepUnits.Desk clockDesk(Set<AccountId> about, CaseSummary of) {
        return desks.besides(about, new StepUnits.Desk(of.competentUnit(), Role.UNIT_HEAD), LocalDate.now(clock));
    }

    private static boolean gives(Reader.Holding holding, Set<Role> roles, UnitId unit) {
        return holding.unit().equals(unit) && roles.contains(holding.role());
    }

    /** The head of the unit gives out its work; so do the head and the leader of a unit above it. */
    public boolean mayAssign(Reader reader, UnitId unit) {
        if (reader.holds(Role.UNIT_HEAD, unit) || reader.holds(Role.LEADER, unit)) {
            return true;
        }
        boolean leads = reader.holdsAnywhere(Role.UNIT_HEAD) || reader.holdsAnywhere(Role.LEADER);
        return leads
                && units.find(unit).isPresent()
                && units.path(unit, LocalDate.now(clock)).stream()
                        .map(Unit::id)
                        .anyMatch(above -> reader.holds(Role.UNIT_HEAD, above) || reader.holds(Role.LEADER, above));
    }
}
