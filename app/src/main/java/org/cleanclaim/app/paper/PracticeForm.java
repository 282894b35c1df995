package org.cleanclaim.app.paper;

import static org.cleanclaim.app.paper.FormWords.bare;
import static org.cleanclaim.app.paper.FormWords.comma;
import static org.cleanclaim.app.paper.FormWords.date;
import static org.cleanclaim.app.paper.FormWords.street;
import static org.cleanclaim.app.paper.FormWords.through;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// What a practice's claim says in the items of the CMS-1500 (NUCC 1500 instructions, 02/12).
/// Medicare wants some items otherwise or empty (Medicare Claims Processing Manual, CMS Pub.
/// 100-04, chapter 26, sections 10.2 to 10.4).
final class PracticeForm {
  private static final String SIGNED = "SIGNATURE ON FILE";
  private static final String[] OTHER_DATES = {
    "454", "304", "453", "439", "455", "471", "090", "091", "444"
  };
  private static final PlaceOfService HOME = new PlaceOfService("12");
  private static final List<ProviderRole> SOURCES =
      List.of(ProviderRole.REFERRING, ProviderRole.ORDERING, ProviderRole.SUPERVISING);

  private final Claim claim;
  private final FormPen pen;
  private final LocalDate printedOn;
  private final boolean isMedicare;

  PracticeForm(Claim claim, FormPen pen, LocalDate printedOn) {
    this.claim = claim;
    this.pen = pen;
    this.printedOn = printedOn;
    var filing = claim.subscriber().filing();
    this.isMedicare = filing != null && filing.isMedicare();
  }

  void fill(List<ServiceLine> lines, int page, int pages) {
    payer(page, pages);
    patient();
    if (isMedicare) new MedicareItems(claim, pen).fill();
    else new InsuredItems(claim, pen).fill();
    conditions();
    history();
    codes();
    for (int i = 0; i < lines.size(); i++) line(i, lines.get(i));
    totals(page == pages);
    providers();
  }

  private void payer(int page, int pages) {
    var to = claim.payer();
    pen.stack(
        "payer", List.of(bare(to.name()), street(to.address()), FormWords.town(to.address())));
    if (pages > 1) pen.put("pages", "PAGE %02d OF %02d".formatted(page, pages));
    pen.cross(plan(claim.subscriber().filing()));
    var member = claim.subscriber().memberId();
    pen.put("insuredId", member == null ? null : member.value());
  }

  private static String plan(@Nullable FilingIndicator filing) {
    return switch (filing) {
      case MEDICARE_PART_A, MEDICARE_PART_B -> "medicare";
      case MEDICAID -> "medicaid";
      case TRICARE -> "tricare";
      case VETERANS -> "champva";
      case BLUE_CROSS, COMMERCIAL, PREFERRED_PROVIDER, POINT_OF_SERVICE, EXCLUSIVE_PROVIDER, HMO ->
          "group";
      case OTHER_FEDERAL -> "feca";
      case null, default -> "other";
    };
  }

  private void patient() {
    var patient = claim.patient();
    pen.put("patient", comma(patient.name()));
    pen.threeParts("born", patient.bornOn());
    pen.sex(patient.sex(), "male", "female");
    pen.address(patient.address(), "street", "city", "state", "zip");
  }

  private void conditions() {
    var accident = claim.accident();
    List<String> causes = accident == null ? List.of() : accident.causes();
    pen.either("employment", "noEmployment", causes.contains("EM"));
    pen.either("auto", "noAuto", causes.contains("AA"));
    pen.either("accident", "noAccident", causes.contains("OA"));
    if (accident != null) pen.put("autoState", accident.state());
    if (claim.releaseOfInformation().equals("Y") || claim.releaseOfInformation().equals("I")) {
      pen.put("patientSigned", SIGNED);
    }
    if (claim.assignsBenefits()) pen.put("insuredSigned", SIGNED);
  }

  private void history() {
    var period = date(claim, "484");
    if (claim.onsetOn() != null) {
      onset(claim.onsetOn(), "431");
    } else if (period != null) {
      onset(period.from(), "484");
    }
    if (!isMedicare) otherDate();
    pen.threeParts("notWorkingFrom", FormWords.from(date(claim, "314", "360")));
    pen.threeParts("notWorkingTo", through(date(claim, "314", "361")));
    pen.threeParts("hospitalFrom", claim.admittedOn());
    pen.threeParts("hospitalTo", claim.dischargedOn());
    sources();
    pen.put("note", claim.note());
    pen.either("lab", "noLab", claim.provider(ProviderRole.PURCHASED_SERVICE).isPresent());
  }

  private void sources() {
    var sources = new ArrayList<Provider>();
    for (ProviderRole role : SOURCES) {
      claim.allProviders().stream().filter(p -> p.role() == role).forEach(sources::add);
    }
    if (sources.isEmpty()) return;
    source(sources.getFirst());
    sources.stream()
        .skip(1)
        .forEach(more ->
            pen.leave(
                "source",
                "Item 17 has room for one provider, so %s (%s) is not on the form."
                    .formatted(FormWords.natural(more.name()), more.role().code())));
  }

  // Medicare wants no qualifier.
  private void onset(@Nullable LocalDate day, String kind) {
    pen.threeParts("onset", day);
    if (!isMedicare) pen.put("onsetKind", kind);
  }

  private void otherDate() {
    var other = date(claim, OTHER_DATES);
    var accident = claim.accident();
    if (other != null) {
      pen.put("otherDateKind", other.qualifier());
      pen.threeParts("otherDate", other.from());
    } else if (accident != null && accident.happenedOn() != null) {
      pen.put("otherDateKind", "439");
      pen.threeParts("otherDate", accident.happenedOn());
    }
  }

  private void source(Provider source) {
    pen.put("sourceKind", source.role().code());
    pen.put("source", FormWords.natural(source.name()));
    pen.put("sourceNpi", source.npi() == null ? null : source.npi().value());
    var number = FormWords.otherNumber(source);
    if (number == null || isMedicare) return;
    pen.put("sourceIdKind", number.qualifier());
    pen.put("sourceId", number.value());
  }

  private void codes() {
    pen.put("icd", "0");
    for (int i = 0; i < claim.diagnoses().size(); i++) {
      pen.put("diagnosis", i, claim.diagnoses().get(i).code().value().replace(".", ""));
    }
    if (claim.frequency() != ClaimFrequency.ORIGINAL) correction();
    var numbers = new ArrayList<String>();
    if (claim.authorizationNumber() != null) numbers.add(claim.authorizationNumber());
    if (claim.referralNumber() != null) numbers.add(claim.referralNumber());
    if (claim.cliaNumber() != null) numbers.add(claim.cliaNumber());
    if (numbers.isEmpty()) return;
    pen.put("authorization", numbers.getFirst());
    numbers.stream()
        .skip(1)
        .forEach(more ->
            pen.leave(
                "authorization",
                "Item 23 has room for one number, so %s is not on the form.".formatted(more)));
  }

  private void correction() {
    if (isMedicare) {
      pen.leave(
          "resubmission",
          "Medicare reads no frequency on paper, so the form does not say that this claim is"
              + " a correction. Ask the contractor to reopen the claim.");
      return;
    }
    pen.put("resubmission", claim.frequency().code());
    pen.put("original", claim.payerClaimControlNumber());
  }

  private void line(int row, ServiceLine line) {
    pen.put("supplement", row, supplement(line));
    pen.put("from", row, FormPen.spaced(line.servedFrom()));
    pen.put("to", row, FormPen.spaced(line.servedThrough()));
    var place = line.placeOfService() == null ? claim.placeOfService() : line.placeOfService();
    pen.put("place", row, place == null ? null : place.value());
    if ("Y".equals(line.marks().emergency())) pen.put("emergency", row, "Y");
    if ("Y".equals(line.marks().screening()) && !isMedicare) pen.put("screening", row, "Y");
    if ("Y".equals(line.marks().familyPlanning()) && !isMedicare) pen.put("family", row, "Y");
    pen.put("procedure", row, line.procedure() == null ? null : line.procedure().value());
    pen.put("modifiers", row, FormWords.modifiers(line.modifiers(), " "));
    pen.put(
        "pointers",
        row,
        line.diagnosisPointers().stream()
            .limit(isMedicare ? 1 : line.diagnosisPointers().size())
            .map(p -> Character.toString('A' + p - 1))
            .collect(Collectors.joining()));
    pen.money("charge", "cents", row, line.charge());
    pen.put("units", row, FormWords.units(line.unitsBilled()));
    var own = line.providers().stream().filter(p -> p.role() == ProviderRole.RENDERING).findFirst();
    var rendering = own.isPresent() ? own : claim.provider(ProviderRole.RENDERING);
    if (rendering.isEmpty()) return;
    var npi = rendering.get().npi();
    pen.put("renderingNpi", row, npi == null ? null : npi.value());
    var number = FormWords.otherNumber(rendering.get());
    if (number == null || isMedicare) return;
    pen.put("renderingIdKind", row, number.qualifier());
    pen.put("renderingId", row, number.value());
  }

  /// The drug, else the words for a service without ones of its own.
  private static @Nullable String supplement(ServiceLine line) {
    Drug drug = line.drug();
    if (drug == null) {
      return line.marks().description() == null ? null : "ZZ" + line.marks().description();
    }
    if (drug.quantity() == null || drug.unit() == null) return "N4" + drug.ndc();
    return "N4" + drug.ndc() + "   " + drug.unit() + FormWords.units(drug.quantity());
  }

  private void totals(boolean isLast) {
    var tax = claim.billingProvider().taxId();
    if (tax != null) {
      pen.put("taxId", tax.value());
      pen.either("taxSsn", "taxEin", tax.kind() == TaxId.Kind.SOCIAL_SECURITY);
    }
    pen.put("account", claim.controlNumber().value());
    pen.either("assignment", "noAssignment", claim.acceptsAssignment());
    if (!isLast) {
      pen.put("continued", "CONTINUED");
      return;
    }
    pen.money("total", "totalCents", 0, claim.totalCharge());
    var paid = paid();
    if (!paid.isZero()) pen.money("paid", "paidCents", 0, paid);
  }

  // Medicare wants what the patient paid alone; what a payer before paid is on its explanation.
  private Money paid() {
    Money paid = claim.patientPaid() == null ? Money.ZERO : claim.patientPaid();
    if (isMedicare) return paid;
    for (OtherCoverage other : claim.otherCoverages()) {
      if (other.paid() != null) paid = paid.plus(other.paid());
    }
    return paid;
  }

  private void providers() {
    if (claim.hasSignatureOnFile()) {
      pen.put("signature", SIGNED);
      pen.put("signedOn", FormPen.spaced(printedOn));
    }
    var billing = claim.billingProvider();
    claim
        .provider(ProviderRole.SERVICE_FACILITY)
        .ifPresentOrElse(this::facility, () -> servedHere(billing));
    String phone = billing.contact() == null ? null : billing.contact().phone();
    String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
    if (digits.length() == 10) {
      pen.put("billingPhone", digits.substring(0, 3));
      pen.put("billingNumber", digits.substring(3));
    }
    pen.stack("billing", FormWords.block(billing.name(), billing.address()));
    pen.put("billingNpi", billing.npi() == null ? null : billing.npi().value());
    if (isMedicare || billing.taxonomy() == null) return;
    pen.put("billingId", "ZZ" + billing.taxonomy().value());
  }

  // Medicare wants the place of every service but those at the patient's home.
  private void servedHere(Provider billing) {
    if (!isMedicare || HOME.equals(claim.placeOfService())) return;
    pen.stack("facility", FormWords.block(billing.name(), billing.address()));
  }

  private void facility(Provider facility) {
    pen.stack("facility", FormWords.block(facility.name(), facility.address()));
    pen.put("facilityNpi", facility.npi() == null ? null : facility.npi().value());
    var number = FormWords.otherNumber(facility);
    if (number != null && !isMedicare) pen.put("facilityId", number.qualifier() + number.value());
  }
}
