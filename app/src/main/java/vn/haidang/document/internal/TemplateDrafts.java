package vn.haidang.document.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * An administrator writes the text of a document anew: a draft, checked before it is published, which then is in force at once and never
 * changes. It may ask for what the shipped text asks for and nothing else, since nobody would give it a value.
 */
@Component
public class TemplateDrafts {

    /** Characters; longer texts are cut off by the form. */
    public static final int LONGEST = 100_000;

    private static final Logger log = LoggerFactory.getLogger(TemplateDrafts.class);
    private static final String FIELD = "markup";
    private static final String GROUP_END = "/";

    /** A mark as it is read; what else begins with two braces would stand on the document. */
    private static final Pattern MARK = Pattern.compile("\\{\\{(each [a-z0-9-]{1,40}|[a-z0-9.-]{1,60})}}");

    /** What every document is given, whatever it is about. */
    private static final Set<String> ALWAYS = Set.of(
            "document.number",
            "document.day",
            "document.month",
            "document.year",
            "signer.name",
            "signer.title",
            "check.code",
            "check.address");

    /** The places that a text must leave, as links. */
    private static final List<String> PLACES = List.of("urn:haidang:signature", "urn:haidang:check");

    /**
     * A template in the list.
     *
     * @param own version of the authority's own in force, 0 where the shipped one is
     */
    public record Overview(String code, int shipped, int own, boolean drafted) {}

    /**
     * A template as it is edited.
     *
     * @param markup the draft, else what is in force
     * @param own version of the authority's own in force, 0 where the shipped one is
     * @param fields what it may ask for; those of a group after its name and a slash
     */
    public record Edited(
            String code,
            String markup,
            boolean drafted,
            int own,
            List<String> fields,
            List<TemplateRows.Line> versions) {}

    private final TemplateRows rows;
    private final Templates templates;
    private final DocumentText text;
    private final Journal journal;

    TemplateDrafts(TemplateRows rows, Templates templates, DocumentText text, Journal journal) {
        this.rows = rows;
        this.templates = templates;
        this.text = text;
        this.journal = journal;
    }

    public List<Overview> all() {
        List<TemplateRows.Line> lines = rows.all();
        return templates.codes().stream()
                .map(code -> new Overview(
                        code,
                        templates.shipped(code).version(),
                        lines.stream()
                                .filter(line -> line.code().equals(code) && line.publishedAt() != null)
                                .mapToInt(TemplateRows.Line::version)
                                .max()
                                .orElse(0),
                        lines.stream().anyMatch(line -> line.code().equals(code) && line.publishedAt() == null)))
                .toList();
    }

    /** @throws ProblemException {@code document/no-such-template} */
    public Edited get(String code) {
        known(code);
        List<TemplateRows.Line> versions =
                rows.all().stream().filter(line -> line.code().equals(code)).toList();
        var draft = rows.draft(code);
        int own = rows.current(code);
        return new Edited(
                code,
                draft.orElseGet(() -> templates.inForce(code, own)).markup(),
                draft.isPresent(),
                own,
                List.copyOf(allowed(code)),
                versions);
    }

    /**
     * Keeps a draft, right or wrong, in the place of the one there is.
     *
     * @throws ProblemException {@code document/no-such-template}
     */
    @Transactional
    public void save(String code, String markup, Reader by) {
        known(code);
        int version = rows.save(code, clean(markup), account(by));
        journal.act(Act.of("document/template-drafted", by.actor())
                .on(subject(code))
                .changed("version", null, version));
    }

    /**
     * Throws the draft away, where there is one.
     *
     * @throws ProblemException {@code document/no-such-template}
     */
    @Transactional
    public void discard(String code, Reader by) {
        known(code);
        if (rows.discard(code)) {
            journal.act(Act.of("document/template-discarded", by.actor()).on(subject(code)));
        }
    }

    /**
     * What is wrong with the draft; where nothing is, it is in force from now on.
     *
     * @throws ProblemException {@code document/no-such-template}, {@code document/no-draft}
     */
    @Transactional
    public List<FieldError> publish(String code, Reader by) {
        known(code);
        DocumentTemplate draft = rows.draft(code).orElseThrow(TemplateDrafts::noDraft);
        List<FieldError> wrong = check(draft);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        int before = rows.current(code);
        if (!rows.publish(code, draft.markup(), account(by))) {
            throw noDraft();
        }
        journal.act(Act.of("document/template-published", by.actor())
                .on(subject(code))
                .changed("version", before, draft.version()));
        return List.of();
    }

    /** What is wrong with the draft, or with what is in force. */
    public List<FieldError> check(String code) {
        known(code);
        return check(rows.draft(code).orElseGet(() -> templates.inForce(code, rows.current(code))));
    }

    /**
     * The draft as PDF, or what is in force where there is none; each field shows its name in brackets, so that nobody takes it for real.
     *
     * @throws ProblemException {@code document/no-such-template}, {@code document/template-wrong}
     */
    public byte[] preview(String code) {
        known(code);
        DocumentTemplate shown = rows.draft(code).orElseGet(() -> templates.inForce(code, rows.current(code)));
        if (!check(shown).isEmpty()) {
            throw Problem.of("document/template-wrong", 422).exception();
        }
        return text.preview(shown, names(shown));
    }

    private List<FieldError> check(DocumentTemplate template) {
        Set<String> asked;
        try {
            asked = template.fields();
        } catch (IllegalArgumentException openGroup) {
            return List.of(FieldError.of(FIELD, "document.templates.wrong.group"));
        }
        List<FieldError> wrong = new ArrayList<>();
        Set<String> allowed = allowed(template.code());
        String unknown = asked.stream()
                .filter(field -> !allowed.contains(field) && !allowed.contains(afterGroup(field)))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            wrong.add(FieldError.of(FIELD, "document.templates.wrong.field", unknown));
        }
        if (MARK.matcher(template.markup()).replaceAll("").contains("{{")) {
            wrong.add(FieldError.of(FIELD, "document.templates.wrong.braces"));
        }
        if (!asked.contains("document.number")) {
            wrong.add(FieldError.of(FIELD, "document.templates.wrong.number"));
        }
        for (String place : PLACES) {
            if (!template.markup().contains("\"" + place + "\"")) {
                wrong.add(FieldError.of(FIELD, "document.templates.wrong.place", place));
            }
        }
        if (wrong.isEmpty() && !printable(template)) {
            wrong.add(FieldError.of(FIELD, "document.templates.wrong.markup"));
        }
        return wrong;
    }

    private boolean printable(DocumentTemplate template) {
        try {
            return text.preview(template, names(template)).length > 0;
        } catch (RuntimeException notPrintable) {
            log.info("a draft of {} cannot be printed: {}", template.code(), notPrintable.getMessage());
            return false;
        }
    }

    /** A field inside a group may be one that is the same for all lines; a group itself is no such field. */
    private static String afterGroup(String field) {
        return field.endsWith(GROUP_END) ? field : field.substring(field.indexOf(GROUP_END) + 1);
    }

    private Set<String> allowed(String code) {
        return Stream.concat(templates.shipped(code).fields().stream(), ALWAYS.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each field with its own name as its value, each group with two lines. */
    private static Map<String, String> names(DocumentTemplate template) {
        Map<String, String> names = new HashMap<>();
        for (String field : template.fields()) {
            if (field.endsWith(GROUP_END)) {
                names.put(field.substring(0, field.length() - 1), "2");
            } else {
                String name = afterGroup(field);
                names.put(name, "[" + name + "]");
            }
        }
        return names;
    }

    /** As one text has it on every system. */
    private static String clean(String markup) {
        String text = markup.replace("\u0000", "").replace("\r\n", "\n");
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private void known(String code) {
        if (!templates.knows(code)) {
            throw Problem.of("document/no-such-template", 404).exception();
        }
    }

    private static UUID account(Reader by) {
        AccountId account = by.account();
        if (account == null) {
            throw noDraft();
        }
        return account.value();
    }

    private static Subject subject(String code) {
        return new Subject("document/template", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemException noDraft() {
        return Problem.of("document/no-draft", 409).exception();
    }
}
