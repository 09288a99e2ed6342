package vn.haidang.bench.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.haidang.bench.kill.Ask.Fate;
import vn.haidang.bench.kill.Ask.Kind;

/** Holds what the clients were told against tables, files and journal. Names every difference; none is forgiven. */
final class Reconciliation {

    private static final String OPENED = """
            select c.declared ->> 'mark', c.id::text
            from casework.case_file c
            where c.declared ->> 'mark' = any (?)
            """;

    /** For each case its finished items, what happened to it, and how much of that the journal tells. */
    private static final String WORKED = """
            select c.id::text,
              (select count(*) from casework.work_item w where w.case_file = c.id and w.state = 'DONE') || ' '
                || (select count(*) from casework.event e where e.case_file = c.id) || ' '
                || (select count(*)
                    from journal.entry e
                    where e.subject_ids @> array[c.id] and e.kind = 'act' and e.verb like 'casework/%'
                      and (exists (select from journal.leaf l where l.entry = e.id)
                        or exists (select from journal.unsealed u where u.entry = e.id)))
            from casework.case_file c
            where c.id = any (?::uuid[])
            """;

    private static final String DONE = """
            select w.id::text, w.state
            from casework.work_item w
            where w.id = any (?::uuid[])
            """;

    private static final String STORED = """
            select f.name, f.sha256
            from files.stored_file f
            where f.name = any (?)
            """;

    private static final String HANDED_IN = """
            select a.draft::text, concat_ws(' ', a.id, a.submission_key,
              (select count(*) from casework.case_file c where c.id = a.case_id),
              (select count(*) from journal.entry e where e.subject_ids @> array[a.id] and e.kind = 'act'))
            from publicservice.application a
            where a.draft = any (?::uuid[])
            """;

    private static final String HANDED_IN_FILES = """
            select f.name, f.sha256
            from publicservice.application_file f
            join publicservice.application a on a.id = f.application
            where a.draft = any (?::uuid[])
            """;

    /** Series of numbers with a gap, or whose counter says another number. */
    private static final String GAPS = """
            select s.issuer::text, concat_ws(' ', s.kind, s.year, s.last, count(i.number))
            from document.number_series s
            left join document.issued i on i.issuer = s.issuer and i.kind = s.kind and i.year = s.year
            where ? is not null
            group by s.issuer, s.kind, s.year, s.last
            having count(i.number) <> s.last or coalesce(max(i.number), 0) <> s.last
            """;

    private final List<Ask> all;
    private final Connection connection;
    private final Path home;
    private final List<String> differences = new ArrayList<>();

    private Reconciliation(List<Ask> all, Connection connection, Path home) {
        this.all = all;
        this.connection = connection;
        this.home = home;
    }

    /**
     * What differs, in words; empty when everything is as the clients were told.
     *
     * @param from the first request that is looked at; those before it are known where the later ones belong to them
     */
    static List<String> of(List<Ask> all, int from, Connection connection, Path home) throws SQLException, IOException {
        var reconciliation = new Reconciliation(all, connection, home);
        var asks = all.subList(from, all.size());
        reconciliation.opened(asks);
        reconciliation.completed(asks);
        reconciliation.uploaded(asks);
        reconciliation.handedIn(asks);
        reconciliation
                .rows(GAPS, List.of(""))
                .forEach((issuer, series) ->
                        reconciliation.differences.add("the numbers of " + issuer + " have a gap: " + series));
        return reconciliation.differences;
    }

    private void opened(List<Ask> asks) throws SQLException {
        var opened = of(asks, Kind.OPEN);
        var found = rows(OPENED, opened.stream().map(ask -> ask.mark).toList());
        for (Ask ask : opened) {
            List<String> cases = found.getOrDefault(ask.mark, List.of());
            switch (ask.fate) {
                case ACKNOWLEDGED -> same(ask, List.of(String.valueOf(ask.told)), cases);
                case REFUSED -> same(ask, List.of(), cases);
                case UNKNOWN -> atMost(ask, 1, cases.size());
            }
        }
    }

    private void completed(List<Ask> asks) throws SQLException {
        var completed = of(asks, Kind.COMPLETE);
        var states = rows(DONE, completed.stream().map(ask -> ask.mark).toList());
        for (Ask ask : completed) {
            if (ask.fate == Fate.ACKNOWLEDGED) {
                same(ask, List.of("DONE"), states.getOrDefault(ask.mark, List.of()));
            }
        }
        var cases = completed.stream().map(ask -> ask.about).collect(Collectors.toSet());
        var byCase = of(all, Kind.COMPLETE).stream()
                .filter(ask -> cases.contains(ask.about))
                .collect(Collectors.groupingBy(ask -> ask.about));
        var worked = rows(WORKED, List.copyOf(byCase.keySet()));
        byCase.forEach((caseId, steps) -> {
            if (steps.stream().allMatch(ask -> ask.fate == Fate.ACKNOWLEDGED)) {
                String[] counts =
                        worked.getOrDefault(caseId, List.of("0 0 0")).getFirst().split(" ", -1);
                if (Integer.parseInt(counts[0]) != steps.size() || !counts[1].equals(counts[2])) {
                    differences.add("case %s: %d steps were acknowledged; done items, events, journal entries: %s"
                            .formatted(caseId, steps.size(), String.join(" ", counts)));
                }
            }
        });
    }

    private void uploaded(List<Ask> asks) throws SQLException, IOException {
        var uploads = of(asks, Kind.UPLOAD);
        var stored = rows(STORED, uploads.stream().map(ask -> ask.mark).toList());
        for (Ask ask : uploads) {
            List<String> hashes = stored.getOrDefault(ask.mark, List.of());
            switch (ask.fate) {
                case ACKNOWLEDGED -> same(ask, List.of(ask.sha256), hashes);
                case REFUSED -> same(ask, List.of(), hashes);
                case UNKNOWN -> atMost(ask, ask.sent, hashes.size());
            }
            for (String hash : hashes) {
                if (!hash.equals(ask.sha256) || !hash.equals(hashOnDisk(hash))) {
                    differences.add("the bytes differ: %s, table %s, disk %s".formatted(ask, hash, hashOnDisk(hash)));
                }
            }
        }
    }

    private void handedIn(List<Ask> asks) throws SQLException {
        var submissions = of(asks, Kind.SUBMIT);
        var drafts = submissions.stream().map(ask -> ask.mark).toList();
        var applications = rows(HANDED_IN, drafts);
        var files = rows(HANDED_IN_FILES, drafts);
        for (Ask ask : submissions) {
            List<String> rows = applications.getOrDefault(ask.mark, List.of());
            if (ask.fate != Fate.ACKNOWLEDGED) {
                atMost(ask, ask.fate == Fate.REFUSED ? 0 : 1, rows.size());
            } else if (rows.size() != 1
                    || !rows.getFirst().startsWith(ask.told + " " + ask.key + " 1 ")
                    || rows.getFirst().endsWith(" 0")) {
                differences.add("%s: found %s".formatted(ask, rows));
            } else {
                of(all, Kind.UPLOAD).stream()
                        .filter(upload -> upload.about.equals(ask.mark) && upload.fate == Fate.ACKNOWLEDGED)
                        .forEach(upload ->
                                same(upload, List.of(upload.sha256), files.getOrDefault(upload.mark, List.of())));
            }
        }
    }

    private String hashOnDisk(String hash) throws IOException {
        Path file = home.resolve("files")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchFileException missing) {
            return "missing";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void same(Ask ask, List<String> told, List<String> found) {
        if (!found.equals(told)) {
            differences.add("%s: told %s, found %s".formatted(ask, told, found));
        }
    }

    private void atMost(Ask ask, int most, int found) {
        if (found > most) {
            differences.add("%s: found %d times, at most %d".formatted(ask, found, most));
        }
    }

    private static List<Ask> of(List<Ask> asks, Kind kind) {
        return asks.stream().filter(ask -> ask.kind == kind).toList();
    }

    /** The second column by the first, of the rows that any of the values finds. */
    private Map<String, List<String>> rows(String query, List<String> values) throws SQLException {
        var found = new TreeMap<String, List<String>>();
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return found;
    }
}
