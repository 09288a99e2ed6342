package vn.haidang.publicservice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import vn.haidang.files.Files;
import vn.haidang.form.DraftId;
import vn.haidang.form.Drafts;
import vn.haidang.form.FormDefinition;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Tier;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.registry.Persons;

/** People for the tests of applications: residents the city knows, who answer every question, and officers at one commune. */
@TestComponent
public class Applicant {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final Persons persons;
    private final Units units;
    private final Drafts drafts;
    private final Files files;
    private final Applications applications;

    Applicant(Accounts accounts, Persons persons, Units units, Drafts drafts, Files files, Applications applications) {
        this.accounts = accounts;
        this.persons = persons;
        this.units = units;
        this.drafts = drafts;
        this.files = files;
        this.applications = applications;
    }

    public UnitId commune() {
        return units.ofTier(Tier.COMMUNE, DAY).getFirst().id();
    }

    public Reader resident(String name) {
        int number = NUMBER.incrementAndGet();
        AccountId account = account(name);
        Actor self = Actor.account(account.value());
        var person = persons.record(
                new Persons.NewPerson(
                        "0311900%05d".formatted(number),
                        name,
                        LocalDate.of(1990, 1, 1),
                        "female",
                        "0912345678",
                        null,
                        commune(),
                        "Số 1 đường Lạch Tray",
                        "population"),
                self);
        persons.link(person, account, self);
        return accounts.reader(account);
    }

    public Reader officer(String name, Role role) {
        AccountId account = account(name);
        accounts.appoint(account, commune(), role, name, LocalDate.of(2025, 7, 1), null);
        return accounts.reader(account);
    }

    private AccountId account(String name) {
        return accounts.create(
                new Accounts.NewAccount("applicant-" + UuidCreator.getTimeOrderedEpoch(), name, null, null));
    }

    /** A draft with every question answered. */
    public DraftId filled(String service, Reader reader) {
        return filled(service, commune(), reader);
    }

    /** The same for a commune of one's choice. */
    public DraftId filled(String service, UnitId unit, Reader reader) {
        return answered(applications.prepare(service, unit, reader), reader);
    }

    /** One declaration for some services of a life event, with every question answered. */
    public DraftId filled(Bundles bundles, String event, Set<Integer> parts, Reader reader) {
        return answered(bundles.prepare(event, parts, commune(), reader), reader);
    }

    /** The same draft with every question answered. */
    public DraftId answered(DraftId draft, Reader reader) {
        FormDefinition form = drafts.get(draft, reader).form();
        Set<String> answered = new HashSet<>();
        Optional<FormDefinition.Page> next = Optional.of(form.pages().getFirst());
        while (next.isPresent()) {
            next = form.asked(drafts.get(draft, reader).values()).stream()
                    .filter(page -> !answered.contains(page.code()))
                    .findFirst();
            next.ifPresent(page -> {
                answered.add(page.code());
                answer(draft, page, reader);
            });
        }
        return draft;
    }

    /** Somebody complains about how an official of the unit speaks. */
    public FeedbackId complainsAbout(String official, UnitId unit, Feedbacks feedbacks) {
        return feedbacks.send(new Feedbacks.Sending(
                Feedback.Kind.COMPLAINT,
                Feedback.About.OFFICIAL,
                "",
                "",
                unit,
                official,
                "Nói năng khó nghe",
                true,
                null,
                UUID.randomUUID(),
                resident("Nguyễn Thị Na")));
    }

    public ApplicationId submitted(String service, Reader reader, Device device) {
        return applications.submit(
                new Applications.Submission(filled(service, reader), UUID.randomUUID(), device, reader));
    }

    private void answer(DraftId draft, FormDefinition.Page page, Reader reader) {
        Map<String, String> answers = new HashMap<>();
        Map<String, String> known = drafts.get(draft, reader).values();
        for (FormDefinition.Field field : page.fields()) {
            if (field.kind() != FormDefinition.Kind.FILE) {
                String before = known.getOrDefault(field.name(), "");
                answers.put(field.name(), before.isEmpty() ? value(field) : before);
            }
        }
        drafts.save(draft, page.code(), answers, reader);
        page.fields().stream()
                .filter(field -> field.kind() == FormDefinition.Kind.FILE)
                .forEach(field -> drafts.attach(draft, field.name(), pdf(field.name() + ".pdf", reader), reader));
    }

    private vn.haidang.files.FileId pdf(String name, Reader reader) {
        byte[] bytes = ("%PDF-1.4\n" + name + "\n%%EOF").getBytes(StandardCharsets.US_ASCII);
        return files.store(name, new ByteArrayInputStream(bytes), 1000, Set.of("application/pdf"), reader.actor())
                .id();
    }

    private String value(FormDefinition.Field field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT ->
                field.lookup() != null
                        ? "0299999999"
                        : field.rules().patternError().equals("digits") ? "0201234567" : "Nguyễn Văn An";
            case DATE ->
                field.rules().notPast()
                        ? "2027-01-04"
                        : field.name().startsWith("child") || field.name().startsWith("recognised")
                                ? "2026-02-20"
                                : "1991-02-03";
            case CHOICE, SELECT, MULTIPLE -> field.choices().getFirst().value();
            case NUMBER, MONEY ->
                field.name().equals("first.year")
                        ? "1991"
                        : field.rules().least() == null
                                ? "1"
                                : field.rules().least().toPlainString();
            case YES_NO -> "no";
            case ADDRESS -> commune().value() + "|1 Lach Tray";
            // nobody is asked about twice, so each question is about somebody else
            case PERSONAL_NUMBER ->
                "0319%08d".formatted(Math.floorMod(field.name().hashCode(), 100_000_000));
            case PHONE -> "0912345678";
            case EMAIL -> "an@example.vn";
            case UNIT -> commune().value().toString();
            case DECLARATION -> "yes";
            case FILE, COMPUTED, GROUP -> "";
        };
    }
}
