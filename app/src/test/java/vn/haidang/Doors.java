package vn.haidang;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Role;
import vn.haidang.publicservice.Applicant;

/** The doors this program really has, and somebody to knock at them. */
@TestComponent
final class Doors {

    private final List<RequestMappingHandlerMapping> mappings;
    private final Accounts accounts;
    private final Applicant people;

    Doors(List<RequestMappingHandlerMapping> mappings, Accounts accounts, ApplicationContext context) {
        this.mappings = mappings;
        this.accounts = accounts;
        this.people = context.getAutowireCapableBeanFactory().createBean(Applicant.class);
    }

    static Doors of(ApplicationContext context) {
        return context.getAutowireCapableBeanFactory().createBean(Doors.class);
    }

    Applicant people() {
        return people;
    }

    /** The patterns of our own handlers that take this method, in order. */
    List<String> patterns(RequestMethod method) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("vn.haidang"))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(method))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Every handler of ours as "METHOD pattern"; ANY where it takes all methods. */
    Set<String> handlers() {
        var handlers = new TreeSet<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (handler.getBeanType().getPackageName().startsWith("vn.haidang")) {
                    var methods = info.getMethodsCondition().getMethods();
                    for (var pattern : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            handlers.add("ANY " + pattern);
                        }
                        methods.forEach(method -> handlers.add(method + " " + pattern));
                    }
                }
            });
        }
        return handlers;
    }

    /** A new official of one commune. */
    AccountId official(Role role) {
        var account = accounts.create(new Accounts.NewAccount("doors-" + UUID.randomUUID(), "Viên chức", null, null));
        accounts.appoint(account, people.commune(), role, "Viên chức", LocalDate.of(2025, 7, 1), null);
        return account;
    }
}
