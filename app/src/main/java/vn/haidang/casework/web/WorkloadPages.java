package vn.haidang.casework.web;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.casework.internal.Workload;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** How the work of a unit is spread, for whoever heads it. */
@Controller
class WorkloadPages {

    static final String ACTION = "casework/workload";

    private final Inbox inbox;
    private final Workload workload;
    private final Procedures procedures;
    private final Units units;

    WorkloadPages(Inbox inbox, Workload workload, Procedures procedures, Units units) {
        this.inbox = inbox;
        this.workload = workload;
        this.procedures = procedures;
        this.units = units;
    }

    @GetMapping("/desk/workload")
    @Requires(ACTION)
    PageView show(Reader reader, @RequestParam(defaultValue = "") String unit) {
        List<Option> headed = inbox.headed(reader).stream()
                .flatMap(id -> units.find(id).stream())
                .sorted(Comparator.comparing(Unit::name))
                .map(UnitWords::option)
                .toList();
        UUID asked = WorkloadPage.id(unit.isEmpty() ? headed.getFirst().value() : unit);
        UnitId shown = new UnitId(asked == null ? new UUID(0, 0) : asked);
        return new PageView(
                "casework/workload",
                new WorkloadPage(headed, shown.value().toString(), workload.of(shown, reader), procedures));
    }

    /** The workload stands below the inbox in the menu of the desk. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry caseworkWorkloadEntry() {
            return new MenuEntry("casework.menu.workload", MenuEntry.Menu.DESK, "/desk/workload", ACTION, 20);
        }
    }
}
