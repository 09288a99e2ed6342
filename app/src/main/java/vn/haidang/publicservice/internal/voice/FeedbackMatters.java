package vn.haidang.publicservice.internal.voice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.CatalogueRows;

/** What feedback can be about: units that live and procedures of the catalogue. */
@Component
class FeedbackMatters {

    private static final Locale OFFICIALS = Locale.of("vi", "VN");

    private final Units units;
    private final CatalogueRows catalogue;
    private final MessageSource messages;

    FeedbackMatters(Units units, CatalogueRows catalogue, MessageSource messages) {
        this.units = units;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    UnitId unit(@Nullable UnitId typed, LocalDate today) {
        return Optional.ofNullable(typed)
                .flatMap(units::find)
                .filter(unit -> unit.livesOn(today))
                .map(Unit::id)
                .orElseThrow(PublicServiceProblems::feedbackNoUnit);
    }

    String service(String typed, LocalDate today) {
        return catalogue.current(typed, today).map(Service::code).orElseThrow(PublicServiceProblems::noSuchService);
    }

    /** In the language of the officials, for their inbox. */
    String name(Feedback.Kind kind) {
        String key = "publicservice.feedback.kind." + kind.code();
        return Objects.requireNonNullElse(messages.getMessage(key, null, kind.code(), OFFICIALS), kind.code());
    }
}
