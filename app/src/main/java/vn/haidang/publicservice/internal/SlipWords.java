package vn.haidang.publicservice.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Application;

/** Words of the forms that an official asks for. */
@Component
class SlipWords {

    private final CatalogueRows catalogue;
    private final Units units;
    private final ResultFields results;
    private final PaperWords words;
    private final Clock clock;

    SlipWords(CatalogueRows catalogue, Units units, ResultFields results, PaperWords words, Clock clock) {
        this.catalogue = catalogue;
        this.units = units;
        this.results = results;
        this.words = words;
        this.clock = clock;
    }

    Map<String, String> issuer(UnitId unit) {
        return Map.of(
                "issuer.name", units.get(unit).name(), "issuer.place", results.place(units.city(LocalDate.now(clock))));
    }

    String service(Application application) {
        return catalogue
                .version(application.serviceCode(), application.serviceVersion())
                .orElseThrow()
                .name();
    }

    /** In the capitals of a signature. */
    String title() {
        return words.say("publicservice.paper.keeper").toUpperCase(PaperWords.VIETNAMESE);
    }

    String applicant() {
        return words.say("publicservice.paper.applicant");
    }

    String program() {
        return words.say("publicservice.paper.program");
    }

    String channel(String channel) {
        return words.say("publicservice.paper.channel." + channel.toLowerCase(Locale.ROOT));
    }

    String outcome(@Nullable String outcome) {
        return outcome == null ? PaperWords.NOTHING : words.say("publicservice.paper.outcome." + outcome);
    }

    String inTime(@Nullable Instant tooLate, @Nullable Instant left) {
        return switch (ControlSlips.InTime.of(tooLate, left)) {
            case EARLY -> words.say("publicservice.paper.early");
            case ON_TIME -> words.say("publicservice.paper.on-time");
            case LATE -> words.say("publicservice.paper.late");
            case UNKNOWN -> PaperWords.NOTHING;
        };
    }
}
