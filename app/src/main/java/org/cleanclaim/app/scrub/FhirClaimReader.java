package org.cleanclaim.app.scrub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.Formalities;
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
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes the canonical record of one FHIR claim: those fields that the checks ask for.
final class FhirClaimReader {
  private final JsonNode claim;
  private final FhirReferences references;
  private final Consumer<Finding> findings;
  private final FhirPriorPayers priorPayers;

  FhirClaimReader(JsonNode claim, FhirReferences references, Consumer<Finding> findings) {
    this.claim = claim;
    this.references = references;
    this.findings = findings;
    this.priorPayers = new FhirPriorPayers(claim, references, findings);
  }

  /// Empty when the claim has no number by which its findings could be told.
  Optional<Claim> read() {
    String own = claim.path("identifier").path(0).path("value").asString("");
    String number = own.isEmpty() ? claim.path("id").asString("") : own;
    var controlNumber = ClaimControlNumber.parse(number);
    if (controlNumber.isEmpty()) {
      refuse(
          "identifier", "A claim has no number.", "Give it an identifier of 1 to 38 characters.");
      return Optional.empty();
    }
    var lines = new ArrayList<ServiceLine>();
    for (JsonNode item : claim.path("item")) {
      ServiceLine line = line(item, lines.size() + 1);
      if (line != null) lines.add(line);
    }
    JsonNode total = claim.path("total").path("value");
    Money sum = Money.sum(lines.stream().map(ServiceLine::charge).toList());
    String prior =
        claim.path("related").path(0).path("claim").path("identifier").path("value").asString("");
    ClaimType type = type();
    var stay = FhirStay.of(claim, type);
    return Optional.of(
        new Claim(
            type,
            controlNumber.get(),
            prior.isEmpty() ? ClaimFrequency.ORIGINAL : ClaimFrequency.REPLACEMENT,
            prior.isEmpty() ? null : prior,
            provider(claim.path("provider"), ProviderRole.BILLING),
            subscriber(),
            patient(),
            payer(),
            total.isMissingNode() ? sum : money(total, "total"),
            lines.isEmpty() ? null : lines.getFirst().placeOfService(),
            type == ClaimType.INSTITUTIONAL ? billType() : null,
            true,
            true,
            "Y",
            true,
            accident(),
            null,
            stay.admittedOn(),
            stay.dischargedOn(),
            null,
            FhirReferences.text(coverage().path("preAuthRef").path(0)),
            null,
            null,
            null,
            null,
            diagnoses(),
            careTeam(),
            priorPayers.coverages(patient().relationship()),
            List.of(),
            lines,
            stay.admission(),
            stay.codes(),
            Particulars.NONE,
            Formalities.NONE));
  }

  private ClaimType type() {
    return switch (code(claim.path("type"))) {
      case "institutional" -> ClaimType.INSTITUTIONAL;
      case "oral" -> ClaimType.DENTAL;
      default -> ClaimType.PROFESSIONAL;
    };
  }

  private @Nullable String billType() {
    String code = code(claim.path("subType"));
    return code.length() < 2 ? null : code.replaceFirst("^0", "").substring(0, 2);
  }

  private static String code(JsonNode concept) {
    return concept.path("coding").path(0).path("code").asString("");
  }

  private JsonNode coverage() {
    JsonNode insurance = claim.path("insurance");
    for (JsonNode each : insurance) {
      if (each.path("focal").asBoolean(false)) return each;
    }
    return insurance.path(0);
  }

  private Subscriber subscriber() {
    JsonNode coverage = references.resource(coverage().path("coverage"));
    String id = coverage.path("subscriberId").asString("");
    if (id.isEmpty()) id = coverage.path("identifier").path(0).path("value").asString("");
    ClaimPatient patient = patient();
    boolean isSelf = patient.relationship() == Relationship.SELF;
    PayerSequence place =
        switch (coverage().path("sequence").asInt(1)) {
          case 1 -> PayerSequence.PRIMARY;
          case 2 -> PayerSequence.SECONDARY;
          default -> PayerSequence.TERTIARY;
        };
    return new Subscriber(
        isSelf ? patient.name() : references.name(coverage.path("subscriber")),
        MemberId.parse(id).orElse(null),
        isSelf ? patient.bornOn() : null,
        isSelf ? patient.sex() : Sex.UNKNOWN,
        isSelf ? patient.address() : null,
        place,
        filing(code(coverage.path("type"))),
        null,
        null);
  }

  /// The source of payment typology of the coverage (PHDSC), or its act code, as filing indicator.
  private static @Nullable FilingIndicator filing(String code) {
    return switch (code) {
      case "WCBPOL" -> FilingIndicator.WORKERS_COMPENSATION;
      case "AUTOPOL" -> FilingIndicator.AUTOMOBILE;
      case "" -> null;
      default -> {
        if (code.startsWith("95")) yield FilingIndicator.WORKERS_COMPENSATION;
        if (code.startsWith("96")) yield FilingIndicator.AUTOMOBILE;
        if (code.startsWith("31")) yield FilingIndicator.TRICARE;
        if (code.startsWith("32")) yield FilingIndicator.VETERANS;
        yield switch (code.charAt(0)) {
          case '1' -> FilingIndicator.MEDICARE_PART_B;
          case '2' -> FilingIndicator.MEDICAID;
          case '5' -> FilingIndicator.COMMERCIAL;
          case '6' -> FilingIndicator.BLUE_CROSS;
          default -> null;
        };
      }
    };
  }

  private ClaimPatient patient() {
    JsonNode patient = references.resource(claim.path("patient"));
    JsonNode coverage = references.resource(coverage().path("coverage"));
    Relationship relationship =
        switch (code(coverage.path("relationship"))) {
          case "spouse" -> Relationship.SPOUSE;
          case "child" -> Relationship.CHILD;
          case "other", "common", "parent", "injured" -> Relationship.OTHER;
          default -> Relationship.SELF;
        };
    Sex sex =
        switch (patient.path("gender").asString("")) {
          case "female" -> Sex.FEMALE;
          case "male" -> Sex.MALE;
          default -> Sex.UNKNOWN;
        };
    return new ClaimPatient(
        FhirReferences.person(patient.path("name").path(0)),
        day(patient.path("birthDate")).orElse(null),
        sex,
        FhirReferences.address(patient.path("address").path(0), ""),
        relationship);
  }

  private ClaimPayer payer() {
    JsonNode insurer = claim.path("insurer");
    JsonNode resource = references.resource(insurer);
    String id = insurer.path("identifier").path("value").asString("");
    if (id.isEmpty()) id = resource.path("identifier").path(0).path("value").asString("");
    String name = references.name(insurer).display();
    if (PayerId.parse(id).isEmpty()) {
      refuse("insurer", "The insurer has no identifier.", "Name the payer by its electronic id.");
    }
    return new ClaimPayer(name, PayerId.parse(id).orElse(new PayerId("UNKNOWN")), null);
  }

  private Provider provider(JsonNode reference, ProviderRole role) {
    return new Provider(
        role,
        references.name(reference),
        references.npi(reference),
        null,
        references.taxId(reference),
        references.address(reference),
        null,
        List.of());
  }

  private List<Provider> careTeam() {
    var team = new ArrayList<Provider>();
    for (JsonNode member : claim.path("careTeam")) {
      ProviderRole role =
          switch (code(member.path("role"))) {
            case "primary", "rendering", "performing" -> ProviderRole.RENDERING;
            case "referring" -> ProviderRole.REFERRING;
            case "supervisor", "supervising" -> ProviderRole.SUPERVISING;
            case "attending" -> ProviderRole.ATTENDING;
            case "operating" -> ProviderRole.OPERATING;
            case "ordering" -> ProviderRole.ORDERING;
            default -> null;
          };
      if (role != null) team.add(provider(member.path("provider"), role));
    }
    if (!claim.path("facility").isMissingNode()) {
      team.add(provider(claim.path("facility"), ProviderRole.SERVICE_FACILITY));
    }
    return team;
  }

  private @Nullable Accident accident() {
    JsonNode accident = claim.path("accident");
    if (accident.isMissingNode()) return null;
    String cause =
        switch (code(accident.path("type"))) {
          case "MVA" -> "AA";
          case "WPA" -> "EM";
          default -> "OA";
        };
    return new Accident(
        List.of(cause),
        day(accident.path("date")).orElse(null),
        FhirReferences.text(accident.path("locationAddress").path("state")));
  }

  private List<Diagnosis> diagnoses() {
    var nodes = new ArrayList<JsonNode>();
    claim.path("diagnosis").forEach(nodes::add);
    nodes.sort(Comparator.comparingInt(node -> node.path("sequence").asInt(0)));
    var diagnoses = new ArrayList<Diagnosis>();
    for (JsonNode node : nodes) {
      Icd10Cm code =
          known(code(node.path("diagnosisCodeableConcept")), Icd10Cm::parse, "diagnosis");
      if (code == null) continue;
      String present = code(node.path("onAdmission")).toUpperCase(Locale.ROOT);
      diagnoses.add(new Diagnosis(code, present.matches("[YNUW1]") ? present : null));
    }
    return diagnoses;
  }

  private @Nullable ServiceLine line(JsonNode item, int number) {
    JsonNode period = item.path("servicedPeriod");
    var from = day(item.path("servicedDate")).or(() -> day(period.path("start")));
    if (from.isEmpty()) from = day(claim.path("billablePeriod").path("start"));
    if (from.isEmpty()) {
      refuse(
          "item.serviced",
          "Line " + number + " of claim has no day of service and was left out.",
          "Give servicedDate or servicedPeriod.");
      return null;
    }
    var modifiers = new ArrayList<Modifier>();
    for (JsonNode each : item.path("modifier")) {
      Modifier modifier = known(code(each), Modifier::parse, "item.modifier");
      if (modifier != null) modifiers.add(modifier);
    }
    var pointers = new ArrayList<Integer>();
    for (JsonNode each : item.path("diagnosisSequence")) pointers.add(each.asInt());
    String procedure = code(item.path("productOrService"));
    String place = code(item.path("locationCodeableConcept"));
    BigDecimal units = item.path("quantity").path("value").asDecimal(BigDecimal.ONE);
    return new ServiceLine(
        number,
        null,
        known(procedure, ProcedureCode::parse, "item.productOrService"),
        modifiers,
        FhirReferences.text(item.path("revenue").path("coding").path(0).path("code")),
        money(item.path("net").path("value"), "item.net"),
        units,
        item.path("quantity").path("code").asString("").equals("min") ? "MJ" : "UN",
        pointers,
        place.isEmpty() ? null : known(place, PlaceOfService::parse, "item.location"),
        from.get(),
        day(period.path("end")).orElse(from.get()),
        null,
        null,
        null,
        List.of(),
        priorPayers.ofItem(item.path("sequence").asInt(number)),
        null,
        Particulars.NONE,
        LineMarks.NONE);
  }

  private Money money(JsonNode node, String field) {
    Optional<Money> amount = Money.parse(node.asString(""));
    if (amount.isEmpty()) {
      refuse(
          field, "An amount is missing or is none, and was taken as zero.", "Give it in dollars.");
    }
    return amount.orElse(Money.ZERO);
  }

  private <T> @Nullable T known(String code, Function<String, Optional<T>> parse, String field) {
    Optional<T> value = code.isEmpty() ? Optional.empty() : parse.apply(code);
    if (value.isEmpty()) {
      refuse(field, "A code of " + field + " is missing or not in form.", "Correct the code.");
    }
    return value.orElse(null);
  }

  private static Optional<LocalDate> day(JsonNode node) {
    String text = node.asString("");
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void refuse(String field, String message, String remedy) {
    findings.accept(FhirClaims.finding("FHIR-CLAIM", field, message, remedy));
  }
}
