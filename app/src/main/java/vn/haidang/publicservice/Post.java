package vn.haidang.publicservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.publicservice.internal.Parcels;

/** The post of the desks, for whoever fills a city by program: the same acts as on the page, each once for one key. */
@Component
public class Post {

    /** Something carried. */
    public record Carried(String carrier, String tracking, LocalDate postedOn, UUID key) {}

    private final Parcels parcels;

    Post(Parcels parcels) {
        this.parcels = parcels;
    }

    /** @throws vn.haidang.ui.ProblemException as the page tells them */
    public void arrived(UnitId unit, String sender, Instant at, Carried parcel, Reader officer) {
        parcels.arrived(
                new Parcels.Arrived(
                        unit, sender, parcel.carrier(), parcel.tracking(), parcel.postedOn(), at, parcel.key()),
                officer);
    }

    /** A result goes to whom it is for. */
    public void sent(String dossierCode, String to, String address, Carried parcel, Reader officer) {
        parcels.sent(
                new Parcels.Sent(
                        dossierCode, parcel.carrier(), parcel.tracking(), to, address, parcel.postedOn(), parcel.key()),
                officer);
    }
}
