package vn.haidang.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.haidang.ModuleTest;
import vn.haidang.MovableClock;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Mandate;
import vn.haidang.identity.spi.Representation;

@ModuleTest
class AuthorisationsModuleTests {

    private final Authorisations authorisations;
    private final MovableClock clock;
    private final RegistryTestbed bed;

    AuthorisationsModuleTests(
            Persons persons,
            Businesses businesses,
            Authorisations authorisations,
            Accounts accounts,
            Representation representation,
            MovableClock clock) {
        this.authorisations = authorisations;
        this.clock = clock;
        this.bed = new RegistryTestbed(persons, businesses, authorisations, accounts, representation, clock);
    }

    @Test
    void anAuthorisationHoldsOnceAcceptedAndOnlyInItsTerm() {
        var principal = bed.somebody("Phạm Thị Giao");
        var delegate = bed.somebody("Vũ Văn Nhận");
        var id = bed.give(
                principal,
                delegate,
                Set.of("1.004873"),
                bed.today().plusDays(2),
                bed.today().plusDays(4));

        assertThat(bed.mandates(delegate, bed.today().plusDays(2))).isEmpty();
        authorisations.accept(id, delegate.reader());

        assertThat(bed.mandates(delegate, bed.today().plusDays(1))).isEmpty();
        assertThat(bed.mandates(delegate, bed.today().plusDays(2)))
                .singleElement()
                .satisfies(mandate -> {
                    assertThat(mandate.basis()).isEqualTo(Mandate.Basis.AUTHORISED);
                    assertThat(mandate.name()).isEqualTo("Phạm Thị Giao");
                    assertThat(mandate.whole()).isFalse();
                    assertThat(mandate.covers("1.004873")).isTrue();
                    assertThat(mandate.covers("1.001193")).isFalse();
                });
        assertThat(bed.mandates(delegate, bed.today().plusDays(4))).hasSize(1);
        assertThat(bed.mandates(delegate, bed.today().plusDays(5))).isEmpty();
        clock.moveBy(Duration.ofDays(5));
        assertThat(authorisations.given(principal.reader()))
                .extracting(Authorisation::state)
                .containsExactly(Authorisation.State.ENDED);
        assertThat(authorisations.received(delegate.reader())).isEmpty();
    }

    @Test
    void eitherSideEndsItAtOnceAndNobodyElseCan() {
        var principal = bed.somebody("Phạm Thị Giao");
        var delegate = bed.somebody("Vũ Văn Nhận");
        var stranger = bed.somebody("Người Lạ");
        var first = bed.give(principal, delegate, Set.of(), bed.today(), bed.today());
        var second = bed.give(principal, delegate, Set.of(), bed.today(), bed.today());
        authorisations.accept(first, delegate.reader());
        authorisations.accept(second, delegate.reader());

        for (var other : List.of(stranger, delegate)) {
            assertThatThrownBy(() -> authorisations.revoke(first, other.reader()))
                    .hasMessage("registry/no-such-authorisation");
        }
        assertThatThrownBy(() -> authorisations.giveBack(first, stranger.reader()))
                .hasMessage("registry/no-such-authorisation");
        authorisations.revoke(first, principal.reader());
        assertThat(bed.mandates(delegate, bed.today())).hasSize(1);
        authorisations.giveBack(second, delegate.reader());
        assertThat(bed.mandates(delegate, bed.today())).isEmpty();
        assertThatThrownBy(() -> authorisations.accept(first, delegate.reader()))
                .hasMessage("registry/no-such-authorisation");
        assertThatThrownBy(() -> authorisations.revoke(new AuthorisationId(UUID.randomUUID()), principal.reader()))
                .hasMessage("registry/no-such-authorisation");
    }

    @Test
    void whatIsDeclinedNeverHolds() {
        var principal = bed.somebody("Phạm Thị Giao");
        var delegate = bed.somebody("Vũ Văn Nhận");
        var id = bed.give(principal, delegate, Set.of(), bed.today(), bed.today());

        authorisations.decline(id, delegate.reader());

        assertThat(bed.mandates(delegate, bed.today())).isEmpty();
        assertThatThrownBy(() -> authorisations.accept(id, delegate.reader()))
                .hasMessage("registry/no-such-authorisation");
    }

    @Test
    void theNumberOfOnePersonWithTheNameOfAnotherReachesNobody() {
        var principal = bed.somebody("Phạm Thị Giao");
        var delegate = bed.somebody("Vũ Văn Nhận");
        var slip = authorisations.give(new Authorisations.NewAuthorisation(
                delegate.number(),
                "Hoàng Văn Khác",
                Set.of(),
                bed.today(),
                bed.today(),
                UUID.randomUUID(),
                principal.reader()));

        assertThat(authorisations.received(delegate.reader())).isEmpty();
        assertThatThrownBy(() -> authorisations.accept(slip, delegate.reader()))
                .hasMessage("registry/no-such-authorisation");
    }

    @Test
    void theSameKeyGivesOneAuthorisation() {
        var principal = bed.somebody("Phạm Thị Giao");
        var delegate = bed.somebody("Vũ Văn Nhận");
        var wanted = new Authorisations.NewAuthorisation(
                delegate.number(),
                delegate.name(),
                Set.of(),
                bed.today(),
                bed.today(),
                UUID.randomUUID(),
                principal.reader());

        assertThat(authorisations.give(wanted)).isEqualTo(authorisations.give(wanted));
        assertThat(authorisations.given(principal.reader())).hasSize(1);
    }

    @Test
    void onlyAPersonOrALegalRepresentativeMayAuthorise() {
        var head = bed.somebody("Trần Thị Giám Đốc");
        var clerk = bed.somebody("Vũ Văn Kế Toán");
        var third = bed.somebody("Đỗ Thị Ba");
        var firm = bed.business("Công ty Hải Âu");
        bed.represent(firm, head, bed.today(), null);
        var asFirm = head.reader().actingUnder(bed.mandates(head, bed.today()).getFirst());

        var id = authorisations.give(new Authorisations.NewAuthorisation(
                clerk.number(), "vu van ke toan", Set.of(), bed.today(), bed.today(), UUID.randomUUID(), asFirm));
        authorisations.accept(id, clerk.reader());
        var asClerk =
                clerk.reader().actingUnder(bed.mandates(clerk, bed.today()).getFirst());

        assertThat(asClerk.partyName()).isEqualTo("Công ty Hải Âu");
        assertThatThrownBy(() -> authorisations.give(new Authorisations.NewAuthorisation(
                        third.number(), third.name(), Set.of(), bed.today(), bed.today(), UUID.randomUUID(), asClerk)))
                .hasMessage("registry/may-not-authorise");
        assertThatThrownBy(() -> bed.give(head, head, Set.of(), bed.today(), bed.today()))
                .hasMessage("registry/authorise-oneself");
        assertThatThrownBy(() -> bed.give(head, third, Set.of(), bed.today().minusDays(1), bed.today()))
                .hasMessage("registry/term");
        assertThatThrownBy(() ->
                        bed.give(head, third, Set.of(), bed.today(), bed.today().plusYears(6)))
                .hasMessage("registry/term");
    }
}
