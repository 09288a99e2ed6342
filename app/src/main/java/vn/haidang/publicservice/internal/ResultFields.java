package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.form.Answer;
import vn.haidang.form.FormDefinition;
import vn.haidang.form.Forms;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Service;

/**
 * What a result document says: every answer in the words of its form, in Vietnamese, under the name of its field; what was not
 * answered is a dash. Documents are in Vietnamese whatever language the applicant reads.
 */
@Component
class ResultFields {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final String NOTHING = "—";

    private final Forms forms;
    private final Units units;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    ResultFields(Forms forms, Units units, Accounts accounts, MessageSource messages, Clock clock) {
        this.forms = forms;
        this.units = units;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether a result says it whatever the form asks. */
    static boolean given(String field) {
        return field.matches("(issuer|case|service)\\..*")
                || Set.of("applicant.full-name", "declarant.full-name", "decision")
                        .contains(field);
    }

    Map<String, String> of(Application application, Service service, CaseSummary reached) {
        Map<String, String> fields = new HashMap<>();
        FormDefinition form = forms.version(application.form(), application.formVersion());
        form.fields().forEach(field -> {
            Answer answer = application.answers().get(field.name());
            String words = answer == null ? "" : words(field, answer.value());
            fields.put(field.name(), words.isBlank() ? NOTHING : words);
        });
        LocalDate today = LocalDate.now(clock);
        fields.put("issuer.name", units.get(reached.competentUnit()).name());
        fields.put("issuer.place", place(units.city(today)));
        fields.put("case.code", application.dossierCode());
        fields.put("case.filed-on", DAY.format(LocalDate.ofInstant(application.submittedAt(), clock.getZone())));
        fields.put("applicant.full-name", application.applicantName());
        fields.put("service.name", service.name());
        fields.put("service.result", service.result().in(false));
        fields.put("decision", say("publicservice.document.decision"));
        fields.putIfAbsent("declarant.full-name", application.applicantName());
        return fields;
    }

    /** In the capitals of a signature: the title of the post in which somebody decides at the unit, as the unit's data has it. */
    String signerTitle(Reader by, UnitId unit) {
        var account = by.account();
        return (account == null ? Optional.<String>empty() : accounts.title(account, unit, Role.UNIT_HEAD))
                .orElseGet(() -> say("publicservice.document.signer"))
                .toUpperCase(VIETNAMESE);
    }

    private String words(FormDefinition.Field field, String value) {
        return switch (field.kind()) {
            case DATE -> date(value);
            case CHOICE, SELECT -> choice(field, value);
            case MULTIPLE ->
                Stream.of(value.split(" ")).map(each -> choice(field, each)).collect(Collectors.joining(", "));
            case UNIT -> unit(value);
            case ADDRESS -> {
                String[] parts = value.split("\\|", 2);
                yield parts.length < 2 ? value : parts[1] + ", " + unit(parts[0]);
            }
            case YES_NO -> value.isBlank() ? "" : say("publicservice.document." + value);
            case NUMBER, MONEY, COMPUTED, GROUP -> value.replace('.', ',');
            case FILE, DECLARATION -> "";
            case TEXT, LONG_TEXT, PERSONAL_NUMBER, PHONE, EMAIL -> value;
        };
    }

    private static String choice(FormDefinition.Field field, String value) {
        return field.choice(value).map(choice -> choice.label().vi()).orElse(value);
    }

    private String unit(String value) {
        if (value.isBlank()) {
            return "";
        }
        UnitId id = new UnitId(UUID.fromString(value));
        return units.find(id).map(Unit::name).orElse(value);
    }

    private static String date(String value) {
        try {
            return DAY.format(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private String place(Unit city) {
        String name = city.name();
        String prefix = messages.getMessage("publicservice.document.city", new Object[] {""}, VIETNAMESE);
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private String say(String key) {
        return messages.getMessage(key, null, VIETNAMESE);
    }
}
