package org.cleanclaim.app.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanclaim.app.pricing.ClaimRows.BadCell;
import org.cleanclaim.app.pricing.ClaimRows.Row;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Puts rows of a table or of JSON together into claims, by their number. A claim with a row that
/// cannot be read is refused whole: decided in part it would say something else.
final class RowClaims {
  static final String COLUMNS =
      "The columns are claim, member, patient, kind (professional or institutional), payer, npi,"
          + " code, revenue, modifiers, units, pos, dos, charge, diagnoses, and after another payer"
          + " sequence (2 or 3), prior_paid and prior_patient.";

  private static final PayerId NOT_SAID = new PayerId("PAYER");
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final int MOST_UNITS = 99_999;

  /// What a file refuses: which claim, why, what to do.
  interface Refusals {
    void refuse(String claim, String message, String remedy);
  }

  private final Refusals refusals;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private final Set<String> refused = new LinkedHashSet<>();

  RowClaims(Refusals refusals) {
    this.refusals = refusals;
  }

  void add(Row row) {
    String number = row.cell("claim").isEmpty() ? "1" : row.cell("claim");
    rows.computeIfAbsent(number, _ -> new ArrayList<>()).add(row);
  }

  /// Gives the claims on, in the order in which they began.
  void finish(Consumer<Claim> receiver) {
    rows.forEach((number, ofClaim) -> {
      Row at = ofClaim.getFirst();
      try {
        var lines = new ArrayList<ServiceLine>();
        for (Row row : ofClaim) {
          at = row;
          lines.add(line(row, lines.size() + 1));
        }
        at = ofClaim.getFirst();
        receiver.accept(claim(number, at, lines));
      } catch (BadCell e) {
        if (refused.add(number)) {
          refusals.refuse(
              number, at.where() + ": " + e.getMessage() + " The claim was left out.", COLUMNS);
        }
      }
    });
    rows.clear();
  }

  private static ServiceLine line(Row row, int number) throws BadCell {
    String code = row.cell("code");
    String revenue = row.cell("revenue");
    if (code.isEmpty() && revenue.isEmpty()) throw new BadCell("code", "");
    ProcedureCode procedure =
        code.isEmpty()
            ? null
            : ProcedureCode.parse(StayFiles.code(code))
                .orElseThrow(() -> new BadCell("code", code));
    if (!revenue.isEmpty() && !revenue.matches("[0-9]{3,4}")) throw new BadCell("revenue", revenue);
    var modifiers = new ArrayList<Modifier>();
    for (String word : row.words("modifiers")) {
      modifiers.add(Modifier.parse(word).orElseThrow(() -> new BadCell("modifiers", word)));
    }
    LocalDate day = row.day("dos");
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) throw new BadCell("dos", day.toString());
    return new ServiceLine(
        number,
        null,
        procedure,
        modifiers,
        revenue.isEmpty() ? null : "0".repeat(4 - revenue.length()) + revenue,
        charge(row),
        units(row),
        "UN",
        List.of(),
        place(row),
        day,
        day,
        null,
        null,
        null,
        List.of(),
        prior(row),
        null,
        Particulars.NONE,
        LineMarks.NONE);
  }

  private static Money charge(Row row) throws BadCell {
    Money charge = row.money("charge");
    if (charge.isNegative()) throw new BadCell("charge", row.cell("charge"));
    return charge;
  }

  private static BigDecimal units(Row row) throws BadCell {
    if (row.cell("units").isEmpty()) return BigDecimal.ONE;
    int units = row.number("units");
    if (units < 1 || units > MOST_UNITS) throw new BadCell("units", row.cell("units"));
    return BigDecimal.valueOf(units);
  }

  private static @Nullable PlaceOfService place(Row row) throws BadCell {
    String place = row.cell("pos");
    if (place.isEmpty()) return null;
    return PlaceOfService.parse(place).orElseThrow(() -> new BadCell("pos", place));
  }

  private static List<LineAdjudication> prior(Row row) throws BadCell {
    if (row.cell("prior_paid").isEmpty() && row.cell("prior_patient").isEmpty()) return List.of();
    return List.of(
        new LineAdjudication(
            NOT_SAID,
            row.money("prior_paid"),
            null,
            List.of(),
            null,
            BigDecimal.ONE,
            List.of(),
            null,
            row.money("prior_patient")));
  }

  private static Claim claim(String number, Row row, List<ServiceLine> lines) throws BadCell {
    var control = ClaimControlNumber.parse(number).orElseThrow(() -> new BadCell("claim", number));
    MemberId member =
        MemberId.parse(row.needed("member"))
            .orElseThrow(() -> new BadCell("member", row.cell("member")));
    var patient =
        new PersonName(
            row.cell("patient").isEmpty() ? member.value() : row.cell("patient"), null, null, null);
    ClaimType type = type(row);
    return new Claim(
        type,
        control,
        ClaimFrequency.ORIGINAL,
        null,
        billing(row),
        new Subscriber(
            patient,
            member,
            null,
            Sex.UNKNOWN,
            null,
            sequence(row),
            FilingIndicator.COMMERCIAL,
            null,
            null),
        new ClaimPatient(patient, null, Sex.UNKNOWN, null, Relationship.SELF),
        payer(row),
        Money.sum(lines.stream().map(ServiceLine::charge).toList()),
        type == ClaimType.INSTITUTIONAL ? null : lines.getFirst().placeOfService(),
        type == ClaimType.INSTITUTIONAL ? "13" : null,
        true,
        true,
        "Y",
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        diagnoses(row),
        List.of(),
        List.of(),
        List.of(),
        lines,
        null,
        List.of(),
        Particulars.NONE,
        Formalities.NONE);
  }

  private static List<Diagnosis> diagnoses(Row row) throws BadCell {
    var diagnoses = new ArrayList<Diagnosis>();
    for (String word : row.words("diagnoses")) {
      var code = Icd10Cm.parse(word.toUpperCase(Locale.ROOT));
      diagnoses.add(new Diagnosis(code.orElseThrow(() -> new BadCell("diagnoses", word)), null));
    }
    return diagnoses;
  }

  private static ClaimType type(Row row) throws BadCell {
    return switch (row.cell("kind").toLowerCase(Locale.ROOT)) {
      case "", "professional" -> ClaimType.PROFESSIONAL;
      case "institutional" -> ClaimType.INSTITUTIONAL;
      default -> throw new BadCell("kind", row.cell("kind"));
    };
  }

  private static PayerSequence sequence(Row row) throws BadCell {
    return switch (row.cell("sequence").toLowerCase(Locale.ROOT)) {
      case "", "1", "primary" -> PayerSequence.PRIMARY;
      case "2", "secondary" -> PayerSequence.SECONDARY;
      case "3", "tertiary" -> PayerSequence.TERTIARY;
      default -> throw new BadCell("sequence", row.cell("sequence"));
    };
  }

  private static ClaimPayer payer(Row row) throws BadCell {
    String id = row.cell("payer");
    if (id.isEmpty()) return new ClaimPayer(NOT_SAID.value(), NOT_SAID, null);
    return new ClaimPayer(id, PayerId.parse(id).orElseThrow(() -> new BadCell("payer", id)), null);
  }

  private static Provider billing(Row row) throws BadCell {
    String npi = row.cell("npi");
    return new Provider(
        ProviderRole.BILLING,
        new OrganizationName(npi.isEmpty() ? "BILLING PROVIDER" : npi),
        npi.isEmpty() ? null : Npi.parse(npi).orElseThrow(() -> new BadCell("npi", npi)),
        null,
        null,
        null,
        null,
        List.of());
  }
}
