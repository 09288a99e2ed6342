package vn.haidang.registry.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.registry.KnownValue;

/**
 * The attributes a form may name, answered from the records of the reader and the reader's spouse. A spouse's phone, e-mail and
 * address are theirs alone and are not offered.
 */
final class Attributes {

    private final Map<String, KnownValue> values = new HashMap<>();

    static Map<String, KnownValue> of(List<PersonRecord> selfAndSpouse) {
        Attributes attributes = new Attributes();
        for (PersonRecord record : selfAndSpouse) {
            if (record.isSelf()) {
                attributes.person("person", record);
                attributes.contact(record);
            } else {
                attributes.person("spouse", record);
            }
            attributes.person(record.sex().equals("female") ? "wife" : "husband", record);
        }
        return attributes.values;
    }

    private void person(String whose, PersonRecord record) {
        put(whose + ".full-name", record.fullName(), record.source(), record.asOf());
        put(whose + ".birth-date", record.birthDate().toString(), record.source(), record.asOf());
        put(whose + ".sex", record.sex(), record.source(), record.asOf());
        put(whose + ".personal-number", record.personalNumber(), record.source(), record.asOf());
    }

    private void contact(PersonRecord record) {
        put("person.phone", record.phone(), record.source(), record.asOf());
        put("person.email", record.email(), record.source(), record.asOf());
        if (record.addressUnit() != null && record.addressSource() != null && record.addressAsOf() != null) {
            put("person.residence", record.addressUnit().toString(), record.addressSource(), record.addressAsOf());
            put("person.street", record.street(), record.addressSource(), record.addressAsOf());
        }
    }

    private void put(String attribute, @Nullable String value, String source, LocalDate asOf) {
        if (value != null && !value.isBlank()) {
            values.put(attribute, new KnownValue(attribute, value, source, asOf));
        }
    }
}
