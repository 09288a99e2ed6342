package vn.haidang.casework.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case declares about how it was done; "fully online" is decided from these alone.
 *
 * @param acceptedAt when the desk accepted it, null while it has not
 */
record CaseFacts(
        boolean workFile,
        boolean receivedOnline,
        boolean digitised,
        boolean paperStep,
        boolean resultElectronic,
        @Nullable Instant acceptedAt) {

    /** Received online or digitised at reception, no step on paper, result issued electronically. */
    boolean fullyOnline() {
        return (receivedOnline || digitised) && !paperStep && resultElectronic;
    }

    CaseFacts acceptedAt(Instant moment) {
        return new CaseFacts(
                workFile,
                receivedOnline,
                digitised,
                paperStep,
                resultElectronic,
                acceptedAt == null ? moment : acceptedAt);
    }

    CaseFacts withPaper(boolean onPaper) {
        return new CaseFacts(workFile, receivedOnline, digitised, paperStep || onPaper, resultElectronic, acceptedAt);
    }

    CaseFacts withElectronicResult(boolean electronic) {
        return new CaseFacts(
                workFile, receivedOnline, digitised, paperStep, resultElectronic || electronic, acceptedAt);
    }
}
