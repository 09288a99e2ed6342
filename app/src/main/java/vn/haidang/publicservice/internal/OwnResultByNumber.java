package vn.haidang.publicservice.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.once.PaperRows;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.Parties;

/** A result in the reader's own store by its number: a permit, a certificate. None that its issuer has withdrawn, and nobody else's. */
@Component
class OwnResultByNumber implements LookupSource {

    private static final int LONGEST = 60;

    private final Parties parties;
    private final PaperRows papers;

    OwnResultByNumber(Parties parties, PaperRows papers) {
        this.parties = parties;
        this.papers = papers;
    }

    @Override
    public String code() {
        return "result";
    }

    @Override
    public String messages() {
        return "publicservice.by-key.result";
    }

    @Override
    public String register() {
        return "own-results";
    }

    @Override
    public Map<String, Set<Kind>> gives() {
        return Map.of("issued-on", EnumSet.of(Kind.DATE), "service", EnumSet.of(Kind.TEXT, Kind.LONG_TEXT));
    }

    @Override
    public boolean shaped(String key) {
        String plain = normal(key);
        return plain.length() <= LONGEST && plain.chars().anyMatch(Character::isDigit);
    }

    @Override
    public Optional<LookedUp> find(String key, Reader reader) {
        String number = normal(key);
        List<KeptResult> named = parties.results(reader).stream()
                .filter(result -> normal(result.number()).equals(number))
                .toList();
        return papers.held(named).stream().findFirst().map(OwnResultByNumber::lookedUp);
    }

    private static LookedUp lookedUp(PaperRows.Held held) {
        KeptResult result = held.result();
        var name = held.name();
        Text what = name == null
                ? new Text(result.number(), result.number())
                : new Text(name.vi() + ", " + result.number(), name.en() + ", " + result.number());
        String day = result.issuedOn().toString();
        return new LookedUp(
                what,
                result.source(),
                result.issuedOn(),
                name == null ? Map.of("issued-on", day) : Map.of("issued-on", day, "service", name.vi()),
                List.of(new Subject("registry/result", result.id())));
    }

    private static String normal(String key) {
        return key.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
