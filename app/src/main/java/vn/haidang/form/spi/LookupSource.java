package vn.haidang.form.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Subject;

/**
 * Somewhere a form can look up what a typed key names. Words: {@code <messages>} is what the source is called,
 * {@code <messages>.shape} how a key looks ({@code {0}}: the question), {@code <messages>.gives.<value>} what it can fill.
 */
public interface LookupSource {

    /**
     * What a key names.
     *
     * @param what who or what it is, shown beside the key
     * @param source code of the register it stands in ({@code registry.source.<code>})
     * @param asOf the day it was recorded there
     * @param values as answers are written down, by what {@link #gives} names; what is not known is absent
     * @param read whose data it is, as the journal names them
     */
    record LookedUp(Text what, String source, LocalDate asOf, Map<String, String> values, List<Subject> read) {
        public LookedUp {
            values = Map.copyOf(values);
            read = List.copyOf(read);
        }
    }

    /** As definitions name it. */
    String code();

    /** Where its words are. */
    String messages();

    /** Code of the register that is looked in, said where nothing is found ({@code registry.source.<code>}). */
    String register();

    /** What it can fill, and which kinds of question may be filled with it. */
    Map<String, Set<Kind>> gives();

    /** Whether it could be a key at all; decided without looking. */
    boolean shaped(String key);

    /**
     * What the key names for this reader. What the reader may not know is answered like what does not exist, after the same work; the
     * caller journals the reading.
     */
    Optional<LookedUp> find(String key, Reader reader);
}
