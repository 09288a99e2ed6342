package vn.haidang.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.SupplementPapers;
import vn.haidang.organization.Tier;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.Service;
import vn.haidang.worktime.LegalDuration;

/** What people ask for, how often, and where. */
@Component
class DemoServices {

    /**
     * One service.
     *
     * @param weight how often beside the others
     * @param online whether it is handed in online, or only ever on paper
     * @param formerTier who had it before the two tiers
     */
    record Asked(String service, int weight, boolean online, Tier formerTier) {}

    /** What a department is asked for, on paper. */
    record AtDepartment(String unitKey, String service) {}

    static final List<Asked> ASKED = DemoAccounts.read("demo/service.csv").stream()
            .map(row -> new Asked(
                    row.get("service"),
                    Integer.parseInt(row.get("weight")),
                    row.get("online").equals("true"),
                    Tier.valueOf(row.get("former_tier"))))
            .toList();

    static final List<AtDepartment> AT_DEPARTMENTS = DemoAccounts.read("demo/department.csv").stream()
            .map(row -> new AtDepartment(row.get("unit"), row.get("service")))
            .toList();

    private final Catalogue catalogue;
    private final ObjectProvider<SupplementPapers> papers;
    private final Map<String, Service> known = new ConcurrentHashMap<>();

    DemoServices(Catalogue catalogue, ObjectProvider<SupplementPapers> papers) {
        this.catalogue = catalogue;
        this.papers = papers;
    }

    /** What is named as missing from a case: a paper that no registry answers, one that everybody hands in where there is one. */
    Optional<String> missing(CaseSummary from, String service, int which) {
        Set<String> named = papers.stream()
                .filter(owner -> owner.subjectTypes().contains(from.subjectType()))
                .flatMap(owner -> owner.papers(from).stream())
                .map(SupplementPapers.Named::code)
                .collect(Collectors.toSet());
        List<Service.Item> open = get(service).items().stream()
                .filter(item -> !item.fromRegistry() && named.contains(Integer.toString(item.ordinal())))
                .toList();
        List<Service.Item> wanted = open.stream().anyMatch(Service.Item::required)
                ? open.stream().filter(Service.Item::required).toList()
                : open;
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(Integer.toString(
                        wanted.get(Math.floorMod(which, wanted.size())).ordinal()));
    }

    Service get(String code) {
        return known.computeIfAbsent(code, catalogue::get);
    }

    /** Working days the law gives; none where the result is due on the same day. */
    int term(String code) {
        return switch (Optional.ofNullable(get(code).duration()).orElse(null)) {
            case null -> DemoDesk.DAYS;
            case LegalDuration.WorkingDays days -> days.days();
            case LegalDuration.SameDay same -> 0;
            case LegalDuration.WorkingHours hours -> 0;
            case LegalDuration.CalendarDays days -> days.days() * 5 / 7;
            case LegalDuration.Months months -> months.months() * 20;
        };
    }
}
