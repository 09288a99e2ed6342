package vn.haidang.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.form.internal.Binding;
import vn.haidang.form.internal.DraftRetention;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Units;
import vn.haidang.registry.KnownValue;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.ProblemException;

@ModuleTest
class DraftsModuleTests {

    private static final LocalDate AS_OF = LocalDate.of(2025, 9, 1);
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final Drafts drafts;
    private final DraftRetention retention;
    private final Units units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MovableClock clock;

    DraftsModuleTests(
            Drafts drafts,
            DraftRetention retention,
            Units units,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.drafts = drafts;
        this.retention = retention;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Test
    void startsWithWhatIsKnownAndMarksIt() {
        Reader hoa = somebody();

        Draft draft = drafts.get(start(hoa), hoa);

        assertThat(draft.answers().get("mother.full-name"))
                .isEqualTo(new Answer("Phạm Thị Hoa", "Phạm Thị Hoa", "population-register", AS_OF))
                .returns(Answer.Origin.KNOWN, Answer::origin);
        assertThat(draft.answers()).doesNotContainKey("father.full-name");
        assertThat(draft.about()).isEqualTo("1.001193");
    }

    @Test
    void aCorrectedValueKeepsWhatWasKnown() {
        Reader hoa = somebody();
        DraftId id = start(hoa);

        drafts.take(id, "mother", Map.of("mother.full-name", sent("Phạm Thị Hoà")), List.of(), hoa);
        assertThat(drafts.get(id, hoa).answers().get("mother.full-name"))
                .as("not named as corrected")
                .returns("Phạm Thị Hoa", Answer::value);

        drafts.take(
                id,
                "mother",
                Map.of("mother.full-name", sent("Phạm Thị Hoà"), Drafts.CORRECT, sent("mother.full-name")),
                List.of(),
                hoa);
        assertThat(drafts.get(id, hoa).answers().get("mother.full-name"))
                .returns("Phạm Thị Hoà", Answer::value)
                .returns("Phạm Thị Hoa", Answer::known)
                .returns(Answer.Origin.CORRECTED, Answer::origin);
    }

    @Test
    void savesWrongInputAndSaysWhatIsWrong() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        Map<String, String[]> wrong = Map.of(
                "child.birth-date-day", sent("31"),
                "child.birth-date-month", sent("2"),
                "child.birth-date-year", sent("2026"));

        Turn turn = drafts.take(id, "child-birth-date", wrong, List.of(), hoa);

        assertThat(turn)
                .isInstanceOfSatisfying(
                        Turn.Stay.class,
                        stay -> assertThat(stay.errors())
                                .extracting(FieldError::messageKey)
                                .containsExactly("form.error.date"));
        assertThat(drafts.get(id, hoa).values()).containsEntry("child.birth-date", "31/2/2026");
    }

    @Test
    void goesFromPageToPageAndBackToTheCheckedAnswers() {
        Reader hoa = somebody();
        DraftId id = start(hoa);

        assertThat(drafts.take(id, "child-name", Map.of("child.full-name", sent("Nguyễn Minh An")), List.of(), hoa))
                .isEqualTo(new Turn.Next("child-sex"));

        complete(id, hoa);
        Map<String, String[]> change = Map.of("child.sex", sent("male"), Drafts.RETURN, sent("1"));
        assertThat(drafts.take(id, "child-sex", change, List.of(), hoa)).isEqualTo(new Turn.Check());
        Map<String, String[]> alone = Map.of("parents.marriage", sent("mother-alone"), Drafts.RETURN, sent("1"));
        assertThat(drafts.take(id, "parents", alone, List.of(), hoa)).isEqualTo(new Turn.Next("father-missing"));
    }

    @Test
    void keepsWhateverIsTypedThroughTheDatabase() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        var random = new java.util.Random(7);
        for (int round = 0; round < 100; round++) {
            String typed = round == 0 ? "a\0b\ud800c" : Examples.anyText(random);

            drafts.take(id, "child-name", Map.of("child.full-name", sent(typed)), List.of(), hoa);

            var kept = drafts.get(id, hoa).values();
            assertThat(kept.getOrDefault("child.full-name", "")).isEqualTo(Binding.clean(typed));
        }
    }

    @Test
    void isTheOwnersAlone() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        Reader stranger = somebody();
        DraftId unknown = DraftId.next(clock);

        for (Reader reader : List.of(stranger, Reader.ANONYMOUS)) {
            refused("form/no-such-draft", () -> drafts.get(id, reader));
            refused("form/no-such-draft", () -> drafts.save(id, "child-name", Map.of(), reader));
            refused("form/no-such-draft", () -> drafts.take(id, "child-name", Map.of(), List.of(), reader));
            refused("form/no-such-draft", () -> drafts.finish(id, reader));
            assertThat(drafts.open(reader)).isEmpty();
        }
        refused("form/no-such-draft", () -> drafts.get(unknown, hoa));
        refused("form/no-such-draft", () -> DraftId.of("../etc/passwd"));
        assertThat(drafts.open(hoa)).extracting(Draft::id).containsExactly(id);
    }

    @Test
    void takesFilesKeepsTheGoodAndRefusesTheBad() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        Map<String, String[]> parameters = Map.of("birth-proof.kind", sent("notification"));

        Turn turn = drafts.take(
                id,
                "birth-proof",
                parameters,
                List.of(
                        upload("giấy chứng sinh.pdf", PDF),
                        upload("ảnh.pdf", "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1))),
                hoa);

        assertThat(turn)
                .isInstanceOfSatisfying(
                        Turn.Stay.class,
                        stay -> assertThat(stay.errors())
                                .singleElement()
                                .returns("birth-proof.files", FieldError::field)
                                .returns("problem.files.type-not-allowed.detail", FieldError::messageKey));
        assertThat(drafts.get(id, hoa).files("birth-proof.files")).hasSize(1);
        assertThat(drafts.take(id, "birth-proof", parameters, List.of(), hoa)).isEqualTo(new Turn.Next("other-papers"));
    }

    @Test
    void removesAFileAndTakesNoMoreThanAllowed() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        drafts.take(id, "birth-proof", Map.of(), java.util.Collections.nCopies(6, upload("a.pdf", PDF)), hoa);
        var kept = drafts.get(id, hoa).files("birth-proof.files");
        assertThat(kept).hasSize(5);

        String remove = "birth-proof.files " + kept.getFirst().value();
        assertThat(drafts.take(id, "birth-proof", Map.of(Drafts.REMOVE, sent(remove)), List.of(), hoa))
                .isEqualTo(new Turn.Stay(List.of()));

        assertThat(drafts.get(id, hoa).files("birth-proof.files")).isEqualTo(kept.subList(1, 5));
        drafts.take(id, "birth-proof", Map.of(Drafts.REMOVE, sent("nonsense")), List.of(), hoa);
        assertThat(drafts.get(id, hoa).files("birth-proof.files")).hasSize(4);
    }

    @Test
    void finishesOnceWithWhatCounts() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        refused("form/not-complete", () -> drafts.finish(id, hoa));
        complete(id, hoa);
        drafts.save(id, "father-missing", Map.of("father.missing-reason", "unknown"), hoa);

        Draft finished = drafts.finish(id, hoa);

        assertThat(finished.finishedAt()).isNotNull();
        assertThat(finished.answers()).containsKey("father.full-name").doesNotContainKey("father.missing-reason");
        assertThat(finished.answers())
                .hasEntrySatisfying(
                        "mother.full-name", name -> assertThat(name.source()).isEqualTo("population-register"));
        refused("form/draft-finished", () -> drafts.finish(id, hoa));
        refused("form/draft-finished", () -> drafts.save(id, "child-name", Map.of("child.full-name", "X"), hoa));
        assertThat(drafts.open(hoa)).isEmpty();
    }

    @Test
    void staysOnTheVersionItWasStartedWith() {
        Reader hoa = somebody();
        DraftId id = start(hoa);
        int shipped = drafts.get(id, hoa).form().version();
        jdbc.sql("""
                insert into form.definition (code, version, content, loaded_at)
                select code, 7, replace(content, 'version: ' || :shipped, 'version: 7'), loaded_at
                from form.definition where code = 'birth-registration' and version = :shipped
                on conflict do nothing
                """).param("shipped", shipped).update();
        jdbc.sql("update form.draft set version = 7 where id = :id")
                .param("id", id.value())
                .update();

        assertThat(drafts.get(id, hoa).form().version()).isEqualTo(7);
        assertThat(drafts.get(start(hoa), hoa).form().version()).isEqualTo(shipped);
    }

    @Test
    void journalsWhatChangedButNotTheValues() {
        Reader hoa = somebody();
        DraftId id = start(hoa);

        drafts.save(id, "child-name", Map.of("child.full-name", "Nguyễn Minh An"), hoa);
        drafts.save(id, "child-name", Map.of("child.full-name", "Nguyễn Minh An"), hoa);

        var entries = jdbc.sql(
                        "select e::text from journal.entry e where e::text like :draft and e::text like '%draft-saved%'")
                .param("draft", "%" + id.value() + "%")
                .query(String.class)
                .list();
        assertThat(entries).singleElement().asString().doesNotContain("Minh An");
    }

    @Test
    void forgetsWhatWasNotTouchedForNinetyDays() {
        Reader hoa = somebody();
        DraftId old = start(hoa);
        clock.moveBy(Duration.ofDays(60));
        DraftId young = start(hoa);
        clock.moveBy(Duration.ofDays(31));

        retention.forget();

        assertThat(drafts.open(hoa)).extracting(Draft::id).containsExactly(young);
        refused("form/no-such-draft", () -> drafts.get(old, hoa));
    }

    @Test
    void twoWhoAreTheFirstOfAFormAtTheSameTimeBothBegin() throws Exception {
        jdbc.sql("update form.definition set content = 'before', used = false where code = 'general-request'")
                .update();
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = new CompletableFuture<DraftId>();
            transaction.executeWithoutResult(status -> {
                first();
                CompletableFuture.supplyAsync(this::first, other).whenComplete((begun, failure) -> {
                    if (failure == null) {
                        second.complete(begun);
                    } else {
                        second.completeExceptionally(failure);
                    }
                });
                Awaitility.await()
                        .until(() -> jdbc.sql("""
                                select exists (
                                  select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%form.definition%')
                                """).query(Boolean.class).single());
            });
            assertThat(second.get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void asksOtherPagesFromNowOnAndKeepsEveryAnswerAndItsFiles() {
        Reader hoa = somebody();
        var phone = Map.of("person.phone", new KnownValue("person.phone", "0912345678", "self-declared", AS_OF));
        DraftId id = drafts.start("general-request", "one", Set.of("requester-contact", "delivery"), hoa, phone);
        assertThat(drafts.get(id, hoa).form().pages())
                .extracting(FormDefinition.Page::code)
                .contains("requester", "papers")
                .doesNotContain("requester-contact", "delivery");
        assertThat(drafts.get(id, hoa).answers())
                .as("what is known and not asked is not laid down")
                .isEmpty();
        drafts.take(id, "papers", Map.of(), List.of(new Upload("papers.files", "a.pdf", () -> stream(PDF))), hoa);

        drafts.ask(id, "other", Set.of("papers"), hoa, phone);

        Draft now = drafts.get(id, hoa);
        assertThat(now.about()).isEqualTo("other");
        assertThat(now.answers().get("requester.phone")).returns(Answer.Origin.KNOWN, Answer::origin);
        assertThat(now.answers()).containsKey("papers.files");
        assertThat(now.files("papers.files")).isEmpty();
        drafts.take(id, "requester-contact", Map.of("requester.phone", sent("0987654321")), List.of(), hoa);
        drafts.take(id, "papers", Map.of(), List.of(), hoa);
        drafts.ask(id, "other", Set.of("requester-contact"), hoa, phone);
        drafts.ask(id, "other", Set.of("papers"), hoa, phone);
        assertThat(drafts.get(id, hoa).values())
                .as("known again, not typed over")
                .containsEntry("requester.phone", "0912345678");

        assertThat(drafts.erase(
                        Objects.requireNonNull(hoa.account()),
                        Objects.requireNonNull(hoa.party()),
                        "form/test",
                        hoa.actor()))
                .singleElement()
                .satisfies(gone -> assertThat(gone.files("papers.files"))
                        .as("its caller lets go of every file")
                        .hasSize(1));
        refused("form/no-such-draft", () -> drafts.ask(id, "other", Set.of(), hoa, phone));
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private DraftId first() {
        return drafts.start("general-request", "2.000000", somebody(), Map.of());
    }

    private void complete(DraftId id, Reader reader) {
        FormDefinition form = drafts.get(id, reader).form();
        Map<String, String> answers = new HashMap<>(Examples.completeBirth(
                units.ofTier(Tier.COMMUNE, LocalDate.now(clock)).getFirst().id()));
        answers.remove("birth-proof.files");
        form.pages().forEach(page -> drafts.save(id, page.code(), answers, reader));
        drafts.take(id, "birth-proof", Map.of(), List.of(upload("a.pdf", PDF)), reader);
    }

    private DraftId start(Reader reader) {
        return drafts.start(
                "birth-registration",
                "1.001193",
                reader,
                Map.of(
                        "wife.full-name",
                        new KnownValue("wife.full-name", "Phạm Thị Hoa", "population-register", AS_OF),
                        "person.phone",
                        new KnownValue("person.phone", "0912345678", "self-declared", AS_OF)));
    }

    private Reader somebody() {
        return new Reader(AccountId.next(clock), "Hoa", Set.of());
    }

    private static Upload upload(String name, byte[] bytes) {
        return new Upload("birth-proof.files", name, () -> new ByteArrayInputStream(bytes));
    }

    private static String[] sent(String... values) {
        return values;
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
