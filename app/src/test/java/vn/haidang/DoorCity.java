package vn.haidang;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.haidang.casework.Cases;
import vn.haidang.casework.TakeStep;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.MandateId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.notification.Message;
import vn.haidang.notification.Notifications;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.Applications;
import vn.haidang.publicservice.Device;

/** Two communes with their people and their files, all made through doors, for tests of who may see what. */
@TestComponent
final class DoorCity {

    static final String SERVICE = "1.004873";
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    /**
     * Somebody who asks.
     *
     * @param account null for a visitor
     * @param role null for residents and visitors
     * @param acting for whom they act who act for another
     */
    record Person(
            String name,
            @Nullable AccountId account,
            @Nullable Role role,
            @Nullable UnitId unit,
            @Nullable Acting acting) {

        Person(String name, @Nullable AccountId account, @Nullable Role role, @Nullable UnitId unit) {
            this(name, account, role, unit, null);
        }

        @Nullable MandateId mandate() {
            return acting == null ? null : acting.mandate();
        }

        RequestPostProcessor sends() {
            return SignedIn.as(requireNonNull(account), mandate());
        }

        RequestPostProcessor sendsForm() {
            return SignedIn.withForm(requireNonNull(account), mandate());
        }
    }

    /**
     * Somebody's choice to act for another.
     *
     * @param stands whether they still may
     * @param covers whether the mandate covers the service of the dossiers
     * @param byLaw whether it is a legal representative's
     */
    record Acting(MandateId mandate, UUID party, boolean stands, boolean covers, boolean byLaw) {}

    /** Something that is not everybody's: one application with its case, its papers and what was sent about it. */
    record Dossier(
            String name,
            AccountId owner,
            UUID party,
            String ownerName,
            UnitId unit,
            UUID application,
            UUID caseId,
            String code,
            String secret,
            UUID file,
            UUID message,
            UUID draft,
            boolean closed) {}

    private final Applicant people;
    private final Accounts accounts;
    private final Applications applications;
    private final Cases cases;
    private final Units units;
    private final Notifications notifications;
    private final Files files;
    private final JdbcClient database;
    private final MovableClock clock;
    private final ApplicationContext context;
    private final String procedure = "door-" + mark();

    final UnitId here;
    final UnitId elsewhere;
    final Map<String, Person> persons = new LinkedHashMap<>();
    final List<Dossier> dossiers = new ArrayList<>();
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private final DoorRepresentatives representatives;
    private final DoorDesk desk;

    DoorCity(
            ApplicationContext context,
            Accounts accounts,
            Applications applications,
            Cases cases,
            Units units,
            Notifications notifications) {
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
        this.representatives = context.getAutowireCapableBeanFactory().createBean(DoorRepresentatives.class);
        this.desk = context.getAutowireCapableBeanFactory().createBean(DoorDesk.class);
        this.accounts = accounts;
        this.applications = applications;
        this.cases = cases;
        this.units = units;
        this.notifications = notifications;
        this.files = context.getBean(Files.class);
        this.database = context.getBean(JdbcClient.class);
        this.clock = context.getBean(MovableClock.class);
        this.context = context;
        var communes = units.ofTier(Tier.COMMUNE, DAY);
        this.here = communes.get(0).id();
        this.elsewhere = communes.get(1).id();
    }

    /** What must have been before {@link #build}: the clock stands on an earlier day. */
    void prepare() {
        representatives.prepare();
    }

    /** One that the firm gave and nobody answered yet. */
    UUID authorisation() {
        return representatives.waiting();
    }

    /** Somebody who acts for the firm. */
    void representative(String name, Reader reader, Acting acting) {
        readers.put(name, reader);
        persons.put(name, new Person(name, reader.account(), null, null, acting));
    }

    /** Everybody, and for each resident an open, a paused and a finished dossier, a draft and a message. */
    void build() {
        persons.put("visitor", new Person("visitor", null, null, null));
        resident("owner", "Quế Lan " + mark());
        resident("other", "Bạch Mai " + mark());
        official("officer", Role.ONE_STOP_OFFICER, here);
        official("officer of another unit", Role.ONE_STOP_OFFICER, elsewhere);
        official("specialist", Role.SPECIALIST, here);
        official("specialist of another unit", Role.SPECIALIST, elsewhere);
        official("head", Role.UNIT_HEAD, here);
        official("head of another unit", Role.UNIT_HEAD, elsewhere);
        representatives.build(here, this);
        var city = units.city(DAY).id();
        official("auditor", Role.AUDITOR, city);
        official("administrator", Role.ADMINISTRATOR, here);
        official("leader", Role.LEADER, city);
        official("operator", Role.OPERATOR, here);
        twoPosts("operator with a desk elsewhere");
        dossier("open of firm", "representative", here, List.of());
        dossier(
                "finished of firm",
                "representative",
                here,
                List.of(new Move("officer", "accept"), new Move("specialist", "propose"), new Move("head", "approve")));
        DoorDrafts.write(procedure, context);
        for (var owner : List.of("owner", "other")) {
            var unit = owner.equals("owner") ? here : elsewhere;
            var suffix = owner.equals("owner") ? "" : " of another unit";
            dossier("open of " + owner, owner, unit, List.of());
            dossier(
                    "paused of " + owner,
                    owner,
                    unit,
                    List.of(new Move("officer" + suffix, "accept"), new Move("specialist" + suffix, "ask-supplement")));
            dossier(
                    "finished of " + owner,
                    owner,
                    unit,
                    List.of(
                            new Move("officer" + suffix, "accept"),
                            new Move("specialist" + suffix, "propose"),
                            new Move("head" + suffix, "approve")));
        }
        desk.build(this);
    }

    Reader reader(String name) {
        return requireNonNull(readers.get(name));
    }

    /** More of everything for those who are here: dossiers, drafts, messages and finished cases, and a longer story of the open one. */
    void grow(int more) {
        for (int i = 0; i < more; i++) {
            clock.moveBy(Duration.ofMinutes(30));
            desk.more(this);
            dossier("one more open " + i, "owner", here, List.of());
            dossier(
                    "one more paused " + i,
                    "owner",
                    here,
                    List.of(new Move("officer", "accept"), new Move("specialist", "ask-supplement")));
            dossier(
                    "one more finished " + i,
                    "owner",
                    here,
                    List.of(
                            new Move("officer", "accept"),
                            new Move("specialist", "propose"),
                            new Move("head", "approve")));
        }
        var open = dossier("open of owner");
        for (int i = 0; i < 3; i++) {
            take(open.application(), new Move("officer", "ask-supplement"));
            applications.supplement(new Applications.Supplement(
                    new ApplicationId(open.application()),
                    UUID.randomUUID(),
                    "Bổ sung",
                    List.of(),
                    requireNonNull(readers.get("owner"))));
        }
    }

    /** A dossier behind a door for whoever it opens to. */
    Optional<Dossier> behind(DoorTable.Door door, Person reader) {
        return dossiers.stream()
                .filter(dossier -> DoorPredicate.enters(door.kind(), reader, dossier))
                .filter(dossier -> !door.address().endsWith("/result") || dossier.closed())
                .filter(dossier -> !door.address().endsWith("/supplement")
                        || dossier.name().startsWith("paused"))
                .findFirst();
    }

    /** An address with the parts of a dossier in it. */
    String filled(String address, Dossier dossier) {
        return desk.filled(address, dossier.name().equals("unknown"))
                .replace("{application}", dossier.application().toString())
                .replace("{case}", dossier.caseId().toString())
                .replace("{file}", dossier.file().toString())
                .replace("{message}", dossier.message().toString())
                .replace("{draft}", dossier.draft().toString())
                .replace("{code}", dossier.code())
                .replace("{unit}", key(dossier.unit()))
                .replace("{unit-id}", dossier.unit().value().toString())
                .replace("{person}", working(Role.SPECIALIST, dossier))
                .replace("{colleague}", working(Role.UNIT_HEAD, dossier))
                .replace("{item}", item(dossier))
                .replace("{page}", "requester")
                .replace(
                        "{official}",
                        "" + requireNonNull(person("officer").account()).value())
                .replace("{authorisation}", authorisation().toString())
                .replace("{procedure}", procedure);
    }

    /** Who holds a role at the unit of a dossier; nobody where the address names nobody. */
    private String working(Role role, Dossier dossier) {
        return persons.values().stream()
                .filter(each -> role.equals(each.role()) && dossier.unit().equals(each.unit()))
                .findFirst()
                .map(each -> String.valueOf(
                        each.account() == null ? "" : each.account().value()))
                .orElse("");
    }

    /** What has to be done at the step of a dossier; what is no item where it is closed. */
    private String item(Dossier dossier) {
        return database.sql(
                        "select id from casework.work_item where case_file = :id and visit is not null and done_at is null")
                .param("id", dossier.caseId())
                .query(UUID.class)
                .optional()
                .orElse(dossier.caseId())
                .toString();
    }

    private record Move(String by, String outcome) {}

    Person person(String name) {
        return requireNonNull(persons.get(name));
    }

    Dossier dossier(String name) {
        return dossiers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String key(UnitId unit) {
        return units.get(unit).key();
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "x");
    }

    private void resident(String name, String displayName) {
        var reader = people.resident(displayName);
        readers.put(name, reader);
        persons.put(name, new Person(name, reader.account(), null, null));
    }

    private void official(String name, Role role, UnitId unit) {
        var account = account(name);
        accounts.appoint(account, unit, role, name, LocalDate.of(2025, 7, 1), null);
        readers.put(name, accounts.reader(account));
        persons.put(name, new Person(name, account, role, unit));
    }

    /** Whoever works at the desk of one unit runs the machines of another: the one says nothing about the other. */
    private void twoPosts(String name) {
        var account = account(name);
        accounts.appoint(account, elsewhere, Role.ONE_STOP_OFFICER, name, LocalDate.of(2025, 7, 1), null);
        accounts.appoint(account, here, Role.OPERATOR, name, LocalDate.of(2025, 7, 1), null);
        persons.put(name, new Person(name, account, Role.ONE_STOP_OFFICER, elsewhere));
    }

    private AccountId account(String name) {
        return accounts.create(new Accounts.NewAccount("door-" + UUID.randomUUID(), name, null, null));
    }

    private void dossier(String name, String owner, UnitId unit, List<Move> moves) {
        var reader = requireNonNull(readers.get(owner));
        var account = requireNonNull(reader.account());
        ApplicationId id = applications.submit(new Applications.Submission(
                people.filled(SERVICE, unit, reader), UUID.randomUUID(), Device.DESKTOP, reader));
        moves.forEach(move -> take(id.value(), move));
        var application = applications.get(id, reader);
        var mine = "/my/applications/" + id.value();
        notifications.send(
                new Message(account, "publicservice.notice.accepted", List.of(application.dossierCode()), mine));
        var message = database.sql("""
                        select id from notification.message where account = :account and link = :link
                        order by id desc limit 1
                        """)
                .param("account", account.value())
                .param("link", mine)
                .query(UUID.class)
                .single();
        var file = application.files().isEmpty()
                ? loose(reader)
                : application.files().getFirst().file().value();
        dossiers.add(new Dossier(
                name,
                account,
                application.party().value(),
                application.applicantName(),
                unit,
                id.value(),
                application.caseId().value(),
                application.dossierCode(),
                application.secret(),
                file,
                message,
                people.filled(SERVICE, unit, reader).value(),
                moves.size() == 3));
    }

    private void take(UUID application, Move move) {
        var seen = cases.of("publicservice/application", application).orElseThrow();
        cases.act(new TakeStep(
                seen.id(),
                seen.version(),
                requireNonNull(seen.step()),
                move.outcome(),
                "Thiếu văn bản ủy quyền",
                requireNonNull(readers.get(move.by())),
                UUID.randomUUID()));
    }

    private UUID loose(Reader reader) {
        var bytes = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        return files.store("a.pdf", new ByteArrayInputStream(bytes), 100, Set.of("application/pdf"), reader.actor())
                .id()
                .value();
    }
}
