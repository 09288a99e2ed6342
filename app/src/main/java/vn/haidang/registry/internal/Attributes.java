package vn.haidang.registry.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.registry.KnownValue;

/**
 * The attributes a form may name, answered from the records of the reader and the reader's spouse. A spouse's phone, e-mail and
 * address are theirs alone and are not offered.
 */
final class Attributes {

    private static final List<String> OF_A_PERSON = List.of("full-name", "birth-date", "sex", "personal-number");

    /** The names of all there is. */
    static final List<String> NAMES = Stream.concat(
                    Stream.of("person", "spouse", "wife", "husband")
                            .flatMap(whose -> OF_A_PERSON.stream().map(name -> whose + "." + name)),
                    Stream.of(
                            "person.phone",
                            "person.email",
                            "person.residence",
                            "person.street",
                            "business.name",
                            "business.registration-number",
                            "business.residence",
                            "business.street"))
            .sorted()
            .toList();

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

    /** A child's record, with the phone and e-mail of whoever acts for it. */
    static Map<String, KnownValue> ofChild(List<PersonRecord> selfAndChild) {
        Attributes attributes = new Attributes();
        for (PersonRecord record : selfAndChild) {
            if (record.isSelf()) {
                attributes.reach(record);
            } else {
                attributes.person("person", record);
                attributes.residence(record);
            }
        }
        return attributes.values;
    }

    /** The record of whoever stands at the desk, and nothing of the officer. */
    static Map<String, KnownValue> ofPresent(List<PersonRecord> officerAndPresent) {
        Attributes attributes = new Attributes();
        for (PersonRecord record : officerAndPresent) {
            if (!record.isSelf()) {
                attributes.person("person", record);
                attributes.contact(record);
                attributes.person(record.sex().equals("female") ? "wife" : "husband", record);
            }
        }
        return attributes.values;
    }

    /** The name of whoever gave the authorisation and nothing else of them. */
    static Map<String, KnownValue> ofPrincipal(List<PersonRecord> selfAndPrincipal) {
        Attributes attributes = new Attributes();
        for (PersonRecord record : selfAndPrincipal) {
            if (record.isSelf()) {
                attributes.reach(record);
            } else {
                attributes.put("person.full-name", record.fullName(), record.source(), record.asOf());
            }
        }
        return attributes.values;
    }

    /** What the business register publishes, and the record of whoever acts for the business. */
    static Map<String, KnownValue> ofBusiness(List<PersonRecord> self, Optional<BusinessRecord> published) {
        Attributes attributes = new Attributes();
        for (PersonRecord record : self) {
            attributes.person("person", record);
            attributes.contact(record);
        }
        published.ifPresent(business -> {
            attributes.put("business.name", business.name(), business.source(), business.asOf());
            attributes.put(
                    "business.registration-number", business.registrationNumber(), business.source(), business.asOf());
            attributes.put("business.street", business.street(), business.source(), business.asOf());
            if (business.unit() != null) {
                attributes.put("business.residence", business.unit().toString(), business.source(), business.asOf());
            }
        });
        return attributes.values;
    }

    private void person(String whose, PersonRecord record) {
        put(whose + ".full-name", record.fullName(), record.source(), record.asOf());
        put(whose + ".birth-date", record.birthDate().toString(), record.source(), record.asOf());
        put(whose + ".sex", record.sex(), record.source(), record.asOf());
        put(whose + ".personal-number", record.personalNumber(), record.source(), record.asOf());
    }

    private void contact(PersonRecord record) {
        reach(record);
        residence(record);
    }

    private void reach(PersonRecord record) {
        put("person.phone", record.phone(), record.source(), record.asOf());
        put("person.email", record.email(), record.source(), record.asOf());
    }

    private void residence(PersonRecord record) {
        if (record.addressUnit() != null && record.addressSource() != null && record.addressAsOf() != null) {
            put("person.residence", record.addressUnit().toString(), record.addressSource(), record.addressAsOf());
            put("person.street", record.street(), record.addressSource(), record.addressAsOf());
        }
    }

    private void put(String attribute, @Nullable String value, String source, LocalDate asOf) {
        if (!NAMES.contains(attribute)) {
            throw new IllegalArgumentException("no name of an attribute: " + attribute);
        }
        if (value != null && !value.isBlank()) {
            values.put(attribute, new KnownValue(attribute, value, source, asOf));
        }
    }
}
