package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.practice.BoxedPayer;
import org.cleanclaim.app.practice.RegisteredPatients;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.payer.PayerBox;

/// A payer that comes after Harbor Health for some patients of an office.
final class SecondPayer {
  private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

  final Payer payer;
  private final Office office;

  SecondPayer(Office office, String slug, String name) {
    this(office, slug, name, FilingIndicator.COMMERCIAL);
  }

  SecondPayer(Office office, String slug, String name, FilingIndicator filing) {
    this.office = office;
    payer =
        office.inside(() ->
            office
                .server
                .bean(Payers.class)
                .register(
                    new Payer(
                        0,
                        slug,
                        name,
                        new PayerId(
                            (slug + office.trace()).toUpperCase(Locale.ROOT).substring(0, 9)),
                        filing,
                        365,
                        null,
                        Set.of())));
  }

  /// Gives a patient its policy, behind the one that they have.
  void covers(PatientId patient, String member) {
    new RegisteredPatients(office)
        .cover(patient, payer.id(), PayerSequence.SECONDARY, "Second", member, SINCE);
  }

  /// The claim to it that follows another.
  BilledClaim follower(BilledClaim claim) {
    var turns = office.claim(claim).json().at("/payers");
    assertThat(turns.size()).isEqualTo(2);
    String number = turns.get(1).at("/controlNumber").asString();
    return new OfficeRecords(office).numbered(number);
  }

  /// Sends it what is ready.
  byte[] sent() {
    return office.submitted(payer);
  }

  /// Sends it what is ready and gives its acknowledgments back to the practice.
  ///
  /// @return the 837
  byte[] delivered(PayerBox box) {
    byte[] file = sent();
    for (var answer : box.receive("second.837", file, Office.TODAY.minusDays(2).atTime(17, 0))) {
      office.take(answer.name(), answer.bytes()).is(200);
    }
    return file;
  }

  /// The payer itself: it leaves four fifths of what it allows to the patient.
  PayerBox box(String member) {
    return new BoxedPayer(payer.name(), payer.electronicId(), payer.filing())
        .members(List.of(member))
        .patientShare("0.80")
        .allowed(Map.of("99213", "92.00", "20610", "70.00"))
        .box(71);
  }
}
