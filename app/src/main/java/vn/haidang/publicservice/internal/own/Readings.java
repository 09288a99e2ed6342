package vn.haidang.publicservice.internal.own;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.journal.SubjectLook;
import vn.haidang.journal.SubjectReading;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Screen;
import vn.haidang.ui.Slice;

/** Who read one's data, when, why and for which dossier: officials by the post they held that day, not by name. */
@Component
public class Readings {

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    /** What sort of reader it was. */
    public enum Who {
        OFFICIAL,
        SELF,
        /** Somebody who acted in one's name. */
        REPRESENTATIVE,
        /** Somebody else who held no post that day: of one's household, whose form was filled in. */
        PERSON,
        /** Somebody who was not signed in. */
        VISITOR,
        SYSTEM
    }

    /**
     * A post as it was held.
     *
     * @param titleEn empty where the post is called otherwise than its role, for a title is said in one language
     */
    public record Post(String title, String titleEn, String unit, String unitEn) {}

    /**
     * One reading.
     *
     * @param posts of an official that day
     * @param purpose the code under which it was read
     * @param dossiers codes of the dossiers it was for
     * @param register whether the record of the person was read
     */
    public record Line(Instant at, Who who, List<Post> posts, String purpose, List<String> dossiers, boolean register) {

        public Line {
            posts = List.copyOf(posts);
            dossiers = List.copyOf(dossiers);
        }
    }

    /**
     * What one reader read of the same dossiers within one minute, by whatever parts of a page.
     *
     * @param line the last of it
     * @param purposes of all of it, each once
     */
    public record Look(Line line, List<String> purposes) {

        public Look {
            purposes = List.copyOf(purposes);
        }
    }

    private record Held(UUID account, LocalDate day) {}

    private final OwnSubjects subjects;
    private final Journal journal;
    private final Roles roles;
    private final JdbcClient jdbc;

    Readings(OwnSubjects subjects, Journal journal, Roles roles, JdbcClient jdbc) {
        this.subjects = subjects;
        this.journal = journal;
        this.roles = roles;
        this.jdbc = jdbc;
    }

    /** @param all whether the reader's own readings are among them */
    public Slice<Line> of(Reader reader, boolean all, PageRequest page) {
        Map<Subject, String> own = subjects.of(reader);
        var account = reader.account();
        Slice<SubjectReading> read =
                journal.readsOf(own.keySet(), all || account == null ? null : account.value(), page);
        return new Slice<>(lines(read.rows(), own, account), page, read.total());
    }

    /** As {@link #of}, merged to looks, and counted and paged as such. */
    public Slice<Look> looks(Reader reader, boolean all, PageRequest page) {
        Map<Subject, String> own = subjects.of(reader);
        var account = reader.account();
        Slice<SubjectLook> read = journal.looksOf(own, all || account == null ? null : account.value(), page);
        List<Line> lines = lines(read.rows().stream().map(SubjectLook::latest).toList(), own, account);
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            looks.add(new Look(lines.get(i), read.rows().get(i).purposes()));
        }
        return new Slice<>(looks, page, read.total());
    }

    private List<Line> lines(List<SubjectReading> read, Map<Subject, String> own, @Nullable AccountId account) {
        Map<Held, List<Post>> posts = posts(read);
        Set<UUID> desks = desks(read);
        return read.stream()
                .map(each -> line(each, own, posts, desks, account == null ? null : account.value()))
                .toList();
    }

    private static Line line(
            SubjectReading read,
            Map<Subject, String> own,
            Map<Held, List<Post>> posts,
            Set<UUID> desks,
            @Nullable UUID self) {
        Actor by = read.reading().reader();
        List<Post> held = by.id() == null || (by.behalf() != null && !desks.contains(by.id()))
                ? List.of()
                : posts.getOrDefault(new Held(by.id(), day(read.reading().at())), List.of());
        List<String> dossiers = read.subjects().stream()
                .map(subject -> own.getOrDefault(subject, ""))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        return new Line(
                read.reading().at(),
                switch (by.kind()) {
                    case SYSTEM -> Who.SYSTEM;
                    case ANONYMOUS -> Who.VISITOR;
                    case ACCOUNT -> account(by, held, self);
                },
                held,
                read.reading().purpose(),
                dossiers,
                read.subjects().stream().anyMatch(Readings::isRecord));
    }

    private static boolean isRecord(Subject subject) {
        return subject.type().equals("registry/person") || subject.type().equals("registry/business");
    }

    /** Those who acted in one's name by taking down at a desk what one asked for: officials at their work, not representatives. */
    private Set<UUID> desks(List<SubjectReading> read) {
        List<Actor> named = read.stream()
                .map(each -> each.reading().reader())
                .filter(by -> by.id() != null && by.behalf() != null)
                .distinct()
                .toList();
        return jdbc.sql("""
                        select distinct r.officer
                        from unnest(cast(:officers as uuid[]), cast(:persons as uuid[])) as w (officer, person)
                        join publicservice.reception r on r.officer = w.officer and r.person = w.person
                        """)
                .param(
                        "officers",
                        named.stream()
                                .map(by -> Objects.requireNonNull(by.id()))
                                .toArray(UUID[]::new))
                .param(
                        "persons",
                        named.stream()
                                .map(by -> Objects.requireNonNull(by.behalf()).id())
                                .toArray(UUID[]::new))
                .query((row, number) -> row.getObject("officer", UUID.class))
                .set();
    }

    private static Who account(Actor by, List<Post> held, @Nullable UUID self) {
        if (by.behalf() != null && held.isEmpty()) {
            return Who.REPRESENTATIVE;
        }
        if (Objects.equals(by.id(), self)) {
            return Who.SELF;
        }
        return held.isEmpty() ? Who.PERSON : Who.OFFICIAL;
    }

    /** The posts these readers held on the day they read, in one statement, asked whether there are any or none. */
    private Map<Held, List<Post>> posts(List<SubjectReading> read) {
        List<Held> wanted = read.stream()
                .filter(each -> each.reading().reader().id() != null)
                .map(each -> new Held(
                        Objects.requireNonNull(each.reading().reader().id()),
                        day(each.reading().at())))
                .distinct()
                .toList();
        Map<Held, List<Post>> posts = new HashMap<>();
        jdbc.sql("""
                        select w.account, w.day, array_agg(h.title order by h.title, u.name) as titles,
                          array_agg(h.role order by h.title, u.name) as roles,
                          array_agg(u.name order by h.title, u.name) as units,
                          array_agg(u.name_en order by h.title, u.name) as units_en
                        from unnest(cast(:accounts as uuid[]), cast(:days as date[])) as w (account, day)
                        join identity.pub_holding h on h.account = w.account and h.valid @> w.day
                        join organization.pub_unit u on u.id = h.unit
                        group by w.account, w.day
                        """)
                .param("accounts", wanted.stream().map(Held::account).toArray(UUID[]::new))
                .param(
                        "days",
                        wanted.stream().map(held -> held.day().toString()).toArray(String[]::new))
                .query(row -> {
                    var titles = (String[]) row.getArray("titles").getArray();
                    var gave = (String[]) row.getArray("roles").getArray();
                    var units = (String[]) row.getArray("units").getArray();
                    var english = (String[]) row.getArray("units_en").getArray();
                    List<Post> held = new ArrayList<>();
                    for (int i = 0; i < titles.length; i++) {
                        held.add(new Post(
                                titles[i], titleEn(titles[i], gave[i]), units[i], english(english[i], units[i])));
                    }
                    posts.put(
                            new Held(row.getObject("account", UUID.class), row.getObject("day", LocalDate.class)),
                            held);
                });
        return posts;
    }

    private String titleEn(String title, String role) {
        return title.equals(roles.name(new Role(role), VIETNAMESE)) ? roles.name(new Role(role), Locale.ENGLISH) : "";
    }

    private static String english(@Nullable String english, String vietnamese) {
        return english == null ? vietnamese : english;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Screen.ZONE);
    }
}
