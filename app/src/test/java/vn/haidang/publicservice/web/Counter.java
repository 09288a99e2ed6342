package vn.haidang.publicservice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import vn.haidang.form.Drafts;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.publicservice.Applicant;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.registry.PersonId;
import vn.haidang.registry.Persons;

/** The counter of a commune, worked through its pages: who comes there, what an officer types, which papers are noted. */
final class Counter {

    /** What everybody here comes for. */
    static final String SERVICE = "1.004873";

    private static final LocalDate BIRTH = LocalDate.of(1950, 4, 30);
    private static final int MOST_PAPERS = 8;

    private final MockMvcTester pages;
    private final Applicant people;
    private final Persons persons;
    private final Receptions receptions;
    private final HandingOver handingOver;
    private final Drafts drafts;

    Counter(MockMvcTester pages, Applicant people, ApplicationContext context) {
        this.pages = pages;
        this.people = people;
        this.persons = context.getBean(Persons.class);
        this.receptions = context.getBean(Receptions.class);
        this.handingOver = context.getBean(HandingOver.class);
        this.drafts = context.getBean(Drafts.class);
    }

    /** Somebody the registers know, born on 30/4/1950. */
    PersonId person(String number, String name) {
        return persons.record(
                new Persons.NewPerson(
                        number,
                        name,
                        BIRTH,
                        "female",
                        null,
                        null,
                        people.commune(),
                        "Số 1 Phố Riêng",
                        "population-register"),
                Actor.SYSTEM);
    }

    static String number() {
        return "%012d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000L));
    }

    static Map<String, String> birth(String field, String day) {
        return Map.of(field + "-day", day, field + "-month", "4", field + "-year", "1950");
    }

    /** What was typed, besides the service, how the person was known, and a birth on 30/4/1950. */
    MvcTestResult begin(Reader officer, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(birth("birth", "30"));
        all.putAll(Map.of(
                "service",
                SERVICE,
                "identified",
                "identity-card",
                "help",
                people.commune().value().toString(),
                "key",
                UUID.randomUUID().toString()));
        all.putAll(typed);
        return pages.post()
                .uri("/desk/reception")
                .with(SignedIn.withForm(account(officer)))
                .params(MultiValueMap.fromSingleValue(all))
                .exchange();
    }

    Reception reception(String path, Reader officer) {
        return receptions.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), officer);
    }

    /** Notes the originals of all papers as {@code original} and, where {@code scanned} is given, scans them. */
    MvcTestResult note(String path, Reader officer, String original, String scanned) {
        Reception reception = reception(path, officer);
        var request = pages.post()
                .uri(path + "/papers")
                .with(SignedIn.withForm(account(officer)))
                .multipart();
        drafts.get(Objects.requireNonNull(reception.draft()), reception.by(officer))
                .form()
                .fields()
                .forEach(field -> request.param("original-field-" + field.name(), original));
        for (int item = 1; item <= MOST_PAPERS && !scanned.isEmpty(); item++) {
            request.param("original-item-" + item, scanned)
                    .file(new MockMultipartFile(
                            "scan-item-" + item,
                            "giay-" + item + ".pdf",
                            "application/pdf",
                            ("%PDF-1.4\n" + item + path + "\n%%EOF").getBytes(StandardCharsets.UTF_8)));
        }
        return request.exchange();
    }

    /** All questions answered, all papers kept, handed in. */
    Application handedIn(String path, Reader officer) {
        Reception reception = reception(path, officer);
        people.answered(Objects.requireNonNull(reception.draft()), reception.by(officer));
        redirect(note(path, officer, "kept", "kept"));
        redirect(post(path + "/hand-in", officer));
        return application(path, officer);
    }

    Application application(String path, Reader officer) {
        return handingOver.application(reception(path, officer)).orElseThrow();
    }

    MvcTestResult get(String path, Reader reader) {
        return pages.get().uri(path).with(SignedIn.as(account(reader))).exchange();
    }

    MvcTestResult post(String path, Reader reader) {
        return pages.post().uri(path).with(SignedIn.withForm(account(reader))).exchange();
    }

    static String redirect(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
