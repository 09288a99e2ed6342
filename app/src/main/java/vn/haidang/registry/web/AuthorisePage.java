package vn.haidang.registry.web;

import java.util.List;
import vn.haidang.registry.spi.AuthorisableServices.AuthorisableService;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** The form that gives an authorisation in the name of {@code party}. */
public record AuthorisePage(
        String party, AuthorisationForm form, List<AuthorisableService> services, List<FieldError> errors) {

    public List<Option> scopes(Screen screen) {
        return List.of(
                new Option("all", screen.say("registry.authorise.scope.all"), ""),
                new Option("some", screen.say("registry.authorise.scope.some"), ""));
    }

    public List<Option> options(Screen screen) {
        return services.stream()
                .map(service -> Option.of(service.code(), screen.english() ? service.nameEn() : service.name()))
                .toList();
    }
}
