package vn.haidang.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.journal.Actor;
import vn.haidang.organization.UnitId;

/** Notices of results for the tests of documents, and the officials of one commune who give them out. */
@TestComponent
public class Notices {

    public static final UnitId COMMUNE = UnitId.ofKey("commune-11311-c");
    public static final UnitId ANOTHER = UnitId.ofKey("commune-10525-c");

    /** Stands on each of them, and nowhere else. */
    public static final String APPLICANT = "Người Nộp Bí Mật";

    private final Documents documents;
    private final Accounts accounts;
    private final Files files;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    Notices(Documents documents, Accounts accounts, Files files, TransactionTemplate transaction, JdbcClient database) {
        this.documents = documents;
        this.accounts = accounts;
        this.files = files;
        this.transaction = transaction;
        this.database = database;
    }

    public static Notices in(ApplicationContext context) {
        return context.getAutowireCapableBeanFactory().createBean(Notices.class);
    }

    public AccountId official(String name, Role role) {
        return official(name, role, COMMUNE);
    }

    public AccountId official(String name, Role role, UnitId unit) {
        AccountId account = accounts.create(new Accounts.NewAccount("notices-" + UUID.randomUUID(), name, null, null));
        accounts.appoint(account, unit, role, "Chủ tịch " + account.value(), LocalDate.of(2025, 7, 1), null);
        return account;
    }

    public IssuedDocument issued(AccountId by) {
        return issued(documents, by);
    }

    /** By other documents than those of this context. */
    public IssuedDocument issued(Documents with, AccountId by) {
        return issued(with, order(accounts.reader(by), Documents.Hands.LEADER_AND_SEAL));
    }

    public IssuedDocument issued(AccountId by, Documents.Hands hands) {
        return issued(accounts.reader(by), hands);
    }

    public IssuedDocument issued(Reader by, Documents.Hands hands) {
        return issued(documents, order(by, hands));
    }

    private IssuedDocument issued(Documents with, Documents.Issue order) {
        return Objects.requireNonNull(transaction.execute(status -> with.issue(order)));
    }

    /** Of the commune. */
    public static Documents.Issue order(Reader by, Documents.Hands hands) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of(
                "issuer.name",
                "issuer.place",
                "case.code",
                "case.filed-on",
                "service.name",
                "service.result",
                "decision")) {
            fields.put(field, "x");
        }
        fields.put("applicant.full-name", APPLICANT);
        return new Documents.Issue(
                "notice-of-result",
                "TBKQ",
                COMMUNE,
                by,
                by.account() == null ? "Chương trình" : by.displayName(),
                "CHỦ TỊCH",
                fields,
                "document/test",
                UUID.randomUUID(),
                by.account() == null ? Actor.SYSTEM : by.actor(),
                hands);
    }

    /** As it is kept now: the file changes when somebody signs. */
    public FileId file(IssuedDocument document) {
        return new FileId(database.sql("select file from document.issued where id = :id")
                .param("id", document.id())
                .query(UUID.class)
                .single());
    }

    public byte[] pdf(IssuedDocument document) throws IOException {
        try (InputStream bytes = files.open(file(document))) {
            return bytes.readAllBytes();
        }
    }

    public long signatures(IssuedDocument document) {
        return database.sql("select count(*) from document.signature where document = :id")
                .param("id", document.id())
                .query(Long.class)
                .single();
    }

    /** Its number, as it is counted. */
    public int running(IssuedDocument document) {
        return database.sql("select number from document.issued where id = :id")
                .param("id", document.id())
                .query(Integer.class)
                .single();
    }
}
