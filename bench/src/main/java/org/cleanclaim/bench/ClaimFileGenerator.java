package org.cleanclaim.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes professional claims (837P, 005010X222A1): practices with their subscribers and
/// dependents, each claim with one to six service lines, some after another payer's decision.
public final class ClaimFileGenerator implements FileGenerator {
  private static final String VERSION = "005010X222A1";
  private static final int PRACTICES = 60;

  private final long seed;

  public ClaimFileGenerator(long seed) {
    this.seed = seed;
  }

  @Override
  public GeneratedFile write(OutputStream out, long bytes) throws IOException {
    var dice = new Dice(seed);
    var batch = new Batch(dice);
    return new InterchangeMaker("HC", VERSION, dice).write(out, bytes, batch::make);
  }

  /// The transaction sets of one file.
  private static final class Batch {
    private final Dice dice;
    private final List<Practice> practices = new ArrayList<>();
    private final ProfessionalClaim claim;
    private long level;

    Batch(Dice dice) {
      this.dice = dice;
      this.claim = new ProfessionalClaim(dice);
      for (int i = 0; i < PRACTICES; i++) practices.add(Practice.any(dice));
    }

    int make(SegmentBuffer out, long controlNumber, int wantedBytes) {
      int claims = 0;
      level = 0;
      header(out, controlNumber);
      do {
        Practice practice = practices.get(dice.below(PRACTICES));
        long parent = billingProvider(out, practice);
        int patients = dice.between(10, 50);
        for (int i = 0; i < patients && (i == 0 || out.length() < wantedBytes); i++) {
          claims += patient(out, practice, parent);
        }
      } while (out.length() < wantedBytes);
      out.segment("SE").element(out.segments() + 1).element(controlNumber).end();
      return claims;
    }

    private void header(SegmentBuffer out, long controlNumber) {
      out.segment("ST").element("837").element(controlNumber).element(VERSION).end();
      out.segment("BHT")
          .element("0019")
          .element("00")
          .element("BATCH", controlNumber)
          .element(Calendar.TODAY)
          .element("0915")
          .element("CH")
          .end();
      organization(out, "41", "LANTERN HILL CLAIMS OFFICE", "46", "BENCHSENDER");
      out.segment("PER")
          .element("IC")
          .element("THEA WINTERMERE")
          .element("TE")
          .element(Invented.phone(dice))
          .element("EM")
          .element("CLAIMS@EXAMPLE.ORG")
          .end();
      organization(out, "40", "CROSSROADS CLEARINGHOUSE", "46", "BENCHRECEIVER");
    }

    private static void organization(
        SegmentBuffer out, String entity, String name, String qualifier, String id) {
      out.segment("NM1")
          .element(entity)
          .element("2")
          .element(name)
          .empty(4)
          .element(qualifier)
          .element(id)
          .end();
    }

    /// Loops 2000A to 2010AB.
    ///
    /// @return the number of the level
    private long billingProvider(SegmentBuffer out, Practice practice) {
      long number = ++level;
      out.segment("HL").element(number).empty(1).element("20").element("1").end();
      out.segment("PRV")
          .element("BI")
          .element("PXC")
          .element(practice.clinicians().getFirst().taxonomy())
          .end();
      if (practice.isOne()) {
        practice.clinicians().getFirst().write(out, "85");
      } else {
        out.segment("NM1")
            .element("85")
            .element("2")
            .element(practice.name())
            .empty(4)
            .element("XX")
            .element(practice.npi())
            .end();
      }
      Invented.address(out, dice);
      out.segment("REF").element("EI").element(practice.employerNumber()).end();
      if (dice.percent(40)) {
        out.segment("PER")
            .element("IC")
            .element("BILLING OFFICE")
            .element("TE")
            .element(Invented.phone(dice))
            .end();
      }
      if (dice.percent(25)) {
        out.segment("NM1").element("87").element(practice.isOne() ? "1" : "2").end();
        Invented.address(out, dice);
      }
      return number;
    }

    /// A subscriber, or a subscriber's dependent, with one or two claims.
    private int patient(SegmentBuffer out, Practice practice, long parent) {
      boolean isLater = dice.percent(10);
      Payer payer = isLater && dice.percent(50) ? Payer.anyPrivate(dice) : Payer.any(dice);
      if (isLater && payer.isMedicare()) payer = Payer.anyPrivate(dice);
      Person subscriber = Person.any(dice);
      boolean isDependent = payer.isPrivate() && dice.percent(30);
      long number = ++level;
      subscriber(out, number, parent, subscriber, payer, isDependent, isLater);
      Person patient = isDependent ? Person.of(subscriber.surname(), dice) : subscriber;
      if (isDependent) dependent(out, number, patient);
      Payer earlier = isLater ? Payer.before(payer, isDependent, dice) : null;
      int claims = dice.percent(12) ? 2 : 1;
      for (int i = 0; i < claims; i++) claim.write(out, practice, patient, earlier);
      return claims;
    }

    /// Loops 2000B to 2010BB.
    private void subscriber(
        SegmentBuffer out,
        long number,
        long parent,
        Person subscriber,
        Payer payer,
        boolean isDependent,
        boolean isLater) {
      out.segment("HL").element(number).element(parent).element("22");
      out.element(isDependent ? "1" : "0").end();
      out.segment("SBR").element(isLater ? "S" : "P").element(isDependent ? "" : "18");
      if (payer.isPrivate() && dice.percent(70)) {
        out.element("GRP", dice.between(1000, 99_999)).empty(5);
      } else {
        out.empty(6);
      }
      out.element(payer.filing()).end();
      subscriber.name(out, "IL").element("MI");
      payer.member(out, dice);
      out.end();
      if (!isDependent) demographics(out, subscriber, 1935, 2004);
      payer.write(out);
      if (dice.percent(30)) Invented.address(out, dice);
    }

    /// Loops 2000C and 2010CA.
    private void dependent(SegmentBuffer out, long parent, Person patient) {
      out.segment("HL").element(++level).element(parent).element("23").element("0").end();
      boolean isChild = dice.percent(65);
      out.segment("PAT").element(isChild ? "19" : "01").end();
      patient.name(out, "QC").end();
      demographics(out, patient, isChild ? 2002 : 1950, isChild ? 2024 : 2000);
    }

    private void demographics(SegmentBuffer out, Person person, int firstYear, int lastYear) {
      Invented.address(out, dice);
      out.segment("DMG")
          .element("D8")
          .element(Calendar.birthday(dice, firstYear, lastYear))
          .element(person.sex())
          .end();
    }
  }
}
