package vn.haidang.publicservice.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Subject;
import vn.haidang.registry.Businesses;
import vn.haidang.registry.PublicBusiness;

/** A business by its registration number, as far as the registry tells this reader of it. */
@Component
class BusinessByNumber implements LookupSource {

    /** Ten signs, with -001 and so on for a dependent unit; or a person's twelve digits. Older certificates have letters. */
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{10}(-?[0-9]{3})?|[0-9]{12}");

    private static final Set<Kind> WORDS = EnumSet.of(Kind.TEXT, Kind.LONG_TEXT);

    private final Businesses businesses;

    BusinessByNumber(Businesses businesses) {
        this.businesses = businesses;
    }

    @Override
    public String code() {
        return "business";
    }

    @Override
    public String messages() {
        return "publicservice.by-key.business";
    }

    @Override
    public String register() {
        return "business-register";
    }

    @Override
    public Map<String, Set<Kind>> gives() {
        return Map.of(
                "name", WORDS,
                "unit", EnumSet.of(Kind.UNIT),
                "street", WORDS,
                "address", EnumSet.of(Kind.ADDRESS),
                "representative", WORDS);
    }

    @Override
    public boolean shaped(String key) {
        return NUMBER.matcher(normal(key)).matches();
    }

    @Override
    public Optional<LookedUp> find(String key, Reader reader) {
        return businesses.told(normal(key), reader).map(BusinessByNumber::lookedUp);
    }

    private static LookedUp lookedUp(PublicBusiness business) {
        Map<String, String> values = new HashMap<>();
        values.put("name", business.name());
        if (business.unit() != null) {
            values.put("unit", business.unit().toString());
        }
        if (business.street() != null) {
            values.put("street", business.street());
        }
        if (business.unit() != null && business.street() != null) {
            values.put("address", business.unit() + "|" + business.street());
        }
        if (business.representatives() != null) {
            values.put("representative", business.representatives());
        }
        List<Subject> read = new ArrayList<>();
        read.add(new Subject("registry/business", business.id().value()));
        business.people().forEach(person -> read.add(new Subject("registry/person", person.value())));
        return new LookedUp(
                new Text(business.name(), business.name()), business.source(), business.asOf(), values, read);
    }

    /** As the register writes it, however it was typed. */
    private static String normal(String key) {
        String plain = key.replaceAll("[\\s.]", "").toUpperCase(Locale.ROOT);
        return plain.matches("[0-9]{13}") ? plain.substring(0, 10) + "-" + plain.substring(10) : plain;
    }
}
