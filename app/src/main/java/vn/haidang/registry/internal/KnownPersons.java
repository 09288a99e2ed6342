package vn.haidang.registry.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.registry.KnownValue;

/** Answers what a reader may know, and journals that it was read. */
@Component
public class KnownPersons {

    private final PersonRows rows;
    private final Journal journal;

    KnownPersons(PersonRows rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    public Map<String, KnownValue> known(Reader reader, String purpose) {
        AccountId account = reader.account();
        if (account == null) {
            return Map.of();
        }
        List<PersonRecord> records = rows.selfAndSpouse(account);
        if (records.isEmpty()) {
            return Map.of();
        }
        journal.read(
                reader.actor(),
                purpose,
                records.stream()
                        .map(record -> new Subject("registry/person", record.person()))
                        .toList());
        return Attributes.of(records);
    }
}
