package vn.haidang.identity.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.Role;
import vn.haidang.identity.Roles;
import vn.haidang.identity.Substitutes;
import vn.haidang.identity.internal.UnitPosts;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** Who stands in for whom, declared by officials themselves or by their head. */
@Controller
class SubstitutePages {

    private static final Map<String, String> FIELDS = Map.of(
            "identity/not-yours-to-declare", "post",
            "identity/post-not-held", "post",
            "identity/no-such-substitute", "substitute",
            "identity/substituted-already", "from",
            "identity/span-past", "from",
            "identity/empty-span", "last",
            "identity/span-too-long", "last");

    private final Substitutes substitutes;
    private final UnitPosts posts;
    private final Units units;
    private final Roles roles;

    SubstitutePages(Substitutes substitutes, UnitPosts posts, Units units, Roles roles) {
        this.substitutes = substitutes;
        this.posts = posts;
        this.units = units;
        this.roles = roles;
    }

    @GetMapping("/desk/substitutes")
    @Requires(Substitutes.ACTION)
    PageView show(Reader reader, Locale locale, @RequestParam(defaultValue = "") String done) {
        return page(reader, locale, SubstituteForm.EMPTY, List.of(), !done.isEmpty());
    }

    @PostMapping("/desk/substitutes")
    @Requires(Substitutes.ACTION)
    ModelAndView declare(
            Reader reader,
            Locale locale,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam Map<String, String> typed) {
        SubstituteForm form =
                new SubstituteForm(post.strip(), substitute.strip(), day(typed, "from"), day(typed, "last"));
        List<FieldError> errors = form.errors();
        Optional<AccountId> person = form.account();
        Optional<LocalDate> from = form.from().date();
        Optional<LocalDate> last = form.last().date();
        if (!errors.isEmpty() || person.isEmpty() || from.isEmpty() || last.isEmpty()) {
            return refused(reader, locale, form, errors, 422);
        }
        Optional<Post> chosen = Post.read(form.post());
        if (chosen.isEmpty()) {
            return refused(
                    reader, locale, form, List.of(FieldError.of("post", "identity.substitute.post.missing")), 422);
        }
        try {
            Post of = chosen.get();
            substitutes.declare(
                    of.holder(),
                    person.get(),
                    of.unit(),
                    of.role(),
                    from.get(),
                    last.get().plusDays(1),
                    reader);
            return new ModelAndView("redirect:/desk/substitutes?done=1");
        } catch (ProblemException refusal) {
            Problem problem = refusal.problem();
            String field = FIELDS.get(problem.code());
            if (field == null) {
                throw refusal;
            }
            FieldError error = FieldError.of(
                    field, problem.messageKey(), problem.arguments().toArray());
            return refused(reader, locale, form, List.of(error), problem.status());
        }
    }

    @PostMapping("/desk/substitutes/{id}/end")
    @Requires(Substitutes.ACTION)
    String end(Reader reader, @PathVariable UUID id) {
        substitutes.end(id, reader);
        return "redirect:/desk/substitutes?done=1";
    }

    private ModelAndView refused(
            Reader reader, Locale locale, SubstituteForm form, List<FieldError> errors, int status) {
        PageView page = page(reader, locale, form, errors, false);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private PageView page(Reader reader, Locale locale, SubstituteForm form, List<FieldError> errors, boolean done) {
        Map<String, Option> declarable = new LinkedHashMap<>();
        Map<String, Option> people = new LinkedHashMap<>();
        for (UnitPosts.Held held :
                posts.at(reader.posts().stream().map(Reader.Holding::unit).toList())) {
            String unit = unit(held.unit(), locale);
            String person = held.account().value().toString();
            people.putIfAbsent(person, new Option(person, held.name(), unit));
            if (substitutes.mayDeclare(held.account(), held.unit(), held.role(), reader)) {
                String post = new Post(held.unit(), held.role(), held.account()).written();
                declarable.put(post, new Option(post, held.name(), roles.name(held.role(), locale) + ", " + unit));
            }
        }
        List<SubstitutePage.Line> lines = new ArrayList<>();
        for (Substitutes.Substitution each : substitutes.of(reader)) {
            lines.add(new SubstitutePage.Line(
                    each,
                    roles.name(each.role(), locale),
                    unit(each.unit(), locale),
                    substitutes.mayDeclare(each.principal(), each.unit(), each.role(), reader)));
        }
        return new PageView(
                "identity/substitutes",
                new SubstitutePage(
                        lines, List.copyOf(declarable.values()), List.copyOf(people.values()), form, errors, done));
    }

    private String unit(UnitId id, Locale locale) {
        return units.find(id)
                .map(unit -> locale.getLanguage().equals("en") ? unit.nameEn() : unit.name())
                .orElse("");
    }

    private static SubstituteForm.Day day(Map<String, String> typed, String field) {
        return new SubstituteForm.Day(
                typed.getOrDefault(field + "-day", ""),
                typed.getOrDefault(field + "-month", ""),
                typed.getOrDefault(field + "-year", ""));
    }

    /** A role at a unit with who holds it, as one value of a form. */
    private record Post(UnitId unit, Role role, AccountId holder) {

        String written() {
            return unit.value() + "/" + role.code() + "/" + holder.value();
        }

        static Optional<Post> read(String written) {
            String[] parts = written.split("/", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Post(
                                new UnitId(UUID.fromString(parts[0])),
                                new Role(parts[1]),
                                new AccountId(UUID.fromString(parts[2]))))
                        : Optional.empty();
            } catch (IllegalArgumentException forged) {
                return Optional.empty();
            }
        }
    }
}
