package org.cleanclaim.bench;

import java.io.IOException;
import java.io.OutputStream;

/// Writes remittances (835, 005010X221A1) that balance on every level: service, claim and payment,
/// with denials, reversals of earlier payments, crossovers and provider-level adjustments.
public final class RemittanceFileGenerator implements FileGenerator {
  private static final String VERSION = "005010X221A1";
  private static final int CLAIMS_OF_A_HEADER = 500;

  private final long seed;

  public RemittanceFileGenerator(long seed) {
    this.seed = seed;
  }

  @Override
  public GeneratedFile write(OutputStream out, long bytes) throws IOException {
    var dice = new Dice(seed);
    var payments = new Payments(dice);
    return new InterchangeMaker("HP", VERSION, dice).write(out, bytes, payments::make);
  }

  /// The transaction sets of one file.
  private static final class Payments {
    /// About what stands before the first claim.
    private static final int HEADER = 700;

    private final Dice dice;
    private final SegmentBuffer claims = new SegmentBuffer();
    private final ClaimPaid claim;

    Payments(Dice dice) {
      this.dice = dice;
      this.claim = new ClaimPaid(dice);
    }

    int make(SegmentBuffer out, long controlNumber, int wantedBytes) {
      Payer payer = Payer.any(dice);
      Practice practice = Practice.any(dice);
      int count = 0;
      long paid = 0;
      claims.clear();
      do {
        if (count % CLAIMS_OF_A_HEADER == 0) {
          claims.segment("LX").element(count / CLAIMS_OF_A_HEADER + 1).end();
        }
        if (count > 0 && dice.percent(1)) {
          paid += claim.reversed(claims, payer);
          count++;
        }
        paid += claim.write(claims, payer, practice);
        count++;
      } while (claims.length() < wantedBytes - HEADER);
      paid -= providerLevel(claims, practice, paid);
      header(out, controlNumber, payer, practice, paid);
      out.append(claims);
      out.segment("SE").element(out.segments() + 1).element(controlNumber).end();
      return count;
    }

    private void header(
        SegmentBuffer out, long controlNumber, Payer payer, Practice practice, long paid) {
      long payerNumber = Invented.employerNumber(dice);
      out.segment("ST").element("835").element(controlNumber).end();
      out.segment("BPR").element("I").amount(paid).element("C");
      if (dice.percent(75)) {
        out.element("ACH").element("CCP");
        account(out);
        out.element("1", payerNumber).empty(1);
        account(out);
      } else {
        out.element("CHK").empty(11);
      }
      out.element(Calendar.TODAY).end();
      out.segment("TRN").element("1").element("EFT", 5_000_000_000L + controlNumber);
      out.element("1", payerNumber).end();
      out.segment("REF").element("EV").element("BENCHRECEIVER").end();
      out.segment("DTM").element("405").element(Calendar.daysAgo(1)).end();
      out.segment("N1").element("PR").element(payer.name()).end();
      Invented.address(out, dice);
      out.segment("REF").element("2U").element(payer.id()).end();
      contact(out, "CX", "PROVIDER SERVICES");
      contact(out, "BL", "EDI SUPPORT");
      out.segment("N1").element("PE").element(practice.name()).element("XX");
      out.element(practice.npi()).end();
      Invented.address(out, dice);
      out.segment("REF").element("TJ").element(practice.employerNumber()).end();
    }

    private void account(SegmentBuffer out) {
      out.element("01").element(Invented.routingNumber(dice));
      out.element("DA").element(dice.between(10_000_000, 999_999_999));
    }

    private void contact(SegmentBuffer out, String what, String name) {
      out.segment("PER").element(what).element(name).element("TE");
      out.element(Invented.phone(dice)).end();
    }

    /// What is withheld (positive) or added (negative) beside the claims.
    private long providerLevel(SegmentBuffer out, Practice practice, long paid) {
      long withheld = paid / dice.between(20, 90);
      long interest = -(paid / 5000 + 3);
      out.segment("PLB").element(practice.npi()).element(20261231);
      out.element("WO").component(dice.between(100_000_000, 999_999_999)).amount(withheld);
      out.element("L6").component(dice.between(100_000_000, 999_999_999)).amount(interest).end();
      return withheld + interest;
    }
  }
}
