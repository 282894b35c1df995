package org.cleanclaim.app.paper;

import static org.cleanclaim.app.paper.FormPen.mmddyy;
import static org.cleanclaim.app.paper.FormWords.bare;
import static org.cleanclaim.app.paper.FormWords.comma;
import static org.cleanclaim.app.paper.FormWords.date;
import static org.cleanclaim.app.paper.FormWords.street;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// What a hospital's claim says in the form locators of the UB-04 (Medicare Claims Processing
/// Manual, chapter 25, section 75).
final class HospitalForm {
  private static final Set<String> INPATIENT = Set.of("11", "18", "21", "41");
  private static final String MEDICAL_RECORD = "EA";
  private static final List<ProviderRole> OTHERS =
      List.of(
          ProviderRole.OTHER_OPERATING,
          ProviderRole.RENDERING,
          ProviderRole.REFERRING,
          ProviderRole.ASSISTANT_SURGEON);

  private final Claim claim;
  private final FormPen pen;
  private final LocalDate printedOn;

  HospitalForm(Claim claim, FormPen pen, LocalDate printedOn) {
    this.claim = claim;
    this.pen = pen;
    this.printedOn = printedOn;
  }

  void fill(List<ServiceLine> lines, int page, int pages) {
    head();
    patient();
    stay();
    events();
    for (int i = 0; i < lines.size(); i++) line(i, lines.get(i));
    pen.put("page", page);
    pen.put("pages", pages);
    pen.put("createdOn", mmddyy(printedOn));
    if (page == pages) {
      pen.put("totalCode", "0001");
      pen.money("total", "totalCents", 0, claim.totalCharge());
    }
    new HospitalPayers(claim, pen).fill();
    codes();
    doctors();
    remarks();
  }

  private void head() {
    var billing = claim.billingProvider();
    var own = new ArrayList<>(FormWords.block(billing.name(), billing.address()));
    String phone = billing.contact() == null ? null : billing.contact().phone();
    if (phone != null) own.add(phone.replaceAll("[^0-9]", ""));
    pen.stack("billing", own);
    claim
        .provider(ProviderRole.PAY_TO)
        .ifPresent(p ->
            pen.stack(
                "payTo",
                FormWords.block(
                    p.name().display().isBlank() ? billing.name() : p.name(), p.address())));
    pen.put("account", claim.controlNumber().value());
    pen.put("record", reference(MEDICAL_RECORD));
    pen.put("billType", "0" + claim.billType() + claim.frequency().code());
    pen.put("taxId", billing.taxId() == null ? null : hyphened(billing.taxId()));
    var period = date(claim, "434");
    if (period != null) {
      pen.put("from", mmddyy(period.from()));
      pen.put("through", mmddyy(period.through()));
    }
  }

  private static String hyphened(TaxId tax) {
    return tax.kind() == TaxId.Kind.EMPLOYER
        ? tax.value().substring(0, 2) + "-" + tax.value().substring(2)
        : tax.value();
  }

  private @Nullable String reference(String qualifier) {
    return claim.otherReferences().stream()
        .filter(r -> r.qualifier().equals(qualifier))
        .map(Reference::value)
        .findFirst()
        .orElse(null);
  }

  private void patient() {
    var patient = claim.patient();
    pen.put("patient", comma(patient.name()));
    var address = patient.address() == null ? claim.subscriber().address() : patient.address();
    if (address != null) {
      pen.put("street", street(address));
      pen.put("city", bare(address.city()));
      pen.put("state", address.state());
      pen.put("zip", FormWords.zip(address));
      pen.put("country", address.country());
    }
    pen.put("born", FormPen.mmddyyyy(patient.bornOn()));
    pen.put("sex", patient.sex().code());
  }

  private void stay() {
    pen.put("admitted", mmddyy(claim.admittedOn()));
    pen.put("admissionHour", FormWords.hour(claim, "435"));
    pen.put("dischargeHour", FormWords.hour(claim, "096"));
    var admission = claim.admission();
    if (admission == null) return;
    pen.put("admissionType", admission.typeCode());
    pen.put("origin", admission.sourceCode());
    pen.put("status", admission.patientStatus());
  }

  private void events() {
    var conditions = claim.informationCodes(Kind.CONDITION);
    for (int i = 0; i < conditions.size(); i++) pen.put("condition", i, conditions.get(i).code());
    pen.put("accidentState", claim.accident() == null ? reference("LU") : claim.accident().state());
    var occurrences = claim.informationCodes(Kind.OCCURRENCE);
    for (int i = 0; i < occurrences.size(); i++) {
      pen.put("occurrence", i, occurrences.get(i).code());
      pen.put("occurredOn", i, mmddyy(occurrences.get(i).from()));
    }
    var spans = claim.informationCodes(Kind.OCCURRENCE_SPAN);
    for (int i = 0; i < spans.size(); i++) {
      pen.put("span", i, spans.get(i).code());
      pen.put("spanFrom", i, mmddyy(spans.get(i).from()));
      pen.put("spanThrough", i, mmddyy(spans.get(i).through()));
    }
    var to = claim.payer();
    pen.stack(
        "responsible",
        List.of(bare(to.name()), street(to.address()), FormWords.town(to.address())));
    var values = claim.informationCodes(Kind.VALUE);
    for (int i = 0; i < values.size(); i++) {
      pen.put("value", i, values.get(i).code());
      var amount = values.get(i).amount();
      if (amount != null) pen.money("valueDollars", "valueCents", i, amount);
    }
  }

  private void line(int row, ServiceLine line) {
    pen.put("revenue", row, line.revenueCode());
    var drug = line.drug();
    if (drug != null) {
      String amount =
          drug.quantity() == null || drug.unit() == null
              ? ""
              : drug.unit() + FormWords.units(drug.quantity());
      pen.put("description", row, "N4" + drug.ndc() + amount);
    }
    pen.put("service", row, service(line));
    if (!INPATIENT.contains(claim.billType())) pen.put("servedOn", row, mmddyy(line.servedFrom()));
    pen.put("units", row, FormWords.units(line.unitsBilled()));
    pen.money("charge", "cents", row, line.charge());
  }

  /// Service with modifiers, or the rate of a day in a room.
  private static @Nullable String service(ServiceLine line) {
    if (line.procedure() != null) {
      return line.procedure().value() + FormWords.modifiers(line.modifiers(), "");
    }
    if (!line.unit().equals("DA") || line.unitsBilled().signum() <= 0) return null;
    BigDecimal charge = line.charge().toBigDecimal();
    BigDecimal rate = charge.divide(line.unitsBilled(), 2, RoundingMode.HALF_UP);
    return rate.multiply(line.unitsBilled()).compareTo(charge) == 0 ? rate.toPlainString() : null;
  }

  private void codes() {
    pen.put("icd", "0");
    for (int i = 0; i < claim.diagnoses().size(); i++) {
      var diagnosis = claim.diagnoses().get(i);
      pen.put("diagnosis", i, marked(diagnosis.code().value(), diagnosis.presentOnAdmission()));
    }
    pen.put("admitting", firstOf(Kind.ADMITTING_DIAGNOSIS));
    var reasons = claim.informationCodes(Kind.REASON_FOR_VISIT);
    for (int i = 0; i < reasons.size(); i++) pen.put("reason", i, bare(reasons.get(i).code()));
    pen.put("drg", firstOf(Kind.DRG));
    var causes = claim.informationCodes(Kind.EXTERNAL_CAUSE);
    for (int i = 0; i < causes.size(); i++) {
      pen.put("cause", i, marked(causes.get(i).code(), causes.get(i).presentOnAdmission()));
    }
    var procedures =
        new ArrayList<InformationCode>(claim.informationCodes(Kind.PRINCIPAL_PROCEDURE));
    procedures.addAll(claim.informationCodes(Kind.OTHER_PROCEDURE));
    for (int i = 0; i < procedures.size(); i++) {
      pen.put("procedure", i, procedures.get(i).code());
      pen.put("procedureOn", i, mmddyy(procedures.get(i).from()));
    }
  }

  /// A diagnosis with the sign of its presence on admission in the last place.
  private static String marked(String code, @Nullable String sign) {
    String bare = code.replace(".", "");
    return sign == null ? bare : "%-7s%s".formatted(bare, sign);
  }

  private @Nullable String firstOf(Kind kind) {
    var codes = claim.informationCodes(kind);
    return codes.isEmpty() ? null : bare(codes.getFirst().code());
  }

  private void doctors() {
    claim.provider(ProviderRole.ATTENDING).ifPresent(p -> doctor(0, p));
    claim.provider(ProviderRole.OPERATING).ifPresent(p -> doctor(1, p));
    int at = 2;
    for (Provider provider : claim.providers()) {
      if (!OTHERS.contains(provider.role())) continue;
      pen.put("doctorKind", at, provider.role().code());
      doctor(at, provider);
      at++;
    }
  }

  private void doctor(int at, Provider provider) {
    pen.put("doctorNpi", at, provider.npi() == null ? null : provider.npi().value());
    switch (provider.name()) {
      case PersonName person -> {
        pen.put("doctorLast", at, person.last());
        pen.put("doctorFirst", at, person.first());
      }
      case OrganizationName organization -> pen.put("doctorLast", at, organization.name());
    }
  }

  private void remarks() {
    if (claim.note() != null) {
      var parts = FormWords.wrapped(claim.note(), 17, 22);
      pen.put("remarks1", parts.getFirst());
      for (int i = 1; i < parts.size(); i++) pen.put("remarks", i - 1, parts.get(i));
    }
    var taxonomy = claim.billingProvider().taxonomy();
    if (taxonomy == null) return;
    pen.put("codeKind", "B3");
    pen.put("code", taxonomy.value());
  }
}
