package vn.haidang.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormDefinition;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;

/** What residents answer to questions about what is not known of them. */
@Component
class DemoAnswers {

    private static final String CAPITAL = "30000000";

    private final DemoServices services;
    private final DemoWords words;
    private final Units units;

    DemoAnswers(DemoServices services, DemoWords words, Units units) {
        this.services = services;
        this.words = words;
        this.units = units;
    }

    String to(FormDefinition.Field field, DemoStory story) {
        int number = story.code().hashCode() & Integer.MAX_VALUE;
        return switch (field.kind()) {
            case TEXT -> field.lookup() == null ? text(field.name(), number) : "07%08d".formatted(number % 100_000_000);
            case LONG_TEXT ->
                words.sayOne(
                        "say.request", 3, number, services.get(story.service()).shortName());
            case DATE -> date(field, DemoCalendar.day(story.filedAt())).toString();
            case CHOICE, SELECT, MULTIPLE -> field.choices().getFirst().value();
            case NUMBER -> number(field, DemoCalendar.day(story.filedAt()));
            case MONEY -> CAPITAL;
            case YES_NO -> "no";
            case ADDRESS -> commune(story).value() + "|" + words.say("street", number % 17 + 1);
            case PERSONAL_NUMBER ->
                "82018%07d".formatted(Math.floorMod(number + field.name().hashCode(), 10_000_000));
            case PHONE -> "0912345678";
            case EMAIL -> "";
            case UNIT -> commune(story).value().toString();
            case DECLARATION -> "yes";
            case FILE, COMPUTED, GROUP -> "";
        };
    }

    /** Whether what is known may stay: a commune may not have lived on the day yet. */
    boolean stands(FormDefinition.Field field, String known, DemoStory story) {
        return !known.isEmpty()
                && (field.kind() != FormDefinition.Kind.UNIT
                        || units.find(new UnitId(UUID.fromString(known)))
                                .filter(unit -> unit.tier() == Tier.COMMUNE)
                                .filter(unit -> unit.livesOn(DemoCalendar.day(story.filedAt())))
                                .isPresent());
    }

    private static LocalDate date(FormDefinition.Field field, LocalDate filed) {
        if (field.rules().notPast()) {
            return filed.plusDays(field.rules().after() == null ? 30 : 60);
        }
        if (field.rules().after() != null) {
            return filed.minusDays(10_000);
        }
        return switch (field.name().substring(0, Math.max(0, field.name().indexOf('.')))) {
            case "child" -> filed.minusDays(9);
            case "recognised" -> filed.minusDays(400);
            case "death" -> filed.minusDays(2);
            case "start", "change", "closing" -> filed.plusDays(7);
            default -> filed.minusDays(11_000);
        };
    }

    /** Years agree with the days of {@link #date}: of somebody born then, registered then, of parents born before. */
    private static String number(FormDefinition.Field field, LocalDate filed) {
        if (field.name().endsWith("birth-year")) {
            return String.valueOf(filed.minusDays(20_000).getYear());
        }
        if (field.name().endsWith(".year")) {
            return String.valueOf(filed.minusDays(11_000).getYear());
        }
        BigDecimal least = field.rules().least();
        return least == null ? "1" : least.toPlainString();
    }

    /** A commune that lived on the day: the one that receives, one of the district, or, where a department receives, any of the city. */
    private UnitId commune(DemoStory story) {
        LocalDate filed = DemoCalendar.day(story.filedAt());
        Unit receiving = units.get(UnitId.ofKey(story.unitKey()));
        return Stream.of(List.of(receiving), units.children(receiving.id(), filed), units.ofTier(Tier.COMMUNE, filed))
                .flatMap(List::stream)
                .filter(unit -> unit.tier() == Tier.COMMUNE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String text(String field, int number) {
        if (field.endsWith("name")) {
            return DemoNames.resident(2_000 + number % 500);
        }
        if (field.endsWith("facility")) {
            return words.say("say.facility");
        }
        return field.endsWith("street") ? words.say("street", number % 17 + 1) : words.say("say.place");
    }
}
