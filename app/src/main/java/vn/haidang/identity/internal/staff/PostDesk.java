package vn.haidang.identity.internal.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.identity.PostEnd;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.Foreseen;
import vn.haidang.ui.Problem;

/** Where administrators end a post nobody holds: shown first with what it leaves behind, and saved only while that is still so. */
@Component
public class PostDesk {

    /**
     * What the end of a post would leave behind.
     *
     * @param others further posts of the same role at the same unit
     * @param held how many of them somebody holds
     * @param token stands for what was shown; saving asks for it again
     */
    public record Proposal(StaffRows.Seat seat, long others, long held, Foreseen foreseen, String token) {}

    private final StaffRows rows;
    private final StaffActs acts;
    private final Consequences consequences;
    private final OneChange change;

    PostDesk(StaffRows rows, StaffActs acts, Consequences consequences, OneChange change) {
        this.rows = rows;
        this.acts = acts;
        this.consequences = consequences;
        this.change = change;
    }

    /**
     * Tries it and takes it back.
     *
     * @throws vn.haidang.ui.ProblemException {@code identity/no-such-post}, {@code identity/post-in-use}
     */
    public Proposal propose(UUID post, HttpServletRequest request) {
        return change.tried(() -> tried(post, request));
    }

    /** Saves what was shown; empty when it is saved. Otherwise nothing is, and the answer is to be shown again. */
    public Optional<Proposal> save(UUID post, String token, HttpServletRequest request) {
        return change.made(status -> {
            var proposal = tried(post, request);
            if (!proposal.token().equals(token)) {
                status.setRollbackOnly();
                return Optional.of(proposal);
            }
            consequences.settle(end(proposal.seat()), true, request);
            return Optional.<Proposal>empty();
        });
    }

    private Proposal tried(UUID post, HttpServletRequest request) {
        var seat = rows.seat(post, change.today())
                .orElseThrow(() -> Problem.of("identity/no-such-post", 404).exception());
        acts.abolish(post, change.today());
        var beside = rows.beside(seat, change.today());
        var foreseen = consequences.foresee(end(seat), request);
        return new Proposal(
                seat,
                beside.posts(),
                beside.held(),
                foreseen,
                seat.id() + "." + beside.posts() + "." + beside.held() + "." + foreseen.fingerprint());
    }

    private PostEnd end(StaffRows.Seat seat) {
        return new PostEnd(seat.unit(), seat.role(), change.today());
    }
}
