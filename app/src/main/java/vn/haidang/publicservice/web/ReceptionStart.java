package vn.haidang.publicservice.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Reception;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.HandingOver;
import vn.haidang.publicservice.internal.Receptions;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;

/** Begins the reception of whoever stands at the desk, and shows the desk. */
@Component
public class ReceptionStart {

    private final Receptions receptions;
    private final Receptions.Desks desks;
    private final HandingOver handingOver;
    private final Catalogue catalogue;
    private final DeskPeople people;
    private final Units units;

    ReceptionStart(
            Receptions receptions,
            Receptions.Desks desks,
            HandingOver handingOver,
            Catalogue catalogue,
            DeskPeople people,
            Units units) {
        this.receptions = receptions;
        this.desks = desks;
        this.handingOver = handingOver;
        this.catalogue = catalogue;
        this.people = people;
        this.units = units;
    }

    /** What came of it. */
    sealed interface Begun {

        record Reception(UUID id) implements Begun {}

        record Refused(ReceptionForm form, List<FieldError> errors) implements Begun {}
    }

    /** Whoever is not known is recorded in a second turn. */
    @Transactional
    public Begun begin(ReceptionForm form, UUID key, Reader officer) {
        List<FieldError> errors = form.errors(codes());
        if (!errors.isEmpty()) {
            return new Begun.Refused(form, errors);
        }
        return switch (people.find(form, officer)) {
            case DeskPeople.Found.Unknown(ReceptionForm again, List<FieldError> unknown) ->
                new Begun.Refused(again, unknown);
            case DeskPeople.Found.People(Reception.Represented represented) ->
                new Begun.Reception(begin(form, represented, key, officer));
        };
    }

    private UUID begin(ReceptionForm form, Reception.Represented represented, UUID key, Reader officer) {
        UnitId help = Ids.receiver(form.help());
        return receptions.begin(
                new Receptions.Start(
                        form.way(),
                        represented,
                        form.identified(),
                        form.service(),
                        help,
                        form.receiving().isEmpty() ? help : Ids.receiver(form.receiving()),
                        form.arrivedAtOrNull(),
                        form.parcelOrNull(),
                        form.ticketOrNull(),
                        form.resultBy(),
                        form.addressOrNone().orElse(null),
                        key),
                officer);
    }

    ReceptionStartPage page(ReceptionForm form, List<FieldError> errors, Reader officer) {
        Collator order = Collator.getInstance(Locale.of("vi", "VN"));
        List<Option> mine = options(
                desks.of(officer).stream()
                        .flatMap(id -> units.find(id).stream())
                        .toList(),
                order);
        List<Unit> everywhere = new ArrayList<>(units.ofTier(Tier.COMMUNE, receptions.today()));
        everywhere.add(units.city(receptions.today()));
        Map<String, Service> services = services();
        return new ReceptionStartPage(
                form,
                services.values().stream()
                        .map(service -> Option.of(service.code(), service.title(english())))
                        .sorted(Comparator.comparing(Option::label, order))
                        .toList(),
                mine,
                options(everywhere, order),
                today(services, officer),
                errors);
    }

    /** The receipt of what was handed in; whoever prints it leaves a trace. */
    ReceptionReceiptPage receipt(Reception reception, List<Paper> papers, Reader officer) {
        Application application =
                handingOver.application(reception).orElseThrow(PublicServiceProblems::noSuchReception);
        handingOver.printed(reception, officer);
        return new ReceptionReceiptPage(
                reception,
                new ReceiptPage(
                        application,
                        catalogue.version(application.serviceCode(), application.serviceVersion()),
                        name(application.unit())),
                name(reception.help()),
                name(reception.receiving()),
                papers);
    }

    private String name(UnitId unit) {
        return units.find(unit).map(UnitWords::name).orElse("");
    }

    private List<ReceptionStartPage.Line> today(Map<String, Service> services, Reader officer) {
        List<Reception> shown = receptions.of(receptions.today(), officer);
        Map<UUID, String> codes = handingOver.codes(shown);
        return shown.stream()
                .map(each -> new ReceptionStartPage.Line(
                        each,
                        services.containsKey(each.serviceCode())
                                ? services.get(each.serviceCode()).title(english())
                                : each.serviceCode(),
                        each.competent() == null ? "" : name(each.competent()),
                        codes.getOrDefault(each.id(), "")))
                .toList();
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private Map<String, Service> services() {
        return catalogue.all().stream()
                .filter(Service::startsHere)
                .collect(Collectors.toMap(Service::code, service -> service, (one, other) -> one));
    }

    private Set<String> codes() {
        return services().keySet();
    }

    private static List<Option> options(List<Unit> of, Collator order) {
        return of.stream()
                .filter(Objects::nonNull)
                .map(UnitWords::option)
                .distinct()
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }
}
