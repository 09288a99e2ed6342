package vn.haidang.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.haidang.ui.GovukPage.assertThatPage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.haidang.MovableClock;
import vn.haidang.WebTest;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.identity.SignedIn;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** A post nobody holds goes only after it was shown what it leaves behind. */
@WebTest
class PostEndPageTests {

    private static final UnitId HERE = UnitId.ofKey("commune-11203-c");
    private static final UnitId ELSEWHERE = UnitId.ofKey("commune-11311-c");
    private static final LocalDate BEGAN = LocalDate.of(2025, 7, 1);

    private final MockMvcTester pages;
    private final Accounts accounts;
    private final Cases cases;
    private final MovableClock clock;
    private final JdbcClient database;

    PostEndPageTests(MockMvcTester pages, Accounts accounts, Cases cases, MovableClock clock, JdbcClient database) {
        this.pages = pages;
        this.accounts = accounts;
        this.cases = cases;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void anEmptyPostGoesOnlyAfterItWasShownWhatItLeavesBehind() {
        var post = emptyPost();
        open();

        var shown = abolish(post, "");
        assertThat(shown).hasStatusOk();
        assertThatPage(shown)
                .hasHeading("Bỏ vị trí này sẽ làm gì?")
                .contains("Vị trí khác cùng vai trò ở đơn vị này: 0")
                .contains("Việc trong hàng chờ mà không còn ai làm được: 1")
                .hasNoDuplicateIds();
        assertThat(stands(post)).as("shown, not done").isTrue();

        open();
        var again = abolish(post, token(shown));
        assertThat(again).as("more waits than was shown").hasStatus(409);
        assertThatPage(again).contains("không còn ai làm được: 2");
        assertThat(stands(post)).isTrue();

        assertThat(abolish(post, token(again))).hasRedirectedUrl("/admin/posts?show=vacant");
        assertThat(stands(post)).isFalse();
        assertThat(entries(post)).isOne();
        assertThat(abolish(post, "")).as("it is gone").hasStatus(404);
    }

    @Test
    void aPostSomebodyHoldsStays() {
        var post = emptyPost();
        var shown = abolish(post, "");
        var title = database.sql("select title from identity.post where id = :id")
                .param("id", post)
                .query(String.class)
                .single();
        accounts.appoint(account(), HERE, Role.ONE_STOP_OFFICER, title, LocalDate.now(clock), null);

        assertThat(abolish(post, "")).hasStatus(409);
        assertThat(abolish(post, token(shown))).hasStatus(409);
        assertThat(stands(post)).isTrue();
        assertThat(entries(post)).isZero();
    }

    private UUID emptyPost() {
        var account = account();
        var title = "vị trí thử " + UUID.randomUUID();
        accounts.appoint(account, HERE, Role.ONE_STOP_OFFICER, title, BEGAN, null);
        database.sql("delete from identity.holding where account in (select h.account from identity.holding h "
                        + "join identity.post p on p.id = h.post where p.unit = :unit and p.role = :role)")
                .param("unit", HERE.value())
                .param("role", Role.ONE_STOP_OFFICER.code())
                .update();
        var post = database.sql("select id from identity.post where title = :title")
                .param("title", title)
                .query(UUID.class)
                .single();
        database.sql("update identity.post set valid = daterange(lower(valid), cast(:today as date)) "
                        + "where unit = :unit and role = :role and id <> :post and lower(valid) < cast(:today as date)")
                .param("today", LocalDate.now(clock))
                .param("unit", HERE.value())
                .param("role", Role.ONE_STOP_OFFICER.code())
                .param("post", post)
                .update();
        database.sql("update casework.work_item set done_at = now() where unit = :unit and done_at is null")
                .param("unit", HERE.value())
                .update();
        return post;
    }

    private void open() {
        CaseId id = CaseId.next(clock);
        cases.open(new OpenCase(
                id,
                "civil-status-same-day",
                "HS-" + id.value(),
                "Đăng ký khai sinh",
                "publicservice/application",
                UuidCreator.getTimeOrderedEpoch(),
                HERE,
                HERE,
                Channel.ONLINE,
                null,
                "Nguyễn Thị Na",
                new ClockTerms("5d", "resume", "mặc định", "Luật", "standard"),
                clock.instant(),
                false,
                Actor.ANONYMOUS));
    }

    private boolean stands(UUID post) {
        return database.sql("select valid @> cast(:today as date) from identity.post where id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", post)
                .query(Boolean.class)
                .single();
    }

    private long entries(UUID post) {
        return database.sql("""
                        select count(*) from journal.entry e
                        where e.verb = 'identity/post-abolished' and e.subject_ids @> array[cast(:id as uuid)]
                        """).param("id", post).query(Long.class).single();
    }

    private static String token(MvcTestResult shown) {
        return Objects.requireNonNull(assertThatPage(shown).document().selectFirst("input[name=token]"))
                .val();
    }

    private MvcTestResult abolish(UUID post, String token) {
        return pages.post()
                .uri("/admin/posts/" + post + "/abolish")
                .param("token", token)
                .with(SignedIn.withForm(administrator()))
                .exchange();
    }

    private AccountId account() {
        return accounts.create(
                new Accounts.NewAccount("posts-" + UuidCreator.getTimeOrderedEpoch(), "Quản trị vị trí", null, null));
    }

    private AccountId administrator() {
        var account = account();
        accounts.appoint(account, ELSEWHERE, Role.ADMINISTRATOR, "quản trị", BEGAN, null);
        return account;
    }
}
