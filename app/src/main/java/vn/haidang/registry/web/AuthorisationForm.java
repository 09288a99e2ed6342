package vn.haidang.registry.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import vn.haidang.identity.Reader;
import vn.haidang.registry.Authorisations.NewAuthorisation;
import vn.haidang.ui.FieldError;

/**
 * An authorisation as typed.
 *
 * @param scope {@code all} or {@code some}
 */
public record AuthorisationForm(
        String number, String name, String scope, List<String> services, TypedDay from, TypedDay last, String key) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST_NAME = 100;

    /** A date in its three fields. */
    public record TypedDay(String day, String month, String year) {

        static TypedDay of(LocalDate date) {
            return new TypedDay(
                    Integer.toString(date.getDayOfMonth()),
                    Integer.toString(date.getMonthValue()),
                    Integer.toString(date.getYear()));
        }

        static TypedDay of(String field, MultiValueMap<String, String> sent) {
            return new TypedDay(
                    first(sent, field + "-day"), first(sent, field + "-month"), first(sent, field + "-year"));
        }

        Optional<LocalDate> date() {
            if (!DIGITS.matcher(day).matches()
                    || !DIGITS.matcher(month).matches()
                    || !DIGITS.matcher(year).matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }

    public AuthorisationForm {
        services = List.copyOf(services);
    }

    /** For a year from today, as the law presumes where nothing else was agreed (Civil Code, art. 140 and 563). */
    static AuthorisationForm empty(LocalDate today) {
        return new AuthorisationForm(
                "",
                "",
                "",
                List.of(),
                TypedDay.of(today),
                TypedDay.of(today.plusYears(1).minusDays(1)),
                "");
    }

    static AuthorisationForm of(MultiValueMap<String, String> sent) {
        return new AuthorisationForm(
                first(sent, "number").replaceAll("[\\s.]", ""),
                first(sent, "name"),
                first(sent, "scope"),
                sent.getOrDefault("service", List.of()),
                TypedDay.of("from", sent),
                TypedDay.of("last", sent),
                first(sent, "key"));
    }

    List<FieldError> errors(LocalDate today, Set<String> known) {
        List<FieldError> errors = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add(FieldError.of("name", "registry.authorise.name.error"));
        }
        if (!NUMBER.matcher(number).matches()) {
            errors.add(FieldError.of("number", "registry.authorise.number.error"));
        }
        if (!scope.equals("all") && !scope.equals("some")) {
            errors.add(FieldError.of("scope", "registry.authorise.scope.error"));
        }
        if (scope.equals("some") && (services.isEmpty() || !known.containsAll(services))) {
            errors.add(FieldError.of("service", "registry.authorise.services.error"));
        }
        var begins = from.date();
        var ends = last.date();
        if (begins.isEmpty() || begins.get().isBefore(today)) {
            errors.add(FieldError.of("from", "registry.authorise.from.error"));
        }
        if (ends.isEmpty()
                || begins.isPresent()
                        && (ends.get().isBefore(begins.get())
                                || ends.get().isAfter(begins.get().plusYears(5)))) {
            errors.add(FieldError.of("last", "registry.authorise.last.error"));
        }
        return errors;
    }

    /** For a form without errors. */
    NewAuthorisation wanted(UUID sentKey, Reader by) {
        return new NewAuthorisation(
                number,
                name,
                scope.equals("all") ? Set.of() : Set.copyOf(services),
                from.date().orElseThrow(),
                last.date().orElseThrow(),
                sentKey,
                by);
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
