package vn.haidang.publicservice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.voice.AnswerRows;
import vn.haidang.publicservice.internal.voice.Answering;
import vn.haidang.publicservice.internal.voice.FeedbackRows;
import vn.haidang.publicservice.internal.voice.Naming;
import vn.haidang.publicservice.internal.voice.Voicing;
import vn.haidang.publicservice.internal.voice.Withdrawing;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Complaints and suggestions about a dossier, a unit, an official or a procedure, from the sending to the public answer. Each is a case
 * of the unit it is about. A foreign and an unknown id are answered with the same {@code publicservice/no-such-feedback}.
 */
@Component
public class Feedbacks {

    /** Somebody who came to the counter. */
    public record Caller(String name, String phone) {}

    /**
     * What somebody says.
     *
     * @param dossierCode needed where it is about a dossier, whose unit answers then
     * @param service code of a procedure, needed where it is about one
     * @param unit needed where it is not about a dossier
     * @param official needed where it is about one, as the sender names them
     * @param caller for whom an official writes it down, null where {@code by} says it
     * @param key the same key a second time answers with the same feedback
     */
    public record Sending(
            Feedback.Kind kind,
            Feedback.About about,
            String dossierCode,
            String service,
            @Nullable UnitId unit,
            String official,
            String words,
            boolean mayPublish,
            @Nullable Caller caller,
            UUID key,
            Reader by) {}

    /** What a sender adds when asked. */
    public record More(FeedbackId feedback, UUID key, String words, Reader by) {}

    /**
     * What a sender takes back, and why.
     *
     * @param answered whether they know that it was answered, and take back what is public of it
     */
    public record Withdrawal(FeedbackId feedback, String reason, boolean answered, Reader by) {}

    /**
     * What becomes of an answer.
     *
     * @param withheld why it is not made public, empty to publish
     */
    public record Decision(FeedbackId feedback, String question, String answer, String withheld, Reader by) {}

    /**
     * One who works at a unit.
     *
     * @param post as it is called there
     * @param heads whether they head it
     * @param atCounter whether people meet them there, so that everybody may know their name and post
     */
    public record Official(AccountId account, String name, String post, boolean heads, boolean atCounter) {}

    private final Voicing voicing;
    private final Answering answering;
    private final Withdrawing withdrawing;
    private final FeedbackRows rows;
    private final AnswerRows answers;
    private final Naming naming;

    Feedbacks(
            Voicing voicing,
            Answering answering,
            Withdrawing withdrawing,
            FeedbackRows rows,
            AnswerRows answers,
            Naming naming) {
        this.naming = naming;
        this.voicing = voicing;
        this.answering = answering;
        this.withdrawing = withdrawing;
        this.rows = rows;
        this.answers = answers;
    }

    /**
     * Takes it in and opens its case, once for each key.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/feedback-empty}, {@code publicservice/feedback-no-dossier},
     *     {@code publicservice/feedback-no-unit}, {@code publicservice/feedback-no-official}, {@code publicservice/no-such-service},
     *     {@code publicservice/feedback-no-caller}, {@code publicservice/feedback-not-here}, {@code publicservice/outside-mandate}
     */
    public FeedbackId send(Sending sending) {
        return voicing.send(sending);
    }

    /** @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-feedback}, {@code publicservice/nothing-asked}, {@code publicservice/feedback-empty} */
    public void more(More more) {
        answering.more(more);
    }

    /**
     * Takes it back: an open one ends, the answer to an answered one is public no more. The same again does nothing.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-feedback}, {@code publicservice/feedback-no-reason},
     *     {@code publicservice/feedback-ended} where the unit was first, or refused it
     */
    public void withdraw(Withdrawal withdrawal) {
        withdrawing.withdraw(withdrawal);
    }

    /**
     * Publishes the answer or keeps it back, once.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-feedback}, {@code publicservice/feedback-not-answered},
     *     {@code publicservice/feedback-decided}, {@code publicservice/feedback-empty}, {@code publicservice/feedback-personal},
     *     {@code publicservice/feedback-not-allowed}
     */
    public void decide(Decision decision) {
        answering.decide(decision);
    }

    /**
     * Says who an open one is about: they neither see nor handle it from then on, nor does anybody in their name.
     *
     * @param official who holds a post at the unit it is about today
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-feedback}, {@code publicservice/feedback-no-such-official},
     *     {@code casework/closed}
     */
    public void nameOfficial(FeedbackId id, AccountId official, Reader by) {
        naming.name(id, official, by);
    }

    /** Who can be named, by name: whoever works today at the unit it is about. */
    public List<Official> officials(FeedbackId id) {
        return naming.officials(id);
    }

    /** Whom a sender can have met at a unit, by name; none for one that does not live. */
    public List<Official> atCounters(UnitId unit) {
        return naming.atCounters(unit);
    }

    /** By name, who has nothing to do with it since it is about them. */
    public List<String> keptFrom(Feedback feedback) {
        return rows.keptFrom(feedback.caseId());
    }

    /** One's own; a desk's with {@link #atDesk}. */
    public Feedback mine(FeedbackId id, Reader reader) {
        return rows.own(id, reader).orElseThrow(PublicServiceProblems::noSuchFeedback);
    }

    /** One's own, newest first. */
    public Slice<Feedback> mine(Reader reader, PageRequest page) {
        return rows.mine(reader, page);
    }

    /**
     * One of a unit at which the reader handles feedback, that is not about the reader.
     *
     * @throws vn.haidang.ui.ProblemException {@code publicservice/no-such-feedback}, {@code publicservice/feedback-about-you}
     */
    public Feedback atDesk(FeedbackId id, Reader reader) {
        return answering.atDesk(id, reader);
    }

    /** Whether {@link #atDesk} shows it. */
    public boolean handles(FeedbackId id, Reader reader) {
        return rows.atDesk(id, reader).isPresent();
    }

    /** The code of one that the reader wrote down, whoever handles it, to tell it to the sender. */
    public Optional<String> writtenBy(FeedbackId id, Reader reader) {
        return rows.writtenBy(id, reader);
    }

    /** Those of the units at which the reader handles feedback: what is to do first, then the newest. */
    public Slice<Feedback> desk(Reader reader, PageRequest page) {
        return rows.desk(reader, page);
    }

    /** What its sender added, oldest first. */
    public List<String> added(FeedbackId id) {
        return rows.added(id);
    }

    /** Published answers, newest first. */
    public Slice<PublicAnswer> published(PageRequest page) {
        return answers.published(page);
    }

    public Optional<PublicAnswer> published(FeedbackId id) {
        return answers.published(id);
    }
}
