package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;

class CorrectionCopyTest {
  private static final ClaimControlNumber NUMBER = new ClaimControlNumber("CC000999");
  private final HeldClaims held = new HeldClaims();

  private Claim billed() {
    var found = new Claim[1];
    held.undone(
        Role.BILLER,
        () -> found[0] = held.claims.find(held.ids(1).getFirst()).orElseThrow().snapshot());
    return found[0];
  }

  @Test
  void aProfessionalCorrectionIsWrittenWithItsFrequencyAndThePayersNumber() {
    var claim = billed();

    String replacement =
        written(ClaimCopies.correction(claim, NUMBER, ClaimFrequency.REPLACEMENT, "PAYER77"));
    String voided = written(ClaimCopies.correction(claim, NUMBER, ClaimFrequency.VOID, "PAYER77"));
    String anew = written(ClaimCopies.correction(claim, NUMBER, ClaimFrequency.ORIGINAL, ""));

    assertThat(replacement).contains("CLM*CC000999*", ":B:7*", "REF*F8*PAYER77~");
    assertThat(voided).contains(":B:8*", "REF*F8*PAYER77~");
    assertThat(anew).contains(":B:1*").doesNotContain("REF*F8*");
    assertThat(replacement).contains("REF*6R*CC000999L1~");
  }

  @Test
  void anInstitutionalCorrectionKeepsItsTypeOfBill() {
    var claim = institutional(billed());

    String replacement =
        written(ClaimCopies.correction(claim, NUMBER, ClaimFrequency.REPLACEMENT, "PAYER77"));

    assertThat(replacement).contains("CLM*CC000999*", "13:A:7*", "REF*F8*PAYER77~");
  }

  private static String written(Claim claim) {
    var envelope =
        new Envelope(
            "ZZ",
            "CLINIC",
            "ZZ",
            "PAYER",
            LocalDateTime.of(2026, 3, 1, 9, 0),
            "000000007",
            true,
            new Separators('*', ':', '^', '~'));
    byte[] bytes =
        X12Writer.claims(
            envelope,
            "7",
            ClaimBatch.of(
                "Clinic",
                "1948372614",
                new Contact("Billing office", "5551234567", null),
                "Payer",
                "PAYER",
                "000000007",
                List.of(claim)));
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static Claim institutional(Claim c) {
    return new Claim(
        ClaimType.INSTITUTIONAL,
        c.controlNumber(),
        c.frequency(),
        c.payerClaimControlNumber(),
        c.billingProvider(),
        c.subscriber(),
        c.patient(),
        c.payer(),
        c.totalCharge(),
        null,
        "13",
        c.acceptsAssignment(),
        c.assignsBenefits(),
        c.releaseOfInformation(),
        c.hasSignatureOnFile(),
        c.accident(),
        c.onsetOn(),
        c.admittedOn(),
        c.dischargedOn(),
        c.patientPaid(),
        c.authorizationNumber(),
        c.referralNumber(),
        c.propertyCasualtyClaimNumber(),
        c.cliaNumber(),
        c.note(),
        c.diagnoses(),
        List.of(),
        c.otherCoverages(),
        c.otherReferences(),
        c.lines(),
        c.admission(),
        c.informationCodes(),
        c.particulars(),
        c.formalities());
  }

  @Test
  void nothingElseChanges() {
    var claim = billed();

    var copy = ClaimCopies.correction(claim, NUMBER, ClaimFrequency.REPLACEMENT, "PAYER77");

    var back = ClaimCopies.correction(copy, claim.controlNumber(), claim.frequency(), "");
    assertThat(back).isEqualTo(claim);
  }
}
