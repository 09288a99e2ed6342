package vn.haidang.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.identity.Reader;

/** The consults of a case as officials see them, and what every act on one needs. */
@Component
public class ConsultDesk {

    private final ConsultRows rows;
    private final Consults consults;
    private final Colleagues colleagues;
    private final Chronicle chronicle;

    ConsultDesk(ConsultRows rows, Consults consults, Colleagues colleagues, Chronicle chronicle) {
        this.rows = rows;
        this.consults = consults;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
    }

    /** All of a case, with what each unit said; {@code beside} are the items beside its steps. */
    public List<Consult> of(CaseId id, List<WorkItem> beside) {
        Map<UUID, List<WorkItem>> answers = beside.stream()
                .filter(item -> item.consult() != null)
                .collect(Collectors.groupingBy(ConsultDesk::consultOf));
        return answers.isEmpty()
                ? List.of()
                : rows.of(id).stream()
                        .map(consult -> consult.with(answers.getOrDefault(consult.id(), List.of())))
                        .toList();
    }

    /** Without its answers. */
    public Consult consult(UUID id) {
        return rows.find(id).orElseThrow(CaseworkProblems::noSuchItem);
    }

    Consults consults() {
        return consults;
    }

    Instant now() {
        return chronicle.now();
    }

    Authority.Allowed require(Standing.Item item, Reader reader) {
        return colleagues.require(item, reader);
    }

    void answered(WorkItem item, Consult.Answer answer, @Nullable String note, Chronicle.By by, Instant at) {
        chronicle.item(
                item,
                "consult-answered-" + answer.code(),
                by,
                at,
                note == null ? item.title() : item.title() + ": " + note,
                act -> act.changed("state", "OPEN", "DONE").changed("outcome", null, answer.code()));
    }

    private static UUID consultOf(WorkItem item) {
        UUID consult = item.consult();
        if (consult == null) {
            throw new IllegalStateException("asked by nobody");
        }
        return consult;
    }
}
