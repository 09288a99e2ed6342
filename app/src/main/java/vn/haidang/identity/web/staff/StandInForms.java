package vn.haidang.identity.web.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.UnitPosts;
import vn.haidang.identity.internal.staff.StaffRows;
import vn.haidang.identity.internal.staff.StaffSlip;
import vn.haidang.identity.internal.staff.StandInRow;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;

/** The form on which somebody is named who stands in for one official. */
@Component
class StandInForms {

    static final Typed EMPTY = new Typed("", "", "", "");

    /**
     * What was typed.
     *
     * @param post key of the unit and role, with a blank between
     * @param substitute username
     * @param last the last day, as people say it
     */
    public record Typed(String post, String substitute, String from, String last) {

        List<FieldError> errors() {
            List<FieldError> errors = new ArrayList<>();
            if (post.isBlank()) {
                errors.add(FieldError.of("post", "identity.stand-in.post.missing"));
            }
            if (substitute.isBlank()) {
                errors.add(FieldError.of("substitute", "identity.substitute.substitute.missing"));
            }
            if (StaffForm.day(from).isEmpty()) {
                errors.add(FieldError.of("from", "identity.substitute.from.missing"));
            }
            if (StaffForm.day(last).isEmpty()) {
                errors.add(FieldError.of("last", "identity.substitute.last.missing"));
            }
            return errors;
        }

        Optional<StandInRow> row(String principal) {
            Optional<LocalDate> begins = StaffForm.day(from);
            Optional<LocalDate> ends = StaffForm.day(last);
            String[] at = post.split(" ", -1);
            return errors().isEmpty() && at.length == 2 && begins.isPresent() && ends.isPresent()
                    ? Optional.of(new StandInRow(
                            principal,
                            substitute,
                            at[0],
                            at[1],
                            begins.get(),
                            ends.get().plusDays(1)))
                    : Optional.empty();
        }
    }

    private final StaffRows rows;
    private final UnitPosts posts;
    private final StaffWords words;

    StandInForms(StaffRows rows, UnitPosts posts, StaffWords words) {
        this.rows = rows;
        this.posts = posts;
        this.words = words;
    }

    /** @throws vn.haidang.ui.ProblemException {@code identity/no-such-account} */
    StaffRows.Official of(String id) {
        try {
            return rows.official(new AccountId(UUID.fromString(id)))
                    .filter(official -> official.open() && !official.posts().isEmpty())
                    .orElseThrow(
                            () -> Problem.of("identity/no-such-account", 404).exception());
        } catch (IllegalArgumentException forged) {
            throw Problem.of("identity/no-such-account", 404).exception();
        }
    }

    PageView view(StaffRows.Official official, Typed typed, List<FieldError> errors, Locale locale) {
        var held = StaffPages.present(official, words.today());
        var own = held.stream()
                .map(post -> new Option(
                        words.key(post.unit()) + " " + post.role().code(),
                        words.role(post.role(), locale),
                        words.unit(post.unit(), locale)))
                .distinct()
                .toList();
        var accounts = posts.at(held.stream().map(StaffRows.Held::unit).toList()).stream()
                .map(UnitPosts.Held::account)
                .filter(account -> !account.equals(official.id()))
                .distinct()
                .toList();
        var people = rows.named(accounts).stream()
                .map(person -> new Option(person.username(), person.name(), ""))
                .toList();
        var page = new PageView("identity/standInForm", new StandInFormPage(official, typed, own, people, errors));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    static List<FieldError> errors(List<StaffSlip> slips) {
        return slips.stream()
                .map(slip -> FieldError.of(
                        switch (slip.column()) {
                            case "substitute" -> "substitute";
                            case "valid_from" -> "from";
                            case "valid_to" -> "last";
                            default -> "post";
                        },
                        slip.messageKey(),
                        slip.arguments().toArray()))
                .toList();
    }
}
