package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.AcknowledgedParty;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.LineAcknowledgment;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.ClaimsAcknowledged;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads a 277CA: the levels above the claims, and one acknowledgment for each claim.
final class ClaimAcknowledgmentReader {
  private final Transaction.Header header;
  private final List<Segment> segments;
  private final Values values;
  private final List<AcknowledgedParty> parties = new ArrayList<>();
  private final List<ClaimAcknowledgment> claims = new ArrayList<>();
  private String level = "";
  private @Nullable ParticipantBuilder named;
  private @Nullable Party party;
  private @Nullable Told claim;
  private @Nullable Told line;

  ClaimAcknowledgmentReader(Transaction.Header header, List<Segment> segments, Faults faults) {
    this.header = header;
    this.segments = segments;
    this.values = new Values(faults);
  }

  Transaction read() {
    segments.forEach(this::take);
    finishParty();
    return new ClaimsAcknowledged(header, parties);
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "HL" -> level(segment.element(3));
      case "NM1" -> {
        named = new ParticipantBuilder(segment, values);
        if (!isOfClaim() && party != null) party.named = named;
      }
      case "TRN" -> {
        if (isOfClaim()) {
          finishClaim();
          claim = new Told(segment);
        } else if (party != null && party.trace == null) {
          party.trace = Values.orNull(segment.element(2));
        }
      }
      case "SVC" -> {
        finishLine();
        line = new Told(segment.keep());
      }
      default -> detail(segment);
    }
  }

  private boolean isOfClaim() {
    return level.equals("PT");
  }

  private void level(String code) {
    finishClaim();
    named = null;
    level = code;
    if (isOfClaim()) {
      if (party == null) party = new Party("19");
    } else {
      finishParty();
      party = new Party(code);
    }
  }

  private void detail(Segment segment) {
    if (line != null) {
      line.take(segment, "FJ");
    } else if (claim != null) {
      claim.take(segment, "1K");
    } else if (party != null && !isOfClaim()) {
      party.take(segment);
    }
  }

  private void finishLine() {
    if (line != null && claim != null) claim.lines.add(line.line());
    line = null;
  }

  private void finishClaim() {
    finishLine();
    if (claim != null) claims.add(claim.claim(named == null ? null : named.build()));
    claim = null;
  }

  private void finishParty() {
    finishClaim();
    if (party != null) parties.add(party.build());
    claims.clear();
    party = null;
  }

  private final class Party {
    private final String code;
    private @Nullable ParticipantBuilder named;
    private @Nullable String trace;
    private final List<AcknowledgmentStatement> statements = new ArrayList<>(1);
    private final ParticularsCollector particulars = new ParticularsCollector(values);

    Party(String code) {
      this.code = code;
    }

    void take(Segment segment) {
      if (segment.is("STC")) {
        statements.add(AcknowledgmentStatements.read(segment, values));
      } else {
        particulars.take(segment);
      }
    }

    AcknowledgedParty build() {
      return new AcknowledgedParty(
          code,
          named == null ? null : named.build(),
          trace,
          statements,
          particulars.build(),
          claims);
    }
  }

  /// A claim or a line, what is told of it.
  private final class Told {
    private final Segment first;
    private final List<AcknowledgmentStatement> statements = new ArrayList<>(1);
    private final List<LineAcknowledgment> lines = new ArrayList<>(0);
    private final ParticularsCollector particulars = new ParticularsCollector(values);
    private @Nullable String number;
    private @Nullable LocalDate servedFrom;
    private @Nullable LocalDate servedThrough;

    Told(Segment first) {
      this.first = first;
    }

    void take(Segment segment, String numberKind) {
      switch (segment.id()) {
        case "STC" -> statements.add(AcknowledgmentStatements.read(segment, values));
        case "REF" -> {
          if (number == null && segment.elementIs(1, numberKind)) {
            number = Values.orNull(segment.element(2));
          } else {
            particulars.reference(segment);
          }
        }
        case "DTP" -> {
          if (servedFrom == null && segment.elementIs(1, "472")) {
            servedFrom = values.from(segment, 3);
            servedThrough = values.through(segment, 3);
          } else {
            particulars.take(segment);
          }
        }
        default -> particulars.take(segment);
      }
    }

    ClaimAcknowledgment claim(@Nullable Participant patient) {
      return new ClaimAcknowledgment(
          first.element(2),
          patient,
          statements,
          number,
          servedFrom,
          servedThrough,
          particulars.build(),
          lines);
    }

    LineAcknowledgment line() {
      return new LineAcknowledgment(
          first.components(1),
          values.optionalMoney(first, 2),
          Values.orNull(first.element(4)),
          first.isEmpty(7) ? null : values.quantity(first, 7, BigDecimal.ONE),
          statements,
          number,
          servedFrom,
          servedThrough,
          particulars.build());
    }
  }
}
