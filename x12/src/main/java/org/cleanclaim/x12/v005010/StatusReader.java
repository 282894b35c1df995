package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusLine;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.kernel.status.StatusParties.Party;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads claim status questions (276) and answers (277): the same levels, one trace number for each
/// claim.
final class StatusReader {
  private static final Party NOBODY = new Party(new OrganizationName(""), null, null);

  private final Values values;
  private final List<ClaimStatusInquiry> inquiries = new ArrayList<>();
  private final List<ClaimStatus> answers = new ArrayList<>();

  private String level = "";
  private Party payer = NOBODY;
  private @Nullable Contact payerContact;
  private @Nullable Party submitter;
  private final List<Party> providers = new ArrayList<>();
  private @Nullable Party subscriber;
  private @Nullable Segment subscriberBirth;
  private @Nullable Party dependent;
  private @Nullable Segment dependentBirth;

  private @Nullable String trace;
  private @Nullable Money charge;
  private @Nullable LocalDate from;
  private @Nullable LocalDate through;
  private @Nullable LocalDate respondBy;
  private final List<Reference> references = new ArrayList<>();
  private final List<ClaimStatus.Statement> statements = new ArrayList<>();
  private final List<StatusLine> lines = new ArrayList<>();
  private @Nullable Segment svc;
  private @Nullable String lineNumber;
  private @Nullable LocalDate lineFrom;
  private @Nullable LocalDate lineThrough;
  private final List<ClaimStatus.Statement> lineStatements = new ArrayList<>();

  private StatusReader(Faults faults) {
    this.values = new Values(faults);
  }

  static Transaction inquiries(Transaction.Header header, List<Segment> segments, Faults faults) {
    return new Transaction.StatusInquiries(header, read(segments, faults).inquiries);
  }

  static Transaction answers(Transaction.Header header, List<Segment> segments, Faults faults) {
    return new Transaction.StatusAnswers(header, read(segments, faults).answers);
  }

  private static StatusReader read(List<Segment> segments, Faults faults) {
    var reader = new StatusReader(faults);
    segments.forEach(reader::take);
    reader.finish();
    return reader;
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "HL" -> level(segment);
      case "NM1" -> party(segment);
      case "DMG" -> {
        if (level.equals("23")) {
          dependentBirth = segment;
        } else {
          subscriberBirth = segment;
        }
      }
      case "PER" -> payerContact = Parties.contact(segment);
      case "TRN" -> {
        finish();
        trace = segment.element(2);
      }
      case "SVC" -> {
        finishLine();
        svc = segment;
      }
      case "STC" -> (svc == null ? statements : lineStatements).add(statement(segment));
      case "AMT" -> charge = values.money(segment, 2);
      case "REF" -> reference(segment);
      case "DTP" -> date(segment);
      default -> {}
    }
  }

  private void level(Segment hl) {
    finish();
    level = hl.element(3);
    switch (level) {
      case "20" -> payerContact = null;
      case "19" -> providers.clear();
      case "22" -> {
        subscriberBirth = null;
        dependent = null;
        dependentBirth = null;
      }
      case "23" -> dependentBirth = null;
      default -> {}
    }
  }

  private void party(Segment nm1) {
    Party party =
        new Party(Values.name(nm1), Values.orNull(nm1.element(8)), Values.orNull(nm1.element(9)));
    switch (nm1.element(1)) {
      case "PR" -> payer = party;
      case "41" -> submitter = party;
      case "1P" -> providers.add(party);
      case "IL" -> subscriber = party;
      case "QC" -> dependent = party;
      default -> {}
    }
  }

  private void reference(Segment ref) {
    if (svc != null && ref.elementIs(1, "FJ")) {
      lineNumber = Values.orNull(ref.element(2));
    } else {
      references.add(new Reference(ref.element(1), ref.element(2)));
    }
  }

  private void date(Segment dtp) {
    if (dtp.elementIs(1, "106")) {
      // A line may name a day of its own: the first one binds.
      LocalDate day = values.from(dtp, 3);
      if (day != null && (respondBy == null || day.isBefore(respondBy))) respondBy = day;
    } else if (svc == null) {
      from = values.from(dtp, 3);
      through = values.through(dtp, 3);
    } else {
      lineFrom = values.from(dtp, 3);
      lineThrough = values.through(dtp, 3);
    }
  }

  private ClaimStatus.Statement statement(Segment stc) {
    var codes = new ArrayList<ClaimStatus.Code>();
    for (int element : new int[] {1, 10, 11}) {
      if (stc.isEmpty(element)) continue;
      codes.add(
          new ClaimStatus.Code(
              stc.component(element, 1),
              stc.component(element, 2),
              Values.orNull(stc.component(element, 3)),
              Values.orNull(stc.component(element, 4))));
    }
    return new ClaimStatus.Statement(
        codes,
        values.date(stc, 2),
        values.optionalMoney(stc, 4),
        values.optionalMoney(stc, 5),
        values.date(stc, 6),
        values.date(stc, 8),
        Values.orNull(stc.element(9)));
  }

  private void finishLine() {
    if (svc != null) {
      var modifiers = new ArrayList<String>();
      for (int component = 3; component <= 6; component++) {
        String modifier = svc.component(1, component);
        if (!modifier.isEmpty()) modifiers.add(modifier);
      }
      lines.add(
          new StatusLine(
              svc.component(1, 1),
              svc.component(1, 2),
              modifiers,
              values.money(svc, 2),
              values.optionalMoney(svc, 3),
              Values.orNull(svc.element(4)),
              svc.isEmpty(7) ? null : values.quantity(svc, 7, BigDecimal.ONE),
              lineNumber,
              lineFrom,
              lineThrough,
              lineStatements));
    }
    svc = null;
    lineNumber = null;
    lineFrom = null;
    lineThrough = null;
    lineStatements.clear();
  }

  private void finish() {
    finishLine();
    if (trace != null) {
      inquiries.add(
          new ClaimStatusInquiry(trace, parties(), charge, from, through, references, lines));
      answers.add(
          new ClaimStatus(
              switch (level) {
                case "21" -> ClaimStatus.Level.SUBMITTER;
                case "19" -> ClaimStatus.Level.PROVIDER;
                default -> ClaimStatus.Level.CLAIM;
              },
              trace,
              parties(),
              statements,
              references,
              from,
              through,
              respondBy,
              lines));
    }
    trace = null;
    charge = null;
    from = null;
    through = null;
    respondBy = null;
    references.clear();
    statements.clear();
    lines.clear();
  }

  private StatusParties parties() {
    boolean hasProvider = !level.equals("21");
    boolean hasInsured = hasProvider && !level.equals("19");
    return new StatusParties(
        payer,
        payerContact,
        submitter,
        hasProvider ? providers : List.of(),
        hasInsured ? insured(subscriber, subscriberBirth) : null,
        hasInsured && level.equals("23") ? insured(dependent, dependentBirth) : null);
  }

  private @Nullable Insured insured(@Nullable Party party, @Nullable Segment dmg) {
    if (party == null) return null;
    return new Insured(
        party,
        dmg == null ? null : values.date(dmg, 2),
        dmg == null || dmg.isEmpty(3) ? null : Sex.ofCode(dmg.element(3)));
  }
}
