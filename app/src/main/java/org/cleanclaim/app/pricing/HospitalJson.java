package org.cleanclaim.app.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A hospital of the provider-specific file, as a JSON object with that file's fields under short
/// names. Source of the fields: CMS Claims Processing Manual, chapter 3, addendum A.
public final class HospitalJson {
  private static final String LAST_YEAR = "1";

  private HospitalJson() {}

  /// One hospital or a list of them, by certification number and, where they have one, by NPI.
  ///
  /// @throws IllegalArgumentException with what is wrong with a field
  public static Map<String, Hospital> all(JsonNode root) {
    var hospitals = new LinkedHashMap<String, Hospital>();
    for (JsonNode node : root.isArray() ? root : List.of(root)) {
      Hospital hospital = read(node);
      hospitals.put(hospital.number(), hospital);
      String npi = text(node, "npi");
      if (!npi.isEmpty()) hospitals.put(npi, hospital);
    }
    return hospitals;
  }

  /// Reads the object.
  ///
  /// @throws IllegalArgumentException with what is wrong with a field
  public static Hospital read(JsonNode node) {
    String number = text(node, "provider_no");
    if (!number.matches("[0-9A-Z]{6}")) {
      throw new IllegalArgumentException("provider_no has to be a number of six characters.");
    }
    LocalDate from = day(node, "eff_date");
    if (from == null) throw new IllegalArgumentException("eff_date has to be a day as 20201001.");
    return new Hospital(
        number,
        from,
        day(node, "term_date"),
        text(node, "waiver").equals("Y"),
        text(node, "provider_type"),
        text(node, "state_code"),
        location(node),
        operating(node),
        new Hospital.Capital(
            text(node, "capi_pay_code"),
            text(node, "capi_new_hosp").equals("Y"),
            number(node, "capi_ccr"),
            number(node, "capi_ime")),
        programs(node));
  }

  private static Hospital.Location location(JsonNode node) {
    BigDecimal prior = number(node, "supp_wi");
    boolean isStated = text(node, "supp_wi_ind").equals(LAST_YEAR) && prior.signum() > 0;
    return new Hospital.Location(
        text(node, "cbsa_geo"),
        text(node, "cbsa_reclass"),
        text(node, "cbsa_std"),
        text(node, "spec_pay_ind"),
        number(node, "special_wi"),
        isStated ? prior : null);
  }

  private static Hospital.Operating operating(JsonNode node) {
    return new Hospital.Operating(
        number(node, "case_mix_adj_cpd"),
        number(node, "cola"),
        number(node, "intern_ratio"),
        number(node, "bed_size").intValue(),
        number(node, "oper_ccr"),
        number(node, "ssi_ratio"),
        number(node, "medicaid_ratio"),
        Money.of(number(node, "ucc_amount").toPlainString()));
  }

  private static Hospital.Programs programs(JsonNode node) {
    return new Hospital.Programs(
        text(node, "hosp_qual_ind"),
        text(node, "ehr_ind"),
        text(node, "vbp_part"),
        number(node, "vbp_adj"),
        text(node, "hrr_ind"),
        number(node, "hrr_adj"),
        text(node, "hac_ind").equals("Y"),
        text(node, "temp_relief").equals("Y") ? number(node, "lv_factor") : BigDecimal.ZERO);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("").strip();
  }

  private static BigDecimal number(JsonNode node, String field) {
    String text = text(node, field);
    try {
      return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " has to be a number.", e);
    }
  }

  private static @Nullable LocalDate day(JsonNode node, String field) {
    String text = text(node, field).replace("-", "");
    if (text.isEmpty() || text.equals("00000000")) return null;
    return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }
}
