package vn.haidang.publicservice.internal;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseClock;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.document.Documents;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Service;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.LegalDuration;

/** What the forms say, in Vietnamese; what the records do not know is a dash, or where the reader would miss it said in words. No answer goes in that a form does not ask for. */
@Component
class PaperFields {

    private static final List<String> PHONES = List.of("requester.phone", "declarant.phone", "applicant.phone");
    private static final List<String> STREETS = List.of("requester.street", "declarant.street", "applicant.street");
    private static final List<String> PLACES =
            List.of("requester.residence", "declarant.residence", "applicant.residence");

    /** Between the new day and the reason, as an apology tells them. */
    private static final String APART = " \u2013 ";

    private final CatalogueRows catalogue;
    private final ResultFields results;
    private final Units units;
    private final PaperWords words;
    private final Cases cases;
    private final SupplementRequests requests;

    PaperFields(
            CatalogueRows catalogue,
            ResultFields results,
            Units units,
            PaperWords words,
            Cases cases,
            SupplementRequests requests) {
        this.catalogue = catalogue;
        this.results = results;
        this.units = units;
        this.words = words;
        this.cases = cases;
        this.requests = requests;
    }

    String signerTitle(Paper paper) {
        String key = switch (paper) {
            case RECEIPT, SUPPLEMENT_REQUEST, REFUSAL -> "publicservice.paper.receiver";
            case APOLOGY, STOP_NOTICE -> "publicservice.document.signer";
        };
        return words.say(key).toUpperCase(PaperWords.VIETNAMESE);
    }

    Map<String, String> of(
            Paper paper,
            Application application,
            CaseSummary reached,
            UnitId issuer,
            PaperRows.Cause cause,
            int round,
            String official) {
        Service service = catalogue
                .version(application.serviceCode(), application.serviceVersion())
                .orElseThrow();
        Map<String, String> known = results.of(application, service, reached);
        Map<String, String> fields = new HashMap<>();
        String office = units.get(issuer).name();
        fields.put("issuer.name", office);
        fields.put("issuer.place", known.getOrDefault("issuer.place", PaperWords.NOTHING));
        fields.put("applicant.full-name", application.applicantName());
        fields.put("applicant.phone", PaperWords.orNothing(first(known, PHONES)));
        fields.put("applicant.address", address(known));
        fields.put("service.name", service.name());
        fields.put("case.code", application.dossierCode());
        fields.put("case.filed-at", PaperWords.moment(application.submittedAt()));
        fields.put("case.received-at", PaperWords.moment(reached.receivedAt()));
        switch (paper) {
            case RECEIPT -> receipt(fields, application, service, reached, official);
            case SUPPLEMENT_REQUEST -> {
                supplement(fields, application, reached, cause);
                fields.put("supplement.place", words.say("publicservice.paper.supplement-place", office));
            }
            case REFUSAL -> {
                fields.put("refusal.reason", told(cause));
                fields.put("refusal.basis", words.say("publicservice.paper.no-refusal-basis"));
                fields.put("refusal.advice", words.say("publicservice.paper.advice", office));
            }
            case APOLOGY -> {
                String[] told = told(cause).split(APART, 2);
                Instant moved = reached.dueAt();
                fields.put(
                        "case.due-at",
                        PaperWords.due(moved == null ? application.promise().due() : moved));
                fields.put("delay.new-due-at", told.length < 2 ? PaperWords.NOTHING : told[0]);
                fields.put("delay.reason", told[told.length - 1]);
                fields.put("delay.unit", office);
                fields.put("delay.times", round == 1 ? words.say("publicservice.paper.once") : Integer.toString(round));
            }
            case STOP_NOTICE -> {
                fields.put("stop.from", PaperWords.moment(cause.at()));
                fields.put("stop.reason", stopped(reached, cause));
                fields.put("stop.basis", basis(reached, cause));
                fields.put("stop.returned", words.say("publicservice.paper.no-stop-returned"));
            }
        }
        return fields;
    }

    /** On what basis more is asked for, and until when, where an authority has set what silence leads to. */
    private void supplement(
            Map<String, String> fields, Application application, CaseSummary reached, PaperRows.Cause cause) {
        CaseClock clock = cases.clock(reached.id(), LocalDate.ofInstant(cause.at(), Screen.ZONE));
        CaseClock.Silence silence = clock.silence();
        String basis = clock.stops().stream()
                .filter(stop -> !stop.from().isAfter(cause.at()))
                .reduce((earlier, later) -> later)
                .map(CaseClock.Stop::legalBasis)
                .orElse(null);
        fields.putAll(Documents.lines("papers", wanted(application, reached, cause, PaperWords.orNothing(basis))));
        fields.put("supplement.until", silence == null ? PaperWords.NOTHING : PaperWords.due(silence.endsAt()));
    }

    /** What whoever asked wrote, and each paper they named; of a request of which only words are kept, those. */
    private List<Map<String, String>> wanted(
            Application application, CaseSummary reached, PaperRows.Cause cause, String basis) {
        SupplementRequests.Request request =
                requests.at(reached.id(), cause.at()).orElse(SupplementRequests.NOTHING);
        List<Map<String, String>> lines = new ArrayList<>();
        String said = request.papers().isEmpty() ? told(cause) : request.words();
        if (!said.isBlank()) {
            String dossier = words.say("publicservice.paper.dossier", application.dossierCode());
            lines.add(Map.of("paper.name", dossier, "paper.wanted", said, "paper.reason", basis));
        }
        request.papers()
                .forEach(paper -> lines.add(Map.of(
                        "paper.name", paper.name(),
                        "paper.wanted", words.say("publicservice.paper.to-supply"),
                        "paper.reason", basis)));
        return lines;
    }

    private void receipt(
            Map<String, String> fields,
            Application application,
            Service service,
            CaseSummary reached,
            String official) {
        fields.putAll(Documents.lines("papers", papers(application)));
        Instant due = application.promise().due();
        fields.put("authority.name", units.get(reached.competentUnit()).name());
        fields.put("case.time-limit", time(service.duration(reached.channel())));
        fields.put("case.due-at", PaperWords.due(due));
        fields.put("case.fee", fee(service, reached.channel()));
        fields.put("result.place", words.say("publicservice.paper.result-place"));
        fields.put("receiver.full-name", official.isBlank() ? PaperWords.NOTHING : official);
    }

    /** What was handed in first, each under the name by which it was asked for; the filled form itself leads. */
    private List<Map<String, String>> papers(Application application) {
        Map<String, String> labels = results.labels(application);
        Map<String, Long> counted = new LinkedHashMap<>();
        counted.put(words.say("publicservice.paper.declaration"), 1L);
        application.files().stream()
                .filter(file -> file.round() == 0)
                .forEach(file -> counted.merge(labels.getOrDefault(file.field(), file.name()), 1L, Long::sum));
        return counted.entrySet().stream()
                .map(each -> Map.of(
                        "paper.name", each.getKey(),
                        "paper.form", words.say("publicservice.paper.electronic"),
                        "paper.count", Long.toString(each.getValue())))
                .toList();
    }

    /** What an authority has set for silence where that ended it; no other basis is established. */
    private String basis(CaseSummary reached, PaperRows.Cause cause) {
        LocalDate before = LocalDate.ofInstant(cause.at(), Screen.ZONE).minusDays(1);
        CaseClock.Silence silence = requests.endedSilent(reached.id())
                ? cases.clock(reached.id(), before).silence()
                : null;
        return silence == null
                ? words.say("publicservice.paper.no-stop-basis")
                : silence.notice() + " (" + silence.source() + ")";
    }

    private String stopped(CaseSummary reached, PaperRows.Cause cause) {
        return "withdrawn".equals(reached.outcome()) && cause.reason().isBlank()
                ? words.say("publicservice.paper.withdrawn")
                : told(cause);
    }

    private String fee(Service service, Channel channel) {
        Long fee = service.fee(channel);
        if (fee != null) {
            return words.say(
                    "publicservice.paper.money",
                    NumberFormat.getIntegerInstance(PaperWords.VIETNAMESE).format(fee));
        }
        String note = service.feeNote().in(false);
        return note.isBlank() ? PaperWords.NOTHING : note;
    }

    private String time(@Nullable LegalDuration duration) {
        return switch (duration) {
            case null -> PaperWords.NOTHING;
            case LegalDuration.SameDay(var cutoff) -> words.say("publicservice.time.same-day", cutoff.toString());
            case LegalDuration.WorkingDays(int days) -> words.say("publicservice.time.working-days", days);
            case LegalDuration.CalendarDays(int days) -> words.say("publicservice.time.days", days);
            case LegalDuration.Months(int months) -> words.say("publicservice.time.months", months);
            case LegalDuration.WorkingHours(Duration time) -> words.say("publicservice.time.hours", time.toHours());
        };
    }

    private static String told(PaperRows.Cause cause) {
        return cause.reason().isBlank() ? PaperWords.NOTHING : cause.reason();
    }

    private static String first(Map<String, String> known, List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(known.get(name)))
                .filter(value -> !value.isBlank() && !Objects.equals(value, PaperWords.NOTHING))
                .findFirst()
                .orElse("");
    }

    private static String address(Map<String, String> known) {
        return PaperWords.orNothing(Stream.of(first(known, STREETS), first(known, PLACES))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
    }
}
